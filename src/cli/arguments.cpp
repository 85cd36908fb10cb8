#include "cli/arguments.h"

#include <algorithm>

namespace pith::cli {
namespace {

/// How many of the arguments from `at` on belong to a global option; 0 if none stands there.
std::size_t global_option_length(const std::vector<std::string>& arguments, std::size_t at,
                                 const CLI::App& app) {
  const auto& argument = arguments[at];
  if (argument.size() < 2 || argument[0] != '-') {
    return 0;
  }
  const auto name = argument.substr(0, argument.find('='));
  const auto* option = app.get_option_no_throw(name);
  if (option == nullptr) {
    return 0;
  }
  const bool takes_value = option->get_expected_min() > 0 && name == argument;
  return takes_value ? 2 : 1;
}

bool is_command(const CLI::App& app, const std::string& name) {
  return !app.get_subcommands([&](const CLI::App* command) { return command->check_name(name); })
              .empty();
}

bool asks_for_help_or_version(const std::string& argument) {
  return argument == "-h" || argument == "--help" || argument == "--help-all" ||
         argument == "--version";
}

}  // namespace

void add_global_options(CLI::App& app, GlobalOptions& options) {
  app.fallthrough();
  app.require_subcommand(1);
  app.set_version_flag("--version", "pith " PITH_VERSION);
  const std::string group = "Options of every command";
  app.add_option("--decks", options.decks,
                 "Folder or file with decks; may be given several times (or $PITH_DECKS)")
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--db", options.database, "History file (or $PITH_DB)")->group(group);
  app.add_option("--now", options.now, "Pretend that it is this time, ISO 8601 (or $PITH_NOW)")
      ->group(group);
  app.add_option("--seed", options.seed, "Seed of everything that is shuffled")->group(group);
  app.add_option("--lang", options.language, "Language of messages: auto, en or zh")
      ->check(CLI::IsMember({"auto", "en", "zh"}))
      ->group(group);
  app.add_option("--color", options.color, "Colours: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->group(group);
}

std::size_t first_word(const std::vector<std::string>& arguments, const CLI::App& app) {
  std::size_t at = 0;
  while (at < arguments.size()) {
    const auto length = global_option_length(arguments, at, app);
    if (length == 0 || asks_for_help_or_version(arguments[at])) {
      break;
    }
    at += length;
  }
  return std::min(at, arguments.size());
}

std::string language_in(const std::vector<std::string>& arguments) {
  const std::string name = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == name && i + 1 < arguments.size()) {
      return arguments[i + 1];
    }
    if (arguments[i].starts_with(name + "=")) {
      return arguments[i].substr(name.size() + 1);
    }
  }
  return "auto";
}

std::vector<std::string> for_parser(std::vector<std::string> arguments, const CLI::App& app) {
  const auto at = first_word(arguments, app);
  const bool named = at < arguments.size() &&
                     (asks_for_help_or_version(arguments[at]) || is_command(app, arguments[at]));
  if (!named && is_command(app, "review")) {
    arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(at), "review");
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

}  // namespace pith::cli
