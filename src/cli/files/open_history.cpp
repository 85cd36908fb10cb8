#include "cli/files/open_history.h"

#include <filesystem>
#include <ostream>
#include <system_error>

#include "base/error.h"
#include "cli/files/history_file.h"
#include "cli/tell.h"

namespace pith::cli {

history::History open_history(Context& context) {
  if (context.options.now && !context.options.database) {
    throw UsageError(
        "--now writes only into a history that is named as well: add --db FILE or set $PITH_DB");
  }
  history::History history(history_file(context));
  if (!history.note().empty()) {
    tell(context, context.tr.format("pith: {}", context.tr.sentence(history.note())));
  }
  return history;
}

history::History read_history(const Context& context) {
  const auto file = history_file(context);
  std::error_code ignored;
  if (context.options.database && !std::filesystem::exists(file, ignored)) {
    tell(context, context.tr.format("pith: there is no history in {} yet", file.string()));
  }
  return history::History(file, {.read_only = true});
}

history::History& HistoryOnDemand::get() {
  if (!history_) {
    history_.emplace(open_history(context_));
  }
  return *history_;
}

history::When current_time(const Context& context) {
  return when_of(context.now(), config_of(context));
}

}  // namespace pith::cli
