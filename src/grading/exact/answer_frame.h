// What people put around an answer that is compared rather than understood: "I think it's TCP",
// 答案是 TCP 吧, "TCP (the reliable one)", TCP，因为…
#pragma once

#include <string_view>

namespace pith::grading {

/// The text without words that only present it at its beginning and end, without the brackets
/// around it or behind it and without marks at its end: a view into it, never empty unless it is.
[[nodiscard]] std::string_view without_frame(std::string_view text);

/// What stands in front of a reason ("because", 因为); the whole text if none is given.
[[nodiscard]] std::string_view without_reason(std::string_view text);

}  // namespace pith::grading
