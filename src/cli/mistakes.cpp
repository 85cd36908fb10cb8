#include "cli/mistakes.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/arguments.h"
#include "cli/help/help.h"
#include "text/similar.h"

namespace pith::cli {
namespace {

std::vector<std::string> option_names(Command command) {
  std::vector<std::string> names;
  for (std::optional at = command; at; at = at->parent()) {
    for (const auto& option : at->options()) {
      for (const auto& name : option.long_names()) {
        names.push_back("--" + name);
      }
    }
  }
  return names;
}

/// What is the same wish at different commands.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAlike = {
    {{"--limit", "--count"}, {"--minutes", "--time"}, {"--sort", "--order"}, {"--for", "--on"}}};

/// The option of this command that does what another's does.
std::optional<std::string> called_here(Command command, const std::string& name) {
  for (const auto& [one, other] : kAlike) {
    for (const auto& [there, here] : {std::pair(one, other), std::pair(other, one)}) {
      if (name == there && command.option(std::string(here))) {
        return std::string(here);
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string> names_below(Command command) {
  std::vector<std::string> names;
  for (const auto& each : command.commands()) {
    if (!each.is_hidden()) {
      names.push_back(each.name());
    }
  }
  return names;
}

/// `item is required`, with the name as the usage line has it.
std::string what_is_missing(const std::string& what, Command command, const text::Messages& tr) {
  for (const auto& argument : command.arguments()) {
    if (what == argument.names() + " is required") {
      return tr.format("{} is missing", option_words(argument));
    }
  }
  if (what == "A subcommand is required") {
    return tr.format("name one of {}", fmt::format("{}", fmt::join(names_below(command), ", ")));
  }
  return tr.sentence(what);
}

std::string what_is_wrong(const ParseError& error, const ArgumentParser& parser,
                          const text::Messages& tr) {
  if (error.reason() == ParseError::Reason::missing) {
    return what_is_missing(error.what(), parser.named(), tr);
  }
  const auto words = parser.program().not_understood();
  if (error.reason() != ParseError::Reason::not_understood || words.empty()) {
    return tr.sentence(error.what());
  }
  const auto& first = words.front();
  if (!first.starts_with('-')) {
    return tr.format("'{}' is one argument too many", first);
  }
  const auto name = first.substr(0, first.find('='));
  if (const auto here = called_here(parser.named(), name)) {
    return tr.format("there is no option '{}' here; for `{}` it is '{}'", name,
                     parser.named().path(), *here);
  }
  if (parser.named().option(name)) {
    return tr.format("'{}' has to stand behind `{}`", first, parser.named().path());
  }
  const auto meant = text::nearest(name, option_names(parser.named()));
  return meant ? tr.format("there is no option '{}': did you mean '{}'?", first, *meant)
               : tr.format("there is no option '{}'", first);
}

}  // namespace

std::string complaint_of(const ParseError& error, const ArgumentParser& parser,
                         const text::Messages& tr) {
  const auto command = parser.named();
  auto out = tr.format("{}: {}", command.path(), what_is_wrong(error, parser, tr)) + '\n';
  if (error.reason() == ParseError::Reason::missing) {
    const auto examples = examples_of(command.name());
    out += tr.format("Usage: {}", usage_line(command, tr)) + '\n';
    out += examples.empty()
               ? ""
               : tr.format("For example: {}", std::string(examples.front().line)) + '\n';
  }
  return out + tr.format("`{} --help` says more.", command.path()) + '\n';
}

std::optional<std::string> command_meant(const std::vector<std::string>& arguments,
                                         Command program) {
  const auto at = first_word(arguments, program);
  if (at == arguments.size() || arguments[at].starts_with('-') || program.command(arguments[at])) {
    return std::nullopt;
  }
  return text::nearest(arguments[at], names_in_help(program));
}

}  // namespace pith::cli
