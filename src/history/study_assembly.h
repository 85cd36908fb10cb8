// The rows of a log put together to a StudyLog. Internal to this folder.
#pragma once

#include <vector>

#include "history/database.h"
#include "history/study_log.h"
#include "history/study_rows.h"

namespace pith::history {

/// Under present names, without what was retracted. The parts are stretches of the log in the order
/// of the file. Throws StorageError.
[[nodiscard]] StudyLog assembled(Database& database, std::vector<StudyRows> parts);

}  // namespace pith::history
