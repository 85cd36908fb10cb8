#include "cli/arguments.h"

#include <algorithm>

namespace pith::cli {
namespace {

/// How many of the arguments from `at` on belong to a global option; 0 if none stands there.
std::size_t global_option_length(const std::vector<std::string>& arguments, std::size_t at,
                                 Command program) {
  const auto& argument = arguments[at];
  if (argument.size() < 2 || argument[0] != '-') {
    return 0;
  }
  const auto name = argument.substr(0, argument.find('='));
  const auto option = program.option(name);
  if (!option) {
    return 0;
  }
  const bool takes_value = option->needs_value() && name == argument;
  return takes_value ? 2 : 1;
}

bool asks_for_help_or_version(const std::string& argument) {
  return argument == "-h" || argument == "--help" || argument == "--help-all" ||
         argument == "--version";
}

/// Whether the last argument is a global option whose value should follow.
bool value_is_missing(const std::vector<std::string>& arguments, Command program) {
  std::size_t at = 0;
  while (at < arguments.size()) {
    const auto length = global_option_length(arguments, at, program);
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return at > arguments.size();
}

/// Whether a command is named at the first word; or behind it, where that is an option which a
/// review does not have.
bool names_command(const std::vector<std::string>& arguments, std::size_t at, Command program,
                   Command review) {
  if (at == arguments.size()) {
    return false;
  }
  const auto& word = arguments[at];
  if (!word.starts_with("--") || review.option(word.substr(0, word.find('=')))) {
    return asks_for_help_or_version(word) || program.command(word);
  }
  return asks_for_help_or_version(word) ||
         std::any_of(arguments.begin() + static_cast<std::ptrdiff_t>(at), arguments.end(),
                     [&](const auto& each) { return program.command(each).has_value(); });
}

}  // namespace

void add_global_options(Command program, GlobalOptions& options) {
  program
      .add_option("--decks", options.decks,
                  "Folder or file with decks; may be given several times (or $PITH_DECKS)")
      .one_value_each_time();
  program.add_option("--db", options.database, "History file (or $PITH_DB)");
  program.add_option("--now", options.now, "Pretend that it is this time, ISO 8601 (or $PITH_NOW)");
  program.add_option("--seed", options.seed, "Seed of everything that is shuffled").whole();
  program.add_option("--lang", options.language, "Language of messages: auto, en or zh")
      .one_of({"auto", "en", "zh"});
  program.add_option("--color", options.color, "Colours: auto, always or never")
      .one_of({"auto", "always", "never"});
}

std::size_t first_word(const std::vector<std::string>& arguments, Command program) {
  std::size_t at = 0;
  while (at < arguments.size()) {
    const auto length = global_option_length(arguments, at, program);
    if (length == 0 || asks_for_help_or_version(arguments[at])) {
      break;
    }
    at += length;
  }
  return std::min(at, arguments.size());
}

std::vector<std::string> values_in(const std::vector<std::string>& arguments,
                                   const std::string& option) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == option && i + 1 < arguments.size()) {
      values.push_back(arguments[i + 1]);
    } else if (arguments[i].starts_with(option + "=")) {
      values.push_back(arguments[i].substr(option.size() + 1));
    }
  }
  return values;
}

std::string language_in(const std::vector<std::string>& arguments) {
  const auto values = values_in(arguments, "--lang");
  return values.empty() ? "auto" : values.front();
}

std::vector<std::string> with_review(std::vector<std::string> arguments, Command program) {
  const auto at = first_word(arguments, program);
  const auto review = program.command("review");
  if (review && !value_is_missing(arguments, program) &&
      !names_command(arguments, at, program, *review)) {
    arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(at), "review");
  }
  return arguments;
}

}  // namespace pith::cli
