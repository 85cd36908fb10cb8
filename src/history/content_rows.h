// Items as they were worded when they were answered, as rows. Internal to this folder.
#pragma once

#include <optional>
#include <string>

#include "history/database.h"
#include "history/events.h"

namespace pith::history {

/// Keeps the wording of an item, once for each hash.
void insert_content(Database& database, const Content& content);
[[nodiscard]] std::optional<Content> read_content(Database& database, const std::string& hash);

}  // namespace pith::history
