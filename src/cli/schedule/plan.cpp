// pith plan: how much will be known on a day that matters, and what it takes.
#include "memory/plan.h"

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/schedule/goal_day.h"
#include "cli/schedule/plan_progress.h"
#include "cli/schedule/plan_report.h"
#include "cli/settings/config.h"
#include "cli/shell_word.h"
#include "report/json.h"
#include "session/goal.h"

namespace pith::cli {
namespace {

struct PlanCommandOptions {
  std::vector<std::string> selectors;
  std::string on;
  double target = memory::kUsualTarget;
  std::optional<double> minutes;
  bool json = false;
};

/// The review that asks what the plan asks. Where minutes are given, the target says nothing more.
std::string review_command(const PlanCommandOptions& options, memory::StudyDay on) {
  auto command = fmt::format("pith review --for {}", memory::iso_date(on));
  if (options.minutes) {
    command += fmt::format(" --minutes {}", *options.minutes);
  } else if (options.target != memory::kUsualTarget) {
    command += fmt::format(" --target {}", options.target);
  }
  for (const auto& selector : options.selectors) {
    command += ' ' + shell_word(selector);
  }
  return command;
}

PlanReport report_on(const session::GoalItems& items, memory::Journey journey,
                     const PlanCommandOptions& options, const memory::PlanOptions& simulation,
                     const memory::RunDone& done) {
  PlanReport report;
  report.items = &items;
  report.journey = std::move(journey);
  report.target = options.target;
  report.limited = options.minutes.has_value();
  const auto future = [&](memory::Policy policy, double seconds) {
    return memory::forecast(items.items, report.journey, policy, seconds, simulation, done);
  };
  report.needed =
      memory::seconds_needed(items.items, report.journey, options.target, simulation, done);
  report.seconds_a_day =
      options.minutes ? *options.minutes * 60 : report.needed.value_or(kUsualSeconds);
  report.nothing = future(memory::Policy::nothing, 0);
  report.schedule =
      future(memory::Policy::schedule, options.minutes ? report.seconds_a_day : memory::kAllDay);
  report.goal = future(memory::Policy::goal, report.seconds_a_day);
  report.today = memory::LearnerModel(items.items, report.journey)
                     .best_tasks(report.journey.today, report.seconds_a_day);
  report.review = review_command(options, report.journey.on);
  return report;
}

/// The report; how far it has come is shown meanwhile.
PlanReport report_in_sight(const Context& context, const session::GoalItems& items,
                           const memory::Journey& journey, const PlanCommandOptions& options) {
  constexpr std::uint64_t kSeed = 1;  // the same plan at every look
  PlanProgress progress(context);
  return report_on(items, journey, options, {.seed = context.options.seed.value_or(kSeed)},
                   progress.run_done());
}

ExitStatus run_plan(Context& context, const PlanCommandOptions& options) {
  const auto config = config_of(context);
  const auto today = study_day(context.now(), config);
  const auto on = goal_day("--on", options.on, today);
  const auto selection = select_items(context, options.selectors);
  const auto history = read_history(context);
  const auto wishes = wishes_of(config);
  const auto candidates = session::candidates_for(history, selection.items, wishes, today);
  const auto items = session::goal_items(candidates, wishes);
  if (items.items.empty()) {
    throw UsageError("there is nothing to plan for: no item is left that is not suspended");
  }
  const auto journey = session::journey_to(history, items, today, on);
  const auto report = report_in_sight(context, items, journey, options);
  if (options.json) {
    context.out << report::line(to_json(report)) << '\n';
  } else {
    context.out << to_text(report, context.screen.columns, context.tr);
  }
  return done;
}

}  // namespace

void add_plan(Command app, Action& action) {
  auto command = app.add_command("plan", "How much you will know on a day, and what it takes");
  auto options = std::make_shared<PlanCommandOptions>();
  take_selectors(command, options->selectors);
  command.add_option("--on", options->on, "The day that matters: a date, or +DAYS").required();
  command.add_option("--target", options->target, "Expected score to reach").between(0.05, 0.999);
  command.add_option("--minutes", options->minutes, "At most so many minutes a day")
      .between(1.0, 1440.0);
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_plan);
}

}  // namespace pith::cli
