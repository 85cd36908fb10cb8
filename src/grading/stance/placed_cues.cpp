#include "grading/stance/placed_cues.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr std::size_t kLongestLack = 4;  ///< Grains of what one can do without.

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

PlacedCues::PlacedCues(const Passage& passage, std::span<const Topical> topical)
    : marks_(passage.marks),
      segments_(passage.segments),
      topical_(topical),
      polar_(working_marks(passage.marks)) {}

bool PlacedCues::does_without(std::size_t cue) const {
  const auto right = right_of(cue);
  const auto behind_cue = marks_in(marks_, right);
  const auto also = std::ranges::find(behind_cue, Cue::also, &Mark::cue);
  if (polar_[cue].cue != Cue::negate || also == behind_cue.end() ||
      topic_size({right.begin, also->range.begin}) == 0 ||
      also->range.begin > right.begin + kLongestLack || also->range.end >= right.end) {
    return false;
  }
  const Range behind{also->range.end, also->range.end + 1};
  const bool denied = cue + 1 < polar_.size() && polar_[cue + 1].cue == Cue::negate &&
                      polar_[cue + 1].range.begin == behind.begin;
  const bool needed = has(Cue::ban, behind);  // 没有票也不行
  return !needed && (denied || has(Cue::permit, {also->range.begin, behind.end}));
}

bool PlacedCues::gains_behind(std::size_t cue) const {
  const auto* next = clause_behind(cue);
  return has(Cue::gain, {polar_[cue].range.end,
                         next != nullptr ? next->grains.end : clause_of(cue).grains.end});
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
