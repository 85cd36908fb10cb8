// Answers to a question that asks whether: "yeah", "No, it isn't", 是的，可以, 否.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::grading {

enum class YesNo : std::uint8_t {
  none,  ///< The text does not begin with a yes or a no.
  yes,
  no,
  unclear,  ///< It begins with one and goes on against it: "No, it is".
};

/// Of a text that is nothing but a yes or a no, as a deck has it; else none.
[[nodiscard]] YesNo yes_or_no_in(std::string_view wording);

/// Of what a person answered to the question.
[[nodiscard]] YesNo yes_or_no_said(std::string_view answer, std::string_view question);

}  // namespace pith::grading
