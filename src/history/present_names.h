// Answers that the log has under the names of their day, under the present ones.
#pragma once

#include "history/store.h"

namespace pith::history {

/// The answer with the names its points have now. Those that were merged since are one: recalled
/// only if all of it was.
[[nodiscard]] LoggedAnswer with_present_points(const History& history, LoggedAnswer logged);

}  // namespace pith::history
