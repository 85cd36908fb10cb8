#include "grading/exact/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/number_marks.h"
#include "grading/exact/number_reading.h"
#include "grading/exact/units.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestMeasure = 120;  ///< Bytes.

/// A number, and what it counts.
struct Measure {
  ReadNumber number;
  std::vector<std::size_t> units;  ///< What its unit may be; empty if it has none.
};

/// The measures that the text may be: 5千米 is 5 kilometres and 5000 metres. Empty if anything else
/// stands in it.
std::vector<Measure> measures_in(std::string_view text, UnitWriter writer) {
  constexpr std::u32string_view kAbout = U"约≈~ ";
  constexpr std::array<std::u32string_view, 5> kBetween = {U" an ", U" a ", U" of an ", U" ", U"-"};
  constexpr std::u32string_view kEnding = U" .!。！";
  if (text.size() > kLongestMeasure) {
    return {};
  }
  const auto folded = fold_with_marks(text);
  const auto numbers = numbers_in(folded.text);
  constexpr std::u32string_view kEvery = U"every ";  // may be how often: every second
  if (numbers.empty() || folded.text.substr(numbers.front().begin).starts_with(kEvery) ||
      numbers.front().begin != folded.text.find_first_not_of(kAbout)) {
    return {};
  }
  std::vector<Measure> measures = {Measure{numbers.front(), {}}};
  const auto between = one_at(folded.text, numbers.front().end, kBetween);  // half an hour
  const auto begin = between ? between->end : numbers.front().end;
  const auto last = folded.text.find_last_not_of(kEnding);
  if (begin > last) {
    return measures;
  }
  const auto units_from = [&](std::size_t at) {
    const auto from = folded.begin[at];
    return units_spelled(text.substr(from, folded.end[last] - from), writer);
  };
  measures[0].units = units_from(begin);
  if (numbers.front().prefix != 1) {
    measures.push_back(
        {numbers.front(), units_from(numbers.front().prefix > 1 ? begin + 1 : begin - 1)});
    measures[1].number.value *= numbers.front().prefix;
  }
  const bool in_parts = numbers.front().in_parts();  // 5% km
  std::erase_if(measures, [&](const Measure& one) { return in_parts || one.units.empty(); });
  return measures;
}

bool same_value(const ReadNumber& typed, const ReadNumber& accepted) {
  constexpr double kSlack = 1e-12;  // of digits and powers that are added up
  const auto is_near = [](double a, double b) {
    return std::abs(a - b) <= kSlack * std::max(std::abs(a), std::abs(b));
  };
  return is_near(typed.value, accepted.value) ||
         (typed.in_parts() != accepted.in_parts() && is_near(typed.parts(), accepted.parts()));
}

bool same(const Measure& said, const Measure& right) {
  if (!same_value(said.number, right.number)) {
    return false;
  }
  if (right.units.empty()) {
    return said.units.empty();
  }
  return !said.number.in_parts() &&
         (said.units.empty() ||
          std::ranges::find_first_of(said.units, right.units) != said.units.end());
}

}  // namespace

bool same_measure(std::string_view typed, std::string_view accepted) {
  const auto right = measures_in(base::trimmed(accepted), UnitWriter::deck);
  const auto said = right.empty() ? std::vector<Measure>{}
                                  : measures_in(base::trimmed(typed), UnitWriter::learner);
  return std::ranges::any_of(said, [&](const Measure& one) {
    return std::ranges::any_of(right, [&](const Measure& other) { return same(one, other); });
  });
}

}  // namespace pith::grading
