// The statistics that a command line asks for: selectors, period, history and decks. Shared by the
// commands that show them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/context.h"
#include "memory/study_day.h"
#include "statistics/statistics.h"

namespace pith::cli {

struct StatisticsFlags {
  std::vector<std::string> selectors;
  std::string since;
};

/// The arguments and options that fill in the flags.
void add_statistics_options(Command command, StatisticsFlags& flags);

/// The first day of a period: a date, or the last so many days (`7d`), weeks (`4w`), months of 30
/// days (`3m`) or years of 365 (`1y`), today included. Empty for no text. Throws UsageError.
[[nodiscard]] std::optional<memory::StudyDay> since_option(std::string_view text,
                                                           memory::StudyDay today);

/// Reads decks and history, which need not exist. A selector may also be the id of a deck that is
/// gone but has history. Throws UsageError for one that means nothing, StorageError.
[[nodiscard]] statistics::Statistics requested_statistics(Context& context,
                                                          const StatisticsFlags& flags);

}  // namespace pith::cli
