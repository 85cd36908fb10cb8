// What the log calls by a former name, under the one it has now.
#pragma once

#include <optional>
#include <string>

#include "history/store.h"

namespace pith::cli {

/// The answer with the names its points have now.
[[nodiscard]] history::LoggedAnswer with_present_names(const history::History& history,
                                                       history::LoggedAnswer logged);

/// What an item that was named `deck/item` is called now; empty if it is called so still.
[[nodiscard]] std::optional<std::string> later_name(const history::History& history,
                                                    const std::string& name);

}  // namespace pith::cli
