// pith explain ITEM: from the log of an item's answers to its due day.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

/// Throws UsageError if `selector` is not one item.
ExitStatus explain_item(Context& context, const std::string& selector, bool json);

}  // namespace pith::cli
