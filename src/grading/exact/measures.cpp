#include "grading/exact/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_marks.h"
#include "grading/exact/number_reading.h"
#include "grading/exact/units.h"
#include "text/trim.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestMeasure = 120;  ///< Bytes.

/// A number, and what it counts.
struct Measure {
  ReadNumber number;
  std::vector<std::size_t> units;  ///< What its unit may be; empty if it has none.
};

/// The text as a measure; empty if anything else stands in it.
std::optional<Measure> measure_in(std::string_view text, UnitWriter writer) {
  constexpr std::u32string_view kAbout = U"约≈~ ";
  constexpr std::array<std::u32string_view, 5> kBetween = {U" an ", U" a ", U" of an ", U" ", U"-"};
  constexpr std::u32string_view kEnding = U" .!。！";
  if (text.size() > kLongestMeasure) {
    return std::nullopt;
  }
  const auto folded = fold_with_marks(text);
  const auto numbers = numbers_in(folded.text);
  if (numbers.empty() || numbers.front().begin != folded.text.find_first_not_of(kAbout)) {
    return std::nullopt;
  }
  Measure measure{numbers.front(), {}};
  const auto between = one_at(folded.text, measure.number.end, kBetween);  // half an hour
  const auto begin = between ? between->end : measure.number.end;
  const auto last = folded.text.find_last_not_of(kEnding);
  if (begin > last) {
    return measure;
  }
  const auto from = folded.begin[begin];
  measure.units = units_spelled(text.substr(from, folded.end[last] - from), writer);
  const bool twice = measure.number.percent && !measure.units.empty();  // 5% km
  return twice || measure.units.empty() ? std::nullopt : std::optional(measure);
}

bool same_value(const ReadNumber& typed, const ReadNumber& accepted) {
  constexpr double kSlack = 1e-12;  // of digits and powers that are added up
  const auto is_near = [](double a, double b) {
    return std::abs(a - b) <= kSlack * std::max(std::abs(a), std::abs(b));
  };
  const double hundred_of_typed = typed.percent ? typed.value * 100 : typed.value;
  const double hundred_of_accepted = accepted.percent ? accepted.value * 100 : accepted.value;
  return is_near(typed.value, accepted.value) ||
         (typed.percent != accepted.percent && is_near(hundred_of_typed, hundred_of_accepted));
}

}  // namespace

bool same_measure(std::string_view typed, std::string_view accepted) {
  const auto right = measure_in(text::trimmed(accepted), UnitWriter::deck);
  const auto said = right ? measure_in(text::trimmed(typed), UnitWriter::learner) : std::nullopt;
  if (!said || !same_value(said->number, right->number)) {
    return false;
  }
  if (right->units.empty()) {
    return said->units.empty();
  }
  return !said->number.percent &&
         (said->units.empty() ||
          std::ranges::find_first_of(said->units, right->units) != said->units.end());
}

}  // namespace pith::grading
