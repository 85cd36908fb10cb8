// Numbers of other bases than ten, as programs write them: 0x1F, 0b101, 0o17.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "grading/words/numerals.h"

namespace pith::grading {

/// The number of base 16, 2 or 8 that stands at `at` of folded text as a word of its own.
[[nodiscard]] std::optional<Numeral> based_number_at(std::u32string_view folded, std::size_t at);

}  // namespace pith::grading
