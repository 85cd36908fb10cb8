#include "cli/command_line.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/option_value.h"
#include "deck/reading/numbers.h"

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

/// Checks with the words of the complaint, which follow the option's name; before all checks that
/// there are, as those are of a more general kind.
template <typename Complaint>
Option checked(CLI::Option& option, Complaint complaint, const std::string& description = "") {
  return Option(*option.transform(CLI::Validator(
      [complaint](std::string& given) -> std::string { return complaint(given); }, description)));
}

/// The number as the library, which takes 010 for eight, reads it rightly. None if it is none.
template <typename Number>
std::optional<std::string> plain_number(const std::string& given) {
  if constexpr (std::is_integral_v<Number>) {
    const auto number = whole_number<Number>(given);
    return number ? std::optional(std::to_string(*number)) : std::nullopt;
  } else {
    return deck::parse_number(given) ? std::optional(given) : std::nullopt;
  }
}

/// Of what cannot be read: whether it is a whole number all the same, which does not fit.
template <typename Number>
bool is_too_large(const std::string& given) {
  return std::is_integral_v<Number> && !given.empty() &&
         std::ranges::all_of(given, [](char c) { return c >= '0' && c <= '9'; });
}

/// Refuses what cannot be read into such a variable, so that the library need not complain in its
/// own words. Texts can always be.
template <typename Value>
Option readable(CLI::Option& option, const Value& /*into*/) {
  if constexpr (std::is_arithmetic_v<Value>) {
    return checked(option, [](std::string& given) {
      const auto number = plain_number<Value>(given);
      if (!number) {
        return is_too_large<Value>(given) ? fmt::format("'{}' is too large a number", given)
                                          : fmt::format("'{}' is not a number", given);
      }
      given = *number;
      return std::string();
    });
  }
  return Option(option);
}

Option readable(CLI::Option& option, const bool& /*into*/) {
  return checked(option, [](const std::string& given) {
    bool truth = false;
    return CLI::detail::lexical_cast(given, truth)
               ? std::string()
               : fmt::format("'{}' is neither true nor false", given);
  });
}

template <typename Value>
Option readable(CLI::Option& option, const std::optional<Value>& /*into*/) {
  return readable(option, Value{});
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

Option Option::required() {
  return Option(*option_->required());
}

Option Option::one_of(const std::vector<std::string>& values) {
  return checked(
      *option_, [values](const std::string& given) { return not_among(given, values); },
      fmt::format("{{{}}}", fmt::join(values, ",")));
}

Option Option::between(int least, int most) {
  return checked(*option_,
                 [=](const std::string& given) { return not_between(given, least, most); });
}

Option Option::between(double least, double most) {
  return checked(*option_,
                 [=](const std::string& given) { return not_between(given, least, most); });
}

Option Option::positive() {
  return checked(*option_, not_positive);
}

Option Option::whole() {
  return checked(*option_, not_whole);
}

Option Option::one_value_each_time() {
  return Option(*option_->allow_extra_args(false));
}

Option Option::value_optional() {
  return Option(*option_->expected(0, 1));
}

Option Option::excludes(Option other) {
  return Option(*option_->excludes(other.option_));
}

Option Option::needs(Option other) {
  return Option(*option_->needs(other.option_));
}

std::string Option::names() const {
  return is_argument() ? option_->get_name(true) : option_->get_name(false, true);
}

std::vector<std::string> Option::long_names() const {
  return option_->get_lnames();
}

std::string Option::description() const {
  return option_->get_description();
}

bool Option::is_argument() const {
  return option_->get_positional();
}

bool Option::is_required() const {
  return option_->get_required();
}

bool Option::needs_value() const {
  return option_->get_expected_min() > 0;
}

bool Option::may_have_value() const {
  return option_->get_items_expected_max() > 0;
}

bool Option::takes_several() const {
  return option_->get_expected_max() > 1;
}

bool Option::is_number() const {
  return !option_->get_type_name().starts_with("TEXT");
}

std::vector<std::string> Option::values() const {
  // The library keeps them in the name of the type alone: TEXT:{auto,en,zh}.
  const auto type = option_->get_type_name();
  const auto open = type.find('{');
  const auto close = type.find('}');
  std::vector<std::string> values;
  if (open != std::string::npos && close != std::string::npos && open < close) {
    for (std::size_t at = open + 1; at <= close;) {
      const auto end = std::min(type.find(',', at), close);
      values.push_back(type.substr(at, end - at));
      at = end + 1;
    }
  }
  return values;
}

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
