// Answers that take all options at once, or none: "all of them", 都不是.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::grading {

enum class AtOnce : std::uint8_t { neither, all, none };

/// What an answer says of all options, if it says nothing else.
[[nodiscard]] AtOnce options_at_once(std::string_view answer);

}  // namespace pith::grading
