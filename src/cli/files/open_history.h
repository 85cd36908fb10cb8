// The history opened for commands that write it or tell what is in it.
#pragma once

#include <optional>

#include "cli/context.h"
#include "history/store.h"

namespace pith::cli {

/// Opens the history to be written, creating it if need be, and says what is to be known about it.
/// Throws UsageError for a --now without a history that was named: a test script must not put the
/// year 2030 into somebody's real log. Throws StorageError.
[[nodiscard]] history::History open_history(Context& context);

/// Opens the history to be read; one that is not there is empty, and if it was named (mistyped,
/// perhaps) that is said. Throws StorageError.
[[nodiscard]] history::History read_history(const Context& context);

/// What open_history() gives, opened when it is first asked for, and kept.
class HistoryOnDemand {
 public:
  explicit HistoryOnDemand(Context& context) : context_(context) {}

  [[nodiscard]] history::History& get();

 private:
  Context& context_;
  std::optional<history::History> history_;
};

/// Now, on the study day of the configuration.
[[nodiscard]] history::When current_time(const Context& context);

}  // namespace pith::cli
