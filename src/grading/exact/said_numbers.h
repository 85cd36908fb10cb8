// The numbers of an answer, and what their sentence makes of them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grading/exact/asked_numbers.h"
#include "grading/exact/number_reading.h"
#include "grading/exact/number_times.h"
#include "grading/grade.h"

namespace pith::grading {

/// A number of an answer, and what was made of it.
struct SaidNumber {
  ReadNumber number;
  std::optional<Span> denial;  ///< In folded characters: "not 64".
  bool taken_back = false;     ///< "64, no, 128"
  bool open = false;           ///< "64 or 128"
  bool equals_next = false;    ///< "16 bytes = 128 bits"
  bool is_operand = false;     ///< "4 * 32 = 128"
  bool begins_range = false;   ///< "64 to 128"
  bool is_given = false;       ///< By the question.
  bool in_other_unit = false;  ///< 5 g, where kg are asked for.
};

/// The numbers that count: none that is often no number, unless there is no other.
[[nodiscard]] std::vector<SaidNumber> numbers_said(std::u32string_view folded,
                                                   const AskedNumbers& numbers,
                                                   const AskedTimes& asked, bool as_share);

/// Marks what only repeats the question where another number answers it.
void mark_given(std::u32string_view folded, const AskedNumbers& asked,
                std::vector<SaidNumber>& said);

/// Marks what is counted in another unit than the question asks for; the unit goes with it.
void mark_other_units(std::u32string_view folded, const AskedNumbers& asked,
                      std::vector<SaidNumber>& said);

}  // namespace pith::grading
