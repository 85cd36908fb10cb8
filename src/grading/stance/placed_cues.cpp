#include "grading/stance/placed_cues.h"

#include <algorithm>

namespace pith::grading {
namespace {

/// In order.
std::vector<std::uint64_t> stems_of(const Grains& text) {
  std::vector<std::uint64_t> stems;
  for (const auto& grain : text.list) {
    stems.push_back(grain.stem);
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

}  // namespace

std::vector<Topical> topical_of(const Grains& text, std::span<const Mark> marks,
                                const Grains& question) {
  std::vector<Topical> result;
  for (const auto& grain : text.list) {
    result.push_back(grain.type == Grain::Type::han ? Topical::character : Topical::word);
  }
  for (const auto& mark : marks) {
    if (masks(mark.cue)) {
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(mark.range.begin),
                result.begin() + static_cast<std::ptrdiff_t>(mark.range.end), Topical::no);
    }
  }
  const auto asked = stems_of(question);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] != Topical::no &&
        std::binary_search(asked.begin(), asked.end(), text.list[i].stem)) {
      result[i] = Topical::asked;
    }
  }
  return result;
}

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
