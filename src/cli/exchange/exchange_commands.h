// The commands that carry decks and histories to other programs and devices.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_import(Command app, Action& action);
void add_export(Command app, Action& action);
void add_sync(Command app, Action& action);

}  // namespace pith::cli
