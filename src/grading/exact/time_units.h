// Units of time, and how many of one another has.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace pith::grading {

/// A unit of time; months and years have no fixed number of days.
struct TimeUnit {
  double size = 1;        ///< In seconds, or in months.
  bool calendar = false;  ///< Months and years.

  friend bool operator==(const TimeUnit&, const TimeUnit&) = default;
};

/// A unit of time that stands in folded text.
struct TimeUnitFound {
  TimeUnit unit;
  std::size_t end = 0;
};

/// The unit of time among units, as `units_spelled` gives them.
[[nodiscard]] std::optional<TimeUnit> time_unit_among(const std::vector<std::size_t>& units);

/// The unit of time that stands at `at`, over a blank.
[[nodiscard]] std::optional<TimeUnitFound> time_unit_at(std::u32string_view folded, std::size_t at);

/// Whether a word for a unit of the same kind stands in the text that is not this one.
[[nodiscard]] bool names_other_time_unit(std::u32string_view folded, const TimeUnit& unit);

}  // namespace pith::grading
