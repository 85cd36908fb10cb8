// The commands that carry decks to and from other programs.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_import(CLI::App& app, Action& action);
void add_export(CLI::App& app, Action& action);

}  // namespace pith::cli
