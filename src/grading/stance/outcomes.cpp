#include "grading/stance/outcomes.h"

#include <string_view>

namespace pith::grading {

bool tells_what_comes(const Passage& passage, const Range& range) {
  constexpr std::u32string_view kComes = U"会就易太才";
  return has_han(passage.text, range, kComes) ||
         passage.has_any({Cue::mishap, Cue::harm, Cue::judge}, range);
}

}  // namespace pith::grading
