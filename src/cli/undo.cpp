// pith undo: takes back the latest answers.
#include <ostream>
#include <vector>

#include "cli/command.h"
#include "cli/logged_answer.h"
#include "cli/open_history.h"

namespace pith::cli {
namespace {

struct Options {
  std::size_t count = 1;
  bool json = false;
};

ExitStatus run_undo(Context& context, const Options& options) {
  auto history = open_history(context);
  const auto now = current_time(context);
  std::vector<history::LoggedAnswer> undone;
  while (undone.size() < options.count) {
    auto answer = history.undo(now);
    if (!answer) {
      break;
    }
    undone.push_back(std::move(*answer));
  }
  if (options.json) {
    auto answers = nlohmann::ordered_json::array();
    for (const auto& answer : undone) {
      answers.push_back(to_json(answer));
    }
    context.out << nlohmann::ordered_json{{"undone", answers}}.dump() << '\n';
    return done;
  }
  for (const auto& answer : undone) {
    context.out << to_line(answer, context.screen) << '\n';
  }
  if (undone.empty()) {
    context.err << "No answer is left to undo.\n";
  }
  return done;
}

}  // namespace

void add_undo(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("undo", "Take back the latest answer");
  auto options = std::make_shared<Options>();
  command->add_option("--count,-n", options->count, "How many (default: 1)")
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_undo);
}

}  // namespace pith::cli
