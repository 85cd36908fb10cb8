#include "grading/stance/dismissals.h"

namespace pith::grading {
namespace {

Range clause_around(const Wording& wording, const Range& word) {
  const auto& grains = wording.grains.list;
  Range clause = word;
  while (clause.begin > 0 && grains[clause.begin].before < Break::clause) {
    --clause.begin;
  }
  while (clause.end < grains.size() && grains[clause.end].before < Break::clause) {
    ++clause.end;
  }
  return clause;
}

}  // namespace

std::vector<Range> dismissed_in(const Wording& wording) {
  std::vector<Range> parts;
  if (wording.role != Wording::Role::detail) {
    return parts;
  }
  for (const auto& mark : working_marks(wording.marks)) {
    const bool is_lack = has_cue(wording.marks, Cue::lack, mark.range);
    const auto clause = clause_around(wording, mark.range);
    const bool depends = has_cue(wording.marks, Cue::condition, clause) ||
                         has_cue(wording.marks, Cue::bound, clause) ||
                         has_cue(wording.marks, Cue::consequence, clause);
    if ((mark.cue == Cue::instead || (mark.cue == Cue::negate && !is_lack)) && !depends) {
      parts.push_back({mark.range.end, clause.end});
    }
  }
  return parts;
}

Found found_of(const Targets& targets, std::span<const Occurrence> occurrences, const Range& part,
               const Presence& presence) {
  Found found;
  for (const auto& occurrence : occurrences) {
    const bool inside = part.begin <= occurrence.range.begin && occurrence.range.end <= part.end;
    if (inside && occurrence.strength >= 1.0F) {
      const double weight = targets.vocabulary.base_weight(occurrence.token);
      found.weight += weight;
      found.present += weight * static_cast<double>(presence.strength(occurrence.token));
    }
  }
  return found;
}

}  // namespace pith::grading
