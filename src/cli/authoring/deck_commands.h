// The commands with which authors write decks and follow their histories; the others are declared
// in cli/command.h.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_new(Command app, Action& action);
void add_edit(Command app, Action& action);
void add_orphans(Command app, Action& action);

}  // namespace pith::cli
