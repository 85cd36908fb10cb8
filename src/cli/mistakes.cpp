#include "cli/mistakes.h"

#include <algorithm>

#include "cli/arguments.h"
#include "cli/help.h"
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

std::string what_is_wrong(const ParseError& error, const ArgumentParser& parser,
                          const text::Messages& tr) {
  const auto words = parser.program().not_understood();
  if (error.reason() != ParseError::Reason::not_understood || words.empty()) {
    return tr.sentence(error.what());
  }
  const auto& first = words.front();
  if (!first.starts_with('-')) {
    return tr.format("'{}' is one argument too many", first);
  }
  const auto meant = text::nearest(first.substr(0, first.find('=')), option_names(parser.named()));
  return meant ? tr.format("there is no option '{}': did you mean '{}'?", first, *meant)
               : tr.format("there is no option '{}'", first);
}

}  // namespace

std::string complaint_of(const ParseError& error, const ArgumentParser& parser,
                         const text::Messages& tr) {
  const auto command = parser.named();
  auto out = command.path() + ": " + what_is_wrong(error, parser, tr) + '\n';
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
  return text::nearest(arguments[at], command_names(program));
}

}  // namespace pith::cli
