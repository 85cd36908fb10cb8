#include "grading/placed_cues.h"

namespace pith::grading {

PlacedCues::PlacedCues(std::span<const Mark> marks, const Segments& segments,
                       std::span<const Topical> topical)
    : marks_(marks), segments_(segments), topical_(topical), polar_(working_marks(marks)) {}

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
