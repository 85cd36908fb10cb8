// pith review, and pith alone: what is due, then new items; or what is worth most for a day.
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/practice/desk.h"
#include "cli/schedule/goal_day.h"
#include "cli/schedule/plan_progress.h"
#include "memory/plan.h"
#include "session/goal.h"
#include "session/limits.h"
#include "session/review_plan.h"

namespace pith::cli {
namespace {

struct ReviewOptions {
  SessionFlags session;
  std::optional<std::size_t> new_items;
  std::optional<std::size_t> limit;
  std::optional<double> minutes;
  bool focus = false;
  std::string on;  ///< --for
  std::optional<double> target;
};

/// How often a missed point comes back in a sitting where a person answers.
constexpr int kRepeats = 4;

/// Retrievability from which a point is known for sure (docs/memory.md).
constexpr double kSure = 0.95;

std::vector<session::Task> due_tasks(const Desk& desk, const ReviewOptions& options) {
  auto rules = session::rules_for(desk.history(), desk.now().day, desk.wishes());
  rules.new_items = options.new_items;
  session::Limits limits;
  limits.items = options.limit;
  if (options.focus) {
    limits.sure = kSure;
  }
  if (options.minutes) {
    limits.seconds = *options.minutes * 60;
    limits.pace = session::pace_of(desk.history());
  }
  const auto candidates = desk.candidates();
  return session::within(session::review_queue(candidates, rules), candidates, limits,
                         rules.parameters, rules.day);
}

/// The seconds a day that the options give, or that the target takes.
double seconds_for(const Context& context, const session::GoalItems& items,
                   const memory::Journey& journey, const ReviewOptions& options) {
  if (options.minutes) {
    return *options.minutes * 60;
  }
  PlanProgress progress(context);
  return memory::seconds_needed(items.items, journey, options.target.value_or(memory::kUsualTarget),
                                {}, progress.run_done())
      .value_or(kUsualSeconds);
}

/// What serves the day of --for best.
std::vector<session::Task> goal_tasks(const Context& context, const Desk& desk,
                                      const ReviewOptions& options) {
  const auto today = desk.now().day;
  const auto on = goal_day("--for", options.on, today);
  const auto candidates = desk.candidates();
  const auto items = session::goal_items(candidates, desk.wishes());
  if (items.items.empty()) {
    return {};
  }
  const auto journey = session::journey_to(desk.history(), items, today, on);
  auto tasks = session::goal_queue(items, journey, seconds_for(context, items, journey, options));
  tasks.resize(std::min(tasks.size(), options.limit.value_or(tasks.size())));
  return tasks;
}

ExitStatus run_review(Context& context, const ReviewOptions& options) {
  if (!options.on.empty() && (options.focus || options.new_items)) {
    throw UsageError("--for chooses items and points itself: leave out --focus and --new");
  }
  Desk desk(context, options.session);
  session::SessionOptions session;
  session.mode = history::Mode::review;
  session.repeats = desk.interactive() || options.session.repeat_missed ? kRepeats : 0;
  if (options.minutes) {
    session.time = std::chrono::seconds(static_cast<std::int64_t>(*options.minutes * 60));
  }
  if (options.on.empty() && !options.focus && !options.minutes) {
    session.later = desk.review_tasks(options.new_items, options.limit);
    return desk.run({}, std::move(session));
  }
  return desk.run(
      options.on.empty() ? due_tasks(desk, options) : goal_tasks(context, desk, options),
      std::move(session));
}

}  // namespace

void add_review(Command app, Action& action) {
  auto command =
      app.add_command("review", "Answer what is due, then new items (the default command)");
  auto options = std::make_shared<ReviewOptions>();
  add_session_options(command, options->session);
  add_repeat_option(command, options->session);
  command.add_option("--new", options->new_items, "At most so many new items").whole();
  command.add_option("--limit", options->limit, "At most so many items").positive();
  auto minutes = command
                     .add_option("--minutes", options->minutes,
                                 "At most so many minutes: what wins most for its time, then stop")
                     .between(1.0, 1440.0);
  command.add_flag("--focus", options->focus, "Show the points that you know for sure");
  auto day = command.add_option("--for", options->on,
                                "What serves that day best (see `pith plan`): a date, or +DAYS");
  command
      .add_option("--target", options->target,
                  "With --for and without --minutes: the expected score to reach")
      .between(0.05, 0.999)
      .needs(day)
      .excludes(minutes);
  on_call(command, action, options, run_review);
}

}  // namespace pith::cli
