#include "grading/stance/denying_characters.h"

#include <string_view>

namespace pith::grading {

std::optional<std::size_t> denying_before(const Grains& text, std::size_t place) {
  constexpr std::u32string_view kDenying = U"不别没勿未莫非";
  for (auto at = place; at > 0 && text.list[at].before < Break::clause; --at) {
    if (kDenying.find(han_at(text, at - 1)) != kDenying.npos) {
      return at - 1;
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
