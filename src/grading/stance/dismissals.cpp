#include "grading/stance/dismissals.h"

namespace pith::grading {

std::vector<Range> dismissed_in(const Wording& wording) {
  std::vector<Range> parts;
  if (wording.role != Wording::Role::detail) {
    return parts;
  }
  for (const auto& mark : working_marks(wording.marks)) {
    const bool is_lack = has_cue(wording.marks, Cue::lack, mark.range);
    const auto clause = up_to_breaks(wording.grains, mark.range, Break::clause);
    const bool depends = has_cue(wording.marks, Cue::condition, clause) ||
                         has_cue(wording.marks, Cue::bound, clause) ||
                         has_cue(wording.marks, Cue::consequence, clause);
    if ((mark.cue == Cue::instead || (mark.cue == Cue::negate && !is_lack)) && !depends) {
      parts.push_back({mark.range.end, clause.end});
    }
  }
  return parts;
}

}  // namespace pith::grading
