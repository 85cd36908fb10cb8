// pith new deck --shipped: copies of the decks that came with pith.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

/// Copies the shipped deck with this id, or all of them if it is empty, to the learner's folder,
/// and prints the files. Throws UsageError if there is no such deck, or its file is there already.
ExitStatus copy_shipped(Context& context, const std::string& id);

}  // namespace pith::cli
