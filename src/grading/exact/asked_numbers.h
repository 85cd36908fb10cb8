// What the question for a number says about numbers itself: those it names, and how it counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// The numbers of a question.
class AskedNumbers {
 public:
  explicit AskedNumbers(std::string_view question);

  /// Whether a number of the folded answer is one that the question gives: 15℃, or the 1 of
  /// 1个标准大气压 where it names 标准大气压.
  [[nodiscard]] bool gives(std::u32string_view folded, const ReadNumber& number) const;

  /// Whether a number of the folded answer is written in another base, and just so in the question:
  /// who repeats 0x10 has not said what it is.
  [[nodiscard]] bool spells(std::u32string_view folded, const ReadNumber& number) const;

  /// Where the unit behind a number of the folded answer ends, if the question asks for another
  /// one: 5 g, where it asks for kg.
  [[nodiscard]] std::optional<std::size_t> other_unit(std::u32string_view folded,
                                                      const ReadNumber& number) const;

  /// Of what it asks for parts: 100 for a percentage; empty if it asks for none.
  [[nodiscard]] std::optional<double> whole() const;
  /// Whether 80% may be meant for 80: the question asks for parts of that whole, or for no parts
  /// and for no less than one.
  [[nodiscard]] bool takes_parts(const ReadNumber& number, double wanted) const;
  /// A number in what the question counts by (多少亿: 14亿 is 14; percent: a quarter is 25), if it
  /// repeats that; else the number as it is.
  [[nodiscard]] double counted(std::u32string_view folded, const ReadNumber& number) const;

  /// The question, folded.
  [[nodiscard]] std::u32string_view text() const { return question_; }
  /// The units that it may ask for, as `units_spelled` gives them.
  [[nodiscard]] const std::vector<std::size_t>& units() const { return units_; }

 private:
  /// How many of the parts that the question names are told: 4 of "four quarters".
  [[nodiscard]] std::optional<double> parts_counted(std::u32string_view spelled) const;

  std::u32string question_;
  std::vector<ReadNumber> numbers_;
  std::u32string_view multiplier_;  ///< The last of the words for it; empty without any.
  double factor_ = 1;
  std::vector<std::size_t> units_;  ///< That it may ask for.
};

}  // namespace pith::grading
