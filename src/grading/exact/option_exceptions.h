// Options that an answer leaves out: A、B、C，不包括D; "all but A and B", 除了A都是.
#pragma once

#include <optional>
#include <string_view>

#include "grading/exact/exact_denial.h"

namespace pith::grading {

/// A piece parted by a word that leaves out what stands behind it ("C except D", 不包括D); empty if
/// it has none.
[[nodiscard]] std::optional<DeniedText> exclusion_in(std::string_view piece);

/// What is left out of all: "A and B" of "all but A and B", A of 除了A都是; a view into the answer,
/// never blank. Empty if the answer is nothing like that.
[[nodiscard]] std::optional<std::string_view> exceptions_in(std::string_view answer);

}  // namespace pith::grading
