#include "grading/stance/outcomes.h"

#include <algorithm>
#include <array>

namespace pith::grading {

bool tells_what_comes(const Grains& text, std::span<const Mark> marks, const Range& range) {
  constexpr std::u32string_view kComes = U"会就易太才";
  const auto has = [&](Cue cue) { return has_cue(marks, cue, range); };
  return has_han(text, range, kComes) ||
         std::ranges::any_of(std::array{Cue::mishap, Cue::harm, Cue::judge}, has);
}

}  // namespace pith::grading
