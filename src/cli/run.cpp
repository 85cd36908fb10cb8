// pith run: a scripted practice from a file.
#include <algorithm>
#include <climits>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/desk.h"
#include "cli/diagnosis.h"
#include "cli/practice_file.h"
#include "cli/reports.h"
#include "report/json.h"
#include "report/scoring.h"
#include "text/display.h"
#include "text/error.h"
#include "text/words.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;
using session::Practice;

struct RunOptions {
  SessionFlags session;
  ReportFlags reports;
  std::string file;
  std::string answers;
  std::string report_folder;
  bool dry_run = false;
  bool json = false;
};

session::SessionOptions rules_of(const Practice& practice) {
  session::SessionOptions rules;
  rules.mode = history::Mode::run;
  rules.scheduled = practice.schedule;
  rules.repeats = practice.repeat_missed ? INT_MAX : 0;
  rules.time = practice.time;
  rules.feedback = practice.feedback;
  rules.hints = practice.hints;
  rules.may_pause = practice.may_pause;
  rules.follow_up = practice.follow_up;
  for (const auto& section : practice.sections) {
    rules.sections.push_back({section.name, section.time, section.time_limit});
  }
  return rules;
}

/// The reports of the command line and of the file.
std::vector<ReportFile> all_reports(const RunOptions& options, const Practice& practice) {
  auto files = report_files(options.reports);
  const auto folder =
      options.report_folder.empty() ? folder_of(options.file) : fs::path(options.report_folder);
  for (const auto& name : practice.reports) {
    files.push_back(report_below(folder, name));
  }
  return files;
}

void print_as_text(Context& context, const Practice& practice,
                   const std::vector<session::Task>& tasks) {
  const session::Task* last = nullptr;
  for (const auto& task : tasks) {
    const auto& section = practice.sections[task.section];
    if (!section.name.empty() && (last == nullptr || last->section != task.section)) {
      context.out << context.tr.format("{}:", text::sanitise(section.name)) << '\n';
    }
    last = &task;
    context.out << text::sanitise(fmt::format("{}  {}\n", deck::full_id(*task.item),
                                              context.tr.count(task.asked.size(), "point")));
  }
  context.out << context.tr.count(tasks.size(), "question") << '\n';
}

void print_as_json(Context& context, const Practice& practice,
                   const std::vector<session::Task>& tasks) {
  auto questions = report::Json::array();
  for (const auto& task : tasks) {
    const auto& section = practice.sections[task.section].name;
    auto points = report::Json::array();
    for (const auto point : task.asked) {
      points.push_back(task.item->points.at(point).id);
    }
    questions.push_back(
        {{"item", deck::full_id(*task.item)},
         {"section", section.empty() ? report::Json(nullptr) : report::Json(section)},
         {"points", std::move(points)}});
  }
  context.out << report::line({{"title", practice.title}, {"questions", std::move(questions)}})
              << '\n';
}

ExitStatus dry_run(Context& context, const RunOptions& options, const Practice& practice) {
  const auto selection = select_items(context, all_selectors(practice));
  const auto tasks = plan_unopened(context, practice, selection);
  if (options.json) {
    print_as_json(context, practice, tasks);
  } else {
    print_as_text(context, practice, tasks);
  }
  return done;
}

ExitStatus practise(Context& context, const RunOptions& options, const Practice& practice) {
  const auto files = all_reports(options, practice);
  require_writable(files);
  auto flags = options.session;
  flags.selectors = all_selectors(practice);
  Desk desk(context, flags);
  report::Scorecard card;
  const auto score = [&](const session::Session& session) {
    const auto pass = options.session.pass ? options.session.pass : practice.pass;
    card = report::scorecard_of(session, desk.history(), desk.now(),
                                {practice.title, pass, desk.selection().collection.decks});
    return card;
  };
  auto tasks = plan(practice, desk.selection(),
                    {desk.history(), desk.wishes(), desk.now().day, desk.seed(),
                     !context.options.seed.has_value()});
  const auto status = desk.run(std::move(tasks), rules_of(practice), score);
  write_reports(card, files, context.tr);
  return status;
}

ExitStatus run_run(Context& context, RunOptions options) {
  options.file = practice_file(context, options.file);
  const auto practice = load_practice(context, options.file);
  if (!practice) {
    return invalid_input;
  }
  if (!context.options.seed) {
    context.options.seed = practice->seed;
  }
  if (options.dry_run) {
    return dry_run(context, options, *practice);
  }
  if (options.answers.empty()) {
    return practise(context, options, *practice);
  }
  if (options.answers == "-") {
    context.screen.in_is_terminal = false;
    return practise(context, options, *practice);
  }
  std::ifstream answers(options.answers, std::ios::binary);
  if (!answers || std::filesystem::is_directory(options.answers)) {
    throw StorageError(fmt::format("cannot read the answers in {}", options.answers));
  }
  auto screen = context.screen;
  screen.in_is_terminal = false;
  Context reading{answers,       context.out,     context.err,       screen,
                  context.paths, context.options, context.deck_path, context.editor,
                  context.pager, context.tr,      context.theme};
  return practise(reading, options, *practice);
}

}  // namespace

void add_run(Command app, Action& action) {
  auto command = app.add_command("run", "A scripted practice from a file; exit 1 if not passed");
  auto options = std::make_shared<RunOptions>();
  command
      .add_option("practice", options->file,
                  "The practice file (YAML), or one that ships: daily, mock-interview, ci-check")
      .required();
  command.add_option("--answers", options->answers,
                     "A file with an answer a line, or -: standard input");
  command.add_flag("--dry-run", options->dry_run, "Show what would be asked, and ask nothing");
  command.add_flag("--json", options->json, "With --dry-run: as one JSON object");
  command.add_option("--report-folder", options->report_folder,
                     "Where the reports that the file names go, instead of its own folder");
  add_answering_options(command, options->session);
  add_report_options(command, options->reports);
  on_call(command, action, options, run_run);
}

}  // namespace pith::cli
