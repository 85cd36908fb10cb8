// Which words of an answer a learner means who overrules a verdict.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "session/result.h"

namespace pith::session {

/// The wording to be learned for a point: its evidence, else the one clause of the answer that is
/// evidence for no other point. Empty where that cannot be told, and for what is too long to be a
/// wording.
[[nodiscard]] std::optional<std::string> phrase_for(const Result& result, std::size_t outcome);

}  // namespace pith::session
