#include "grading/exact/time_units.h"

#include <algorithm>
#include <array>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/exact/units.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;

/// Spelled as in data/units.tsv.
constexpr std::array<std::pair<std::string_view, TimeUnit>, 7> kTimeUnits = {{{"s", {1}},
                                                                              {"min", {kMinute}},
                                                                              {"h", {kHour}},
                                                                              {"d", {kDay}},
                                                                              {"wk", {7 * kDay}},
                                                                              {"mo", {1, true}},
                                                                              {"yr", {12, true}}}};

/// Where the word ends that begins at `at`.
std::size_t word_end(FoldedView text, std::size_t at) {
  while (latin_at(text, at)) {
    ++at;
  }
  return at;
}

}  // namespace

std::optional<TimeUnit> time_unit_among(const std::vector<std::size_t>& units) {
  for (const auto& [spelling, unit] : kTimeUnits) {
    const auto own = units_spelled(spelling, UnitWriter::deck);
    if (std::ranges::find_first_of(units, own) != units.end()) {
      return unit;
    }
  }
  return std::nullopt;
}

std::optional<TimeUnitFound> time_unit_at(std::u32string_view folded, std::size_t at) {
  const auto found = unit_at(folded, at);
  const auto unit = time_unit_among(found.units);
  return unit ? std::optional(TimeUnitFound{*unit, found.end}) : std::nullopt;
}

bool names_other_time_unit(std::u32string_view folded, const TimeUnit& unit) {
  constexpr std::size_t kShortestWord = 3;  // the s of "it's" is none
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = word_end(folded, at);
    const bool word = end >= at + kShortestWord || text::is_han(folded[at]);
    const auto found = word ? time_unit_at(folded, at) : std::nullopt;
    if (found && found->unit.calendar == unit.calendar && found->unit != unit) {
      return true;
    }
    at = found ? found->end : std::max(end, at + 1);
  }
  return false;
}

}  // namespace pith::grading
