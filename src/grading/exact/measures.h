// Texts that are wholly a number, or a number and a unit: 1500 bytes, 75%, 三分之二.
#pragma once

#include <string_view>

namespace pith::grading {

/// Whether two texts are one number each, and the same: by value ("fifteen hundred" is 1500, 2/3 is
/// 三分之二), in the same unit however it is spelled (128-bit, 128 bits) or the typed one without
/// any. Of percents the number will do: 75 for 75%. Requires valid UTF-8.
[[nodiscard]] bool same_measure(std::string_view typed, std::string_view accepted);

}  // namespace pith::grading
