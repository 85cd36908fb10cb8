// Times that stand beside numbers: 从2017年起是3年, 以前是两年，现在是三年.
#pragma once

#include <cstddef>
#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Which times a question for a number is about.
struct AskedTimes {
  bool year = false;  ///< "In which year"
  bool past = false;  ///< "Before the reform"
};
[[nodiscard]] AskedTimes times_asked(std::string_view question);

/// Whether a number is the size of a year that people ask for, as 1989 is.
[[nodiscard]] bool is_year_number(double value);

/// Whether a number is written as a year is, in four figures: 1989, no 1,989.
[[nodiscard]] bool is_plain_year(std::u32string_view folded, const ReadNumber& number);

/// Whether a number names ten years: "the late 1980s", 1980年代; 80年代 where a year is asked for.
[[nodiscard]] bool is_decade(std::u32string_view folded, const ReadNumber& number,
                             const AskedTimes& asked);

/// Whether a number is the year in which something began: "since 2017", 2017年起, 从2017年开始.
[[nodiscard]] bool is_year_of_beginning(std::u32string_view folded, const ReadNumber& number);

/// Whether the first of two neighbouring numbers is said of the past and the second of what came
/// later: 以前是两年，现在是三年; "it used to be 2, now it is 3".
[[nodiscard]] bool is_outdated(std::u32string_view folded, const ReadNumber& first,
                               const ReadNumber& second);

}  // namespace pith::grading
