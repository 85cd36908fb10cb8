// What the wordings of a point forbid, or say is not there.
#pragma once

#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// What a wording forbids or says is not there: "soak the pan" of `never soak the pan`.
struct Forbidden {
  const Wording* wording;
  Range part;
  std::vector<Occurrence> occurrences;
  bool is_lack = false;   ///< It says that there is none, as `no aspirin` does.
  bool is_aside = false;  ///< The wording says something else as well.
  Range object{};  ///< What stands before the denial, if anything does: 接头 of 接头不拆.
};

/// By a denial at the head of a name or a detail, within a name in Chinese, or beside what else a
/// detail says.
[[nodiscard]] std::vector<Forbidden> forbidden_by(const Wording& wording,
                                                  const Vocabulary& vocabulary);

}  // namespace pith::grading
