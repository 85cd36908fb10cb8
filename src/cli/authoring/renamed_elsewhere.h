// What is said of a deck that is older than the history: another device has renamed it, or
// something in it.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "history/proposals.h"

namespace pith::cli {

/// Says that another device renamed `here`, as this device's decks have it, to `there`.
[[nodiscard]] std::string renamed_elsewhere(const history::Name& here, const history::Name& there);

/// Takes out the pairs that would take back what another device renamed, and says why.
void leave_out_renamed_elsewhere(const Context& context, std::vector<history::Proposal>& pairs);

/// Says which of these decks another device renamed, so that they have no history here.
void tell_of_renamed_decks(const Context& context, const history::History& history,
                           const std::vector<std::string>& decks);

}  // namespace pith::cli
