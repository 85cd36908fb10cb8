// pith run: a scripted practice from a file.
#include <algorithm>
#include <climits>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/practice/desk.h"
#include "cli/practice/practice_file.h"
#include "cli/practice/practice_tasks.h"
#include "cli/practice/reports.h"
#include "cli/practice/scored_run.h"
#include "cli/tell.h"
#include "deck/selector.h"
#include "protocol/line_reader.h"
#include "report/json.h"
#include "text/display.h"

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

/// What no report may take the place of.
std::vector<FileInUse> all_in_use(const Context& context, const RunOptions& options,
                                  const Practice& practice) {
  if (options.reports.files.empty() && practice.reports.empty()) {
    return {};
  }
  auto files = files_in_use(context, all_selectors(practice));
  files.push_back(
      {options.file, text::to_translate("{}: this file is the practice; name another one")});
  for (auto& file : answers_in_use(options.answers)) {
    files.push_back(std::move(file));
  }
  return files;
}

/// The reports of the command line and of the file; empty, with every mistake told, if the file
/// names one that cannot be.
std::optional<std::vector<ReportFile>> all_reports(Context& context, const RunOptions& options,
                                                   const PracticeFile& file) {
  auto reports = report_files(options.reports);
  const auto in_use = all_in_use(context, options, file.practice);
  refuse_in_use(reports, in_use);
  const auto folder =
      options.report_folder.empty() ? folder_of(options.file) : fs::path(options.report_folder);
  bool sound = true;
  for (std::size_t i = 0; i < file.practice.reports.size(); ++i) {
    try {
      reports.push_back(report_below(folder, file.practice.reports[i], in_use));
    } catch (const InvalidInput& error) {
      tell_mistake(context, file, file.practice.reports_at.at(i), error.what());
      sound = false;
    }
  }
  return sound ? std::optional(std::move(reports)) : std::nullopt;
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
  Library library(context, all_selectors(practice));
  library.require_any_sound();
  const auto tasks = plan_unopened(context, practice, library.selection());
  if (options.json) {
    print_as_json(context, practice, tasks);
  } else {
    print_as_text(context, practice, tasks);
  }
  return done;
}

ExitStatus practise(Context& context, const RunOptions& options, const Practice& practice,
                    const std::vector<ReportFile>& files) {
  require_writable(files);
  auto flags = options.session;
  flags.selectors = all_selectors(practice);
  Desk desk(context, flags);
  auto tasks = plan(practice, desk.selection(),
                    {desk.history(), desk.wishes(), desk.now().day, desk.seed(),
                     !context.options.seed.has_value(), context.tr.language()});
  const auto pass = options.session.pass ? options.session.pass : practice.pass;
  return run_scored(desk, std::move(tasks), rules_of(practice), {practice.title, pass}, files);
}

/// Says how many answers of a file nobody asked for; empty lines are none.
void tell_of_unused(const Context& context, std::istream& answers, const std::string& file) {
  std::size_t unused = 0;
  for (protocol::Line line; protocol::read_line(answers, line);) {
    unused += line.text.find_first_not_of(" \t") == std::string::npos ? 0U : 1U;
  }
  if (unused > 0) {
    const auto lines = context.tr.count(unused, "line");
    tell(context, context.tr.format("pith: {}",
                                    context.tr.format("{} at the end of {} not used: nothing more "
                                                      "was asked",
                                                      lines, file)));
  }
}

/// Asks, with the answers from where the options say.
ExitStatus practise_from(Context& context, const RunOptions& options, const Practice& practice,
                         const std::vector<ReportFile>& files) {
  if (options.answers.empty()) {
    return practise(context, options, practice, files);
  }
  if (options.answers == "-") {
    context.screen.in_is_terminal = false;
    return practise(context, options, practice, files);
  }
  std::ifstream answers(options.answers, std::ios::binary);
  if (!answers || fs::is_directory(options.answers)) {
    throw StorageError(fmt::format("cannot read the answers in {}", options.answers));
  }
  auto reading = context.with_streams(answers, context.out, context.err);
  reading.screen.in_is_terminal = false;
  const auto status = practise(reading, options, practice, files);
  if (options.session.protocol.empty() && fs::is_regular_file(options.answers)) {
    tell_of_unused(context, answers, options.answers);
  }
  return status;
}

ExitStatus run_run(Context& context, RunOptions options) {
  options.file = practice_file(context, options.file);
  const auto file = load_practice(context, options.file);
  if (!file) {
    return invalid_input;
  }
  if (!context.options.seed) {
    context.options.seed = file->practice.seed;
  }
  const auto reports = all_reports(context, options, *file);
  if (!reports) {
    return invalid_input;
  }
  try {
    return options.dry_run ? dry_run(context, options, file->practice)
                           : practise_from(context, options, file->practice, *reports);
  } catch (const deck::UnknownSelector&) {
    if (!tell_wrong_selectors(context, *file)) {
      throw;
    }
  } catch (const InvalidInput&) {
    if (!tell_wrong_selectors(context, *file)) {
      throw;
    }
  }
  return invalid_input;
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
  auto dry =
      command.add_flag("--dry-run", options->dry_run, "Show what would be asked, and ask nothing");
  command.add_flag("--json", options->json, "With --dry-run: as one JSON object").needs(dry);
  command.add_option("--report-folder", options->report_folder,
                     "Where the reports that the file names go, instead of its own folder");
  add_answering_options(command, options->session);
  add_report_options(command, options->reports);
  on_call(command, action, options, run_run);
}

}  // namespace pith::cli
