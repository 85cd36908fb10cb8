// The help of pith and of its commands, made from the command tree: what it does, examples first,
// then usage and options; laid out for the window, in the reader's language.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "text/messages.h"

namespace pith::cli {

struct Example {
  std::string_view command;  ///< Of which command; empty: of pith itself.
  std::string_view line;     ///< What is typed.
  std::string_view what;     ///< What it does; to be translated.
};

[[nodiscard]] std::span<const Example> all_examples();
[[nodiscard]] std::vector<Example> examples_of(std::string_view command);

/// Commands that belong together, with a heading; every command stands in one group, hidden ones in
/// none.
struct CommandGroup {
  std::string_view heading;  ///< To be translated.
  std::vector<Command> commands;
};
[[nodiscard]] std::vector<CommandGroup> command_groups(Command program);
/// The names of those of all groups.
[[nodiscard]] std::vector<std::string> names_in_help(Command program);

/// Every command that has help, in the order of the groups, with those below it behind it.
[[nodiscard]] std::vector<Command> commands_with_help(Command program);
/// What `pith help` and the man page call a command: `new item`.
[[nodiscard]] std::string name_in_help(Command command);

/// `-n, --count N`.
[[nodiscard]] std::string option_words(Option option);

/// `pith drill [OPTIONS] [SELECTOR…]`
[[nodiscard]] std::string usage_line(Command command, const text::Messages& tr);

/// The help of a command or of the whole program, for a window of so many columns.
[[nodiscard]] std::string help_page(Command command, const text::Messages& tr, std::size_t columns);

}  // namespace pith::cli
