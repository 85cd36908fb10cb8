// The commands that carry decks to and from other programs.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_import(Command app, Action& action);
void add_export(Command app, Action& action);

}  // namespace pith::cli
