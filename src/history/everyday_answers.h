// Short answers that say nothing about which question they answer. Internal to this folder.
#pragma once

#include <string>
#include <string_view>

#include "base/npos.h"

namespace pith::history {

/// Whether these words, as text::identity_of() has them, may answer any question.
[[nodiscard]] inline bool fits_any_question(std::string_view words) {
  constexpr std::string_view kAnswers =
      " yes no true false right wrong correct incorrect both neither either none all"
      " always never sometimes itdepends bothofthem neitherofthem noneofthem"
      " allofthem allofthese noneofthese alloftheabove noneoftheabove bothoftheabove"
      " neitheroftheabove 对 错 是 否 有 无 正确 错误 不对 是的 不是"
      " 没有 可以 不可以 能 不能 会 不会 都是 都不是 都对"
      " 都不对 都有 都没有 全部 两者 两者都是 两者都不是"
      " 两者皆是 两者皆非 以上都是 以上都不是 以上都对"
      " 以上都不对 以上皆是 以上皆非 总是 从不 有时 正確 錯誤"
      " 不對 沒有 都對 ";
  return kAnswers.find(' ' + std::string(words) + ' ') != base::npos;
}

}  // namespace pith::history
