// The commands with which authors write decks and follow their histories.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_new(Command app, Action& action);
void add_edit(Command app, Action& action);
void add_check(Command app, Action& action);
void add_fmt(Command app, Action& action);
void add_relink(Command app, Action& action);
void add_orphans(Command app, Action& action);

}  // namespace pith::cli
