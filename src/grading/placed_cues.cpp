#include "grading/placed_cues.h"

#include <algorithm>

namespace pith::grading {

PlacedCues::PlacedCues(std::span<const Mark> marks, const Segments& segments,
                       std::span<const Topical> topical)
    : marks_(marks), segments_(segments), topical_(topical), polar_(working_marks(marks)) {}

bool PlacedCues::has(Cue cue, const Range& range) const {
  for (auto mark = mark_from(marks_, range.begin);
       mark != marks_.end() && mark->range.begin < range.end; ++mark) {
    if (mark->cue == cue) {
      return true;
    }
  }
  return false;
}

std::size_t PlacedCues::topic_size(const Range& range) const {
  return count(range, Topical::character);
}

std::size_t PlacedCues::count(const Range& range, Topical least) const {
  std::size_t size = 0;
  for (auto i = range.begin; i < range.end; ++i) {
    size += topical_[i] >= least ? 1U : 0U;
  }
  return size;
}

}  // namespace pith::grading
