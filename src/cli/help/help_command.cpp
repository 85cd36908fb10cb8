// pith help [TOPIC|COMMAND], and pith manual: the same as man pages.
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/help/help.h"
#include "cli/help/manual.h"
#include "cli/help/topics.h"
#include "text/similar.h"

namespace pith::cli {
namespace {

struct HelpOptions {
  std::vector<std::string> topic;  ///< A topic, or a command with those below it.
};

struct ManualOptions {
  std::string page = "pith";
};

[[noreturn]] void refuse(Command program, const std::string& wanted) {
  std::vector<std::string> known;
  for (const auto& topic : topics()) {
    known.emplace_back(topic.name);
  }
  const auto all = fmt::format("{}", fmt::join(known, ", "));
  for (const auto& command : commands_with_help(program)) {
    known.push_back(name_in_help(command));
  }
  const auto meant = text::nearest(wanted, known);
  throw UsageError(meant
                       ? fmt::format("there is no help on '{}': did you mean '{}'?", wanted, *meant)
                       : fmt::format("there is no help on '{}': the topics are {}; commands have "
                                     "help as well",
                                     wanted, all));
}

ExitStatus run_help(Context& context, const HelpOptions& options, Command program) {
  if (options.topic.empty()) {
    context.out << help_page(program, context.tr, context.screen.columns);
    return done;
  }
  const auto wanted = fmt::format("{}", fmt::join(options.topic, " "));
  for (const auto& topic : topics()) {
    if (topic.name == wanted) {
      context.out << to_text(blocks_of(topic_text(topic.name, context.tr)), context.screen.columns);
      return done;
    }
  }
  for (const auto& command : commands_with_help(program)) {
    if (name_in_help(command) == wanted) {
      context.out << help_page(command, context.tr, context.screen.columns);
      return done;
    }
  }
  refuse(program, wanted);
}

ExitStatus run_manual(Context& context, const ManualOptions& options, Command program) {
  context.out << (options.page == "pith" ? manual_of_pith(program, context.tr)
                                         : manual_of_decks(context.tr));
  return done;
}

}  // namespace

void add_help(Command app, Action& action) {
  auto command = app.add_command("help", "Explain a command or a topic");
  auto options = std::make_shared<HelpOptions>();
  command.add_option("topic", options->topic, "decks, grading, memory, scripts, or a command");
  on_call(command, action, options, [app](Context& context, const HelpOptions& given) {
    return run_help(context, given, app);
  });
}

void add_manual(Command app, Action& action) {
  auto command = app.add_command("manual", "Print a man page: `pith manual pith | man -l -`");
  auto options = std::make_shared<ManualOptions>();
  command.add_option("page", options->page, "pith (default) or pith-deck")
      .one_of({"pith", "pith-deck"});
  on_call(command, action, options, [app](Context& context, const ManualOptions& given) {
    return run_manual(context, given, app);
  });
}

}  // namespace pith::cli
