// What an item of a former name is called now.
#pragma once

#include <optional>
#include <string>

#include "history/store.h"

namespace pith::cli {

/// What an item that was named `deck/item` is called now; empty if it is called so still.
[[nodiscard]] std::optional<std::string> later_name(const history::History& history,
                                                    const std::string& name);

}  // namespace pith::cli
