// What an interviewer would ask next after an answer that left something out. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "session/result.h"

namespace pith::session {

struct FollowUp {
  std::vector<std::size_t> asked;  ///< Indices into Item::points, ascending, at least one.
  std::string prompt;              ///< In the item's language; names no point.
};

/// Asks about the heaviest point that was missed: by its group, and then about all that is missing
/// of that group; else by the item's first hint that was not seen, about all that is missing. Empty
/// if nothing was missed, or if there is no cue that does not give the answer away.
[[nodiscard]] std::optional<FollowUp> follow_up_to(const Result& result);

/// Whether some answer to the item could be followed up: it has groups of points, or hints.
[[nodiscard]] bool may_be_followed_up(const deck::Item& item);

}  // namespace pith::session
