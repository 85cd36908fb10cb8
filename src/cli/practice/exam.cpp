// pith exam: a mock interview with clock and scorecard.
#include "session/exam.h"

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/practice/desk.h"
#include "cli/practice/reports.h"
#include "cli/practice/scored_run.h"
#include "cli/settings/durations.h"

namespace pith::cli {
namespace {

struct ExamOptions {
  SessionFlags session;
  ReportFlags reports;
  std::size_t count = 10;
  std::string time;
  std::string time_limit;
  bool allow_pause = false;
  bool follow_up = false;
};

session::SessionOptions rules_of(const ExamOptions& options) {
  session::SessionOptions rules;
  rules.mode = history::Mode::exam;
  rules.feedback = false;
  rules.hints = false;
  rules.may_pause = options.allow_pause;
  rules.follow_up = options.follow_up;
  rules.time = duration_option("--time", options.time);
  rules.time_limit = duration_option("--time-limit", options.time_limit);
  return rules;
}

std::vector<session::Task> questions(const Desk& desk, const ExamOptions& options,
                                     bool seed_given) {
  session::ExamRules rules;
  rules.day = desk.now().day;
  rules.parameters = desk.history().parameters();
  rules.count = options.count;
  rules.seed = desk.seed();
  rules.by_memory = !seed_given;
  return session::exam_queue(desk.candidates(), rules);
}

ExitStatus run_exam(Context& context, const ExamOptions& options) {
  const auto rules = rules_of(options);
  const auto files = report_files(options.reports);
  if (!files.empty()) {
    refuse_in_use(files, files_in_use(context, options.session.selectors));
    refuse_in_use(files, answers_in_use());
  }
  require_writable(files);
  Desk desk(context, options.session);
  auto tasks = questions(desk, options, context.options.seed.has_value());
  return run_scored(desk, std::move(tasks), rules,
                    {std::string(text::to_translate("Mock interview")), options.session.pass},
                    files);
}

}  // namespace

void add_exam(Command app, Action& action) {
  auto command = app.add_command(
      "exam",
      "A mock interview: questions by topic and difficulty, no feedback until the scorecard");
  auto options = std::make_shared<ExamOptions>();
  add_session_options(command, options->session);
  command.add_option("--count", options->count, "At most so many questions (default: 10)")
      .positive();
  command.add_option("--time", options->time, "For all of it, such as 45m");
  command.add_option("--time-limit", options->time_limit,
                     "For each question, instead of the deck's own, such as 3m");
  command.add_flag("--allow-pause", options->allow_pause, "The clock may be stopped");
  command.add_flag("--follow-up", options->follow_up,
                   "Ask about what an answer missed, as an interviewer would");
  add_report_options(command, options->reports);
  on_call(command, action, options, run_exam);
}

}  // namespace pith::cli
