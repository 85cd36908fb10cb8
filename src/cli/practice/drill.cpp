// pith drill: practice now, whether anything is due or not.
#include <climits>

#include "cli/command.h"
#include "cli/practice/desk.h"
#include "cli/settings/durations.h"

namespace pith::cli {
namespace {

struct DrillOptions {
  SessionFlags session;
  std::string order = "file";
  std::optional<std::size_t> count;
  std::string time;
  bool points_missed = false;
  bool go_on = false;
};

/// What there is to ask, in the order wanted. Answers in a pipe follow the file; only for a person,
/// who has read the answer on the screen, does a card turned round not come at once.
std::vector<session::Task> tasks_of(const Desk& desk, const DrillOptions& options) {
  session::PracticeRules rules;
  rules.day = desk.now().day;
  rules.parameters = desk.history().parameters();
  rules.order = *session::order_named(options.order);
  rules.seed = desk.seed();
  if (rules.order != session::Order::file) {
    return session::practice_queue(desk.candidates(), rules);
  }
  auto tasks = session::practice_queue(desk.candidates_as_named(), rules);
  return desk.interactive() ? session::with_directions_apart(std::move(tasks)) : tasks;
}

ExitStatus run_drill(Context& context, const DrillOptions& options) {
  session::SessionOptions session;
  session.mode = history::Mode::drill;
  session.repeats = options.session.repeat_missed ? INT_MAX : 0;
  session.time = duration_option("--time", options.time);
  Desk desk(context, options.session);
  auto tasks = tasks_of(desk, options);
  if (options.points_missed) {
    tasks = session::missed_only(std::move(tasks), desk.history());
  }
  if (options.go_on) {
    tasks = session::unanswered_since(std::move(tasks), desk.history(), desk.now().day);
  }
  if (options.count && tasks.size() > *options.count) {
    tasks.resize(*options.count);
  }
  return desk.run(std::move(tasks), std::move(session));
}

}  // namespace

void add_drill(Command app, Action& action) {
  auto command = app.add_command("drill", "Practise items now, due or not");
  auto options = std::make_shared<DrillOptions>();
  add_session_options(command, options->session);
  add_repeat_option(command, options->session);
  command
      .add_option("--order", options->order,
                  "weakest, random, file (default) or due: what comes first")
      .one_of(session::order_names());
  command.add_option("--count", options->count, "At most so many items").positive();
  command.add_option("--time", options->time, "Ask nothing more after this time, such as 30m");
  command.add_flag("--points-missed", options->points_missed,
                   "Only the points that were missed when they were last asked");
  command.add_flag("--continue", options->go_on, "Leave out what was answered today");
  on_call(command, action, options, run_drill);
}

}  // namespace pith::cli
