// Wordings by their ids: forgotten, and let count again.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

/// Forgets the wording whose id begins or ends like this (eight characters at least), by an event
/// in the log. Throws UsageError if none that counts, or more than one, does.
ExitStatus forget_wording(Context& context, const std::string& id);

/// Lets a forgotten wording count again. Throws UsageError if none or more than one has such an id,
/// or if the answer that taught it was taken back.
ExitStatus recall_wording(Context& context, const std::string& id);

}  // namespace pith::cli
