#include "cli/practice/scored_run.h"

#include <utility>

#include "report/scoring.h"

namespace pith::cli {

ExitStatus run_scored(Desk& desk, std::vector<session::Task> tasks, session::SessionOptions options,
                      const Marking& marking, const std::vector<ReportFile>& files) {
  std::optional<report::Scorecard> card;
  const auto score = [&](const session::Session& session) {
    card = report::scorecard_of(session, desk.history(), desk.now(),
                                {marking.title, marking.pass, desk.selection().collection.decks});
    return *card;
  };
  const auto status = desk.run(std::move(tasks), std::move(options), score);
  if (card) {
    write_reports(*card, files, desk.context().tr);
  }
  return status;
}

}  // namespace pith::cli
