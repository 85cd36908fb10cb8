// Small matters of English wording.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace pith::text {

/// `1 point`, `4 points`.
[[nodiscard]] std::string plural(std::size_t number, std::string_view noun);

/// `45 s`, `3 min`, `12:05 min`.
[[nodiscard]] std::string duration_words(std::chrono::seconds time);

/// The words with no-break spaces between them, so that no row ends there.
[[nodiscard]] std::string with_hard_spaces(std::string words);

/// A share in [0, 1] in whole per cent, rounded half up.
[[nodiscard]] int percent(double share);

}  // namespace pith::text
