// Han characters that deny by themselves, whatever word they stand in.
#pragma once

#include <cstddef>
#include <optional>

#include "grading/words/grains.h"

namespace pith::grading {

/// Where the last of 不, 别, 没 and the like stands before a place in its clause.
[[nodiscard]] std::optional<std::size_t> denying_before(const Grains& text, std::size_t place);

}  // namespace pith::grading
