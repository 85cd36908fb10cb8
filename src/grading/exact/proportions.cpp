#include "grading/exact/proportions.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "grading/exact/folded_words.h"

namespace pith::grading {
namespace {

/// Whether a share can be told of so many: 4, 100, 2000; not of a year.
bool is_whole(const ReadNumber& number) {
  constexpr double kMostCounted = 1000;
  return number.value <= kMostCounted || std::fmod(number.value, kMostCounted) == 0;
}

}  // namespace

std::vector<ReadNumber> with_proportions(FoldedView folded,
                                         const std::vector<ReadNumber>& numbers) {
  constexpr std::array<FoldedView, 4> kOf = {U"in", U"in every", U"out of", U"out of every"};
  std::vector<ReadNumber> joined;
  for (const auto& number : numbers) {
    const auto between =
        joined.empty()
            ? FoldedView{}
            : less_blanks(folded.substr(joined.back().end, number.begin - joined.back().end));
    if (std::ranges::find(kOf, between) != kOf.end() && joined.back().value < number.value &&
        is_whole(number) && !joined.back().ratio && !joined.back().in_parts()) {
      joined.back().value /= number.value;
      joined.back().end = number.end;
      joined.back().ratio = true;
      joined.back().vague = false;
    } else {
      joined.push_back(number);
    }
  }
  return joined;
}

}  // namespace pith::grading
