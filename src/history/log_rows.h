// Events as rows of the log. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "history/database.h"
#include "history/events.h"

namespace pith::history {

/// Adds an event that is not there yet; gives its number.
std::int64_t insert_event(Database& database, const Event& event);

/// The event with this number. Throws StorageError if there is none.
[[nodiscard]] Event read_event(Database& database, std::int64_t number);

[[nodiscard]] std::optional<std::int64_t> find_event(Database& database, const Uuid& id);

/// Whether a retraction of the event is in the log.
[[nodiscard]] bool is_retracted(Database& database, const Uuid& id);

/// Keeps the wording of an item, once for each hash.
void insert_content(Database& database, const Content& content);
[[nodiscard]] std::optional<Content> read_content(Database& database, const std::string& hash);

/// The answers that were taken back to be replaced by this one: to the same item, of the same
/// session and instant, the oldest first.
[[nodiscard]] std::vector<Uuid> replaced_by(Database& database, const Uuid& answer);

/// Blanks the text of the answer, of the wordings taken from it and of what forgot these, as far as
/// they are there and a redaction is in the log.
void blank_text(Database& database, const Uuid& answer);

/// The same for every redaction there is: an answer may come in after its redaction.
void blank_redacted(Database& database);

}  // namespace pith::history
