// pith plan, as the list of commands names it.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_plan(Command app, Action& action);

}  // namespace pith::cli
