// Whether a text says no more than that it has nothing to say.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "grading/words/cues.h"
#include "grading/words/grains.h"

namespace pith::grading {

/// The words that say so (不知道, "no idea"), if next to nothing else is said.
[[nodiscard]] std::optional<Range> giving_up(const Grains& text, std::span<const Mark> marks);

/// The same of a text as it was typed, which has to be valid UTF-8.
[[nodiscard]] bool only_gives_up(std::string_view text);

}  // namespace pith::grading
