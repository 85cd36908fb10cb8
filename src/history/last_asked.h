// What items and points said when they were last asked. Internal to this folder.
#pragma once

#include <string>

#include "history/store.h"

namespace pith::history {

/// Of an item; empty if that is not known.
[[nodiscard]] Content last_content(const History& history, const ItemId& item);

/// Of a point, though the item may have been asked without it since; where several were merged into
/// it since, of all of them. Empty if that is not known.
[[nodiscard]] std::string last_wording(const History& history, const ItemId& item,
                                       const std::string& point);

}  // namespace pith::history
