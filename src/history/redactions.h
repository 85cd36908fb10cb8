// What a redaction takes out of the log's text. Internal to this folder.
#pragma once

#include <vector>

#include "history/database.h"
#include "history/uuid7.h"

namespace pith::history {

/// Whether the text of an answer was blanked.
[[nodiscard]] bool is_redacted(Database& database, const Uuid& answer);

/// The answers that were taken back to be replaced by this one: to the same item, of the same
/// session and instant, the oldest first.
[[nodiscard]] std::vector<Uuid> replaced_by(Database& database, const Uuid& answer);

/// Blanks the text of the answer, of the wordings taken from it and of what forgot these, as far as
/// they are there and a redaction is in the log.
void blank_text(Database& database, const Uuid& answer);

/// The same for every redaction there is: an answer may come in after its redaction.
void blank_redacted(Database& database);

}  // namespace pith::history
