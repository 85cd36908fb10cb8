// Raised and lowered numbers.
#pragma once

#include <string>
#include <string_view>

namespace pith::exchange {

/// The digits as Unicode's raised (`mark` is `^`) or lowered ones (`_`); `^{…}` or `_{…}` around
/// any other text.
[[nodiscard]] std::string script_digits(std::string_view digits, std::string_view mark);

}  // namespace pith::exchange
