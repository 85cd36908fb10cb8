// Where the history is, and what day it is by the learner's settings.
#pragma once

#include <filesystem>

#include "cli/context.h"
#include "cli/settings/config.h"
#include "history/events.h"
#include "memory/study_day.h"

namespace pith::cli {

/// The file of --db or $PITH_DB, else `pith.db` in the data folder. Throws UsageError if it is
/// named by nothing.
[[nodiscard]] std::filesystem::path history_file(const Context& context);

/// Where the backups of a history are: `backups` beside `pith.db`, `NAME.backups` beside any other
/// NAME.db, so that nobody's history is repaired from another's.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& history);

/// The study day of an instant of the learner's clock.
[[nodiscard]] memory::StudyDay study_day(const LocalTime& time, const Config& config);

/// The instant with that day, as events have it.
[[nodiscard]] history::When when_of(const LocalTime& time, const Config& config);

}  // namespace pith::cli
