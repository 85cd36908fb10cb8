#include "cli/mistakes.h"

#include <algorithm>

#include "cli/arguments.h"
#include "cli/help.h"
#include "text/similar.h"

namespace pith::cli {
namespace {

/// The command that was named, or the whole program.
const CLI::App& command_of(const CLI::App& app) {
  const auto* at = &app;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
  }
  return *at;
}

std::string path_of(const CLI::App& command) {
  return command.get_parent() == nullptr
             ? command.get_name()
             : path_of(*command.get_parent()) + ' ' + command.get_name();
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* app = &command; app != nullptr; app = app->get_parent()) {
    for (const auto* option : options_of(*app, false)) {
      for (const auto& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  return names;
}

std::string what_is_wrong(const CLI::ParseError& error, const CLI::App& app,
                          const CLI::App& command, const text::Messages& tr) {
  const auto left_over = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || left_over.empty()) {
    return tr.sentence(error.what());
  }
  const auto& first = left_over.front();
  if (!first.starts_with('-')) {
    return tr.format("'{}' is one argument too many", first);
  }
  const auto meant = text::nearest(first.substr(0, first.find('=')), option_names(command));
  return meant ? tr.format("there is no option '{}': did you mean '{}'?", first, *meant)
               : tr.format("there is no option '{}'", first);
}

}  // namespace

std::string complaint_of(const CLI::ParseError& error, const CLI::App& app,
                         const text::Messages& tr) {
  const auto& command = command_of(app);
  const auto path = path_of(command);
  auto out = path + ": " + what_is_wrong(error, app, command, tr) + '\n';
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const auto examples = examples_of(command.get_name());
    out += tr.format("Usage: {}", usage_line(command, tr)) + '\n';
    out += examples.empty()
               ? ""
               : tr.format("For example: {}", std::string(examples.front().line)) + '\n';
  }
  return out + tr.format("`{} --help` says more.", path) + '\n';
}

std::optional<std::string> command_meant(const std::vector<std::string>& arguments,
                                         const CLI::App& app) {
  const auto at = first_word(arguments, app);
  const auto is_named = [&](const CLI::App* command) { return command->check_name(arguments[at]); };
  if (at == arguments.size() || arguments[at].starts_with('-') ||
      !app.get_subcommands(is_named).empty()) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const auto& group : command_groups(app)) {
    for (const auto* command : group.commands) {
      names.push_back(command->get_name());
    }
  }
  return text::nearest(arguments[at], names);
}

}  // namespace pith::cli
