#include "cli/command_line.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/option_checks.h"

namespace pith::cli {
namespace {

std::vector<Option> options_of(CLI::App& command, bool arguments) {
  std::vector<Option> options;
  for (auto* option : command.get_options([&](const CLI::Option* each) {
         return each->get_positional() == arguments && each != command.get_help_ptr();
       })) {
    options.emplace_back(*option);
  }
  return options;
}

/// What the library says of an option that has too few values or too many, in pith's words.
std::string mismatch_in_words(const std::string& what) {
  const auto name = what.substr(0, what.find(": "));
  if (what.find(": 1 required") != std::string::npos) {
    return fmt::format("{} needs a value", name);
  }
  constexpr std::string_view kTooMany = ": At Most 1 required but received ";
  const auto too_many = what.find(kTooMany);
  return too_many == std::string::npos ? what
                                       : fmt::format("{} can be given only once, not {} times",
                                                     name, what.substr(too_many + kTooMany.size()));
}

}  // namespace

Command Command::add_command(const std::string& name, const std::string& description) {
  return Command(*command_->add_subcommand(name, description));
}

template <typename Value>
Option Command::add_option(const std::string& names, Value& value, const std::string& description) {
  return readable(*command_->add_option(names, value, description), value);
}

template Option Command::add_option(const std::string&, std::string&, const std::string&);
template Option Command::add_option(const std::string&, int&, const std::string&);
template Option Command::add_option(const std::string&, double&, const std::string&);
template Option Command::add_option(const std::string&, std::size_t&, const std::string&);
template Option Command::add_option(const std::string&, std::vector<std::string>&,
                                    const std::string&);
template Option Command::add_option(const std::string&, std::optional<std::string>&,
                                    const std::string&);
template Option Command::add_option(const std::string&, std::optional<int>&, const std::string&);
template Option Command::add_option(const std::string&, std::optional<double>&, const std::string&);
template Option Command::add_option(const std::string&, std::optional<std::size_t>&,
                                    const std::string&);

Option Command::add_flag(const std::string& names, bool& value, const std::string& description) {
  return readable(*command_->add_flag(names, value, description), value);
}

void Command::expect_commands(std::size_t least, std::size_t most) {
  command_->require_subcommand(least, most);
}

void Command::hide() {
  command_->group("");
}

void Command::callback(const std::function<void()>& work) {
  command_->callback(work);
}

std::string Command::name() const {
  return command_->get_name();
}

std::string Command::path() const {
  const auto above = parent();
  return above ? above->path() + ' ' + name() : name();
}

std::string Command::description() const {
  return command_->get_description();
}

bool Command::is_hidden() const {
  return command_->get_group().empty();
}

std::optional<Command> Command::parent() const {
  auto* above = command_->get_parent();
  return above == nullptr ? std::nullopt : std::optional(Command(*above));
}

std::vector<Command> Command::commands() const {
  std::vector<Command> commands;
  for (auto* each : command_->get_subcommands([](CLI::App*) { return true; })) {
    commands.emplace_back(*each);
  }
  return commands;
}

std::optional<Command> Command::command(const std::string& name) const {
  const auto found =
      command_->get_subcommands([&](CLI::App* each) { return each->check_name(name); });
  return found.empty() ? std::nullopt : std::optional(Command(*found.front()));
}

bool Command::requires_command() const {
  return command_->get_require_subcommand_min() > 0;
}

std::vector<Option> Command::options() const {
  return options_of(*command_, false);
}

std::vector<Option> Command::arguments() const {
  return options_of(*command_, true);
}

std::optional<Option> Command::option(const std::string& name) const {
  auto* found = command_->get_option_no_throw(name);
  return found == nullptr ? std::nullopt : std::optional(Option(*found));
}

std::optional<Command> Command::called() const {
  const auto called = command_->get_subcommands();
  return called.empty() ? std::nullopt : std::optional(Command(*called.front()));
}

std::size_t Command::count(const std::string& name) const {
  return command_->count(name);
}

std::vector<std::string> Command::not_understood() const {
  return command_->remaining(true);
}

ArgumentParser::ArgumentParser(const std::string& name, const std::string& description)
    : app_(std::make_unique<CLI::App>(description, name)) {
  app_->fallthrough();
  app_->require_subcommand(1);
  app_->set_version_flag("--version", "", "Print the version and leave");
}

ArgumentParser::ArgumentParser(ArgumentParser&&) noexcept = default;
ArgumentParser& ArgumentParser::operator=(ArgumentParser&&) noexcept = default;
ArgumentParser::~ArgumentParser() = default;

Wish ArgumentParser::parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as the library wants them
  try {
    app_->parse(std::move(arguments));
    return Wish::command;
  } catch (const CLI::CallForVersion&) {
    return Wish::version;
  } catch (const CLI::Success&) {
    return Wish::help;
  } catch (const CLI::RequiredError& error) {
    throw ParseError(ParseError::Reason::missing, error.what());
  } catch (const CLI::ExtrasError& error) {
    throw ParseError(ParseError::Reason::not_understood, error.what());
  } catch (const CLI::ArgumentMismatch& error) {
    throw ParseError(ParseError::Reason::other, mismatch_in_words(error.what()));
  } catch (const CLI::ParseError& error) {
    throw ParseError(ParseError::Reason::other, error.what());
  }
}

Command ArgumentParser::named() const {
  auto at = program();
  while (const auto inner = at.called()) {
    at = *inner;
  }
  return at;
}

}  // namespace pith::cli
