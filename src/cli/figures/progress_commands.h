// The commands that show a learner's progress.
#pragma once

#include "cli/command.h"

namespace pith::cli {

void add_stats(Command app, Action& action);
void add_report(Command app, Action& action);

}  // namespace pith::cli
