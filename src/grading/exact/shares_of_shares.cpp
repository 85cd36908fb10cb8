#include "grading/exact/shares_of_shares.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Whether the number behind is the whole that the one before is a share of: "of", 的, 的人里有.
bool takes_share_of(FoldedView between) {
  constexpr std::array<FoldedView, 2> kOf = {U"of", U"of the"};
  constexpr std::array<FoldedView, 7> kWithin = {U"的", U"里",   U"里有",  U"里面",
                                                 U"中", U"中有", U"里面有"};
  constexpr std::size_t kLongest = 8;
  return std::ranges::find(kOf, between) != kOf.end() ||
         (between.size() <= kLongest && std::ranges::all_of(between, text::is_han) &&
          one_ending(between, kWithin));
}

}  // namespace

std::vector<ReadNumber> with_shares_of_shares(std::u32string_view folded,
                                              const std::vector<ReadNumber>& numbers) {
  std::vector<ReadNumber> joined;
  for (const auto& number : numbers) {
    if (!joined.empty() && joined.back().is_share() && number.is_share() &&
        takes_share_of(
            less_blanks(folded.substr(joined.back().end, number.begin - joined.back().end)))) {
      auto& last = joined.back();
      last.value *= number.value;
      last.end = number.end;
      last.ratio = number.ratio;
      last.whole = number.whole;
    } else {
      joined.push_back(number);
    }
  }
  return joined;
}

}  // namespace pith::grading
