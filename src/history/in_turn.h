// Renamings that are meant at once, as steps one after another. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "history/events.h"

namespace pith::history {

/// Steps that do what all of `renamings` mean together, each of another name: none moves to a name
/// before what bore it left. Where they go round, one steps aside first, to a name that no deck can
/// give.
[[nodiscard]] std::vector<Alias> in_turn(std::span<const Alias> renamings);

}  // namespace pith::history
