// The commands with which authors follow the histories of decks; the others are declared
// in cli/command.h.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_orphans(CLI::App& app, Action& action);

}  // namespace pith::cli
