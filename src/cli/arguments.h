// The shape of the command line: options for every command, and `review` where no command is named.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/context.h"

namespace pith::cli {

void add_global_options(Command program, GlobalOptions& options);

/// Where the first word stands that is neither a global option nor its value; the number of
/// arguments if there is none.
[[nodiscard]] std::size_t first_word(const std::vector<std::string>& arguments, Command program);

/// The values of an option, named with its dashes, among arguments that are not parsed yet, in both
/// forms: `--decks FOLDER` and `--decks=FOLDER`.
[[nodiscard]] std::vector<std::string> values_in(const std::vector<std::string>& arguments,
                                                 const std::string& option);

/// The value of --lang among arguments that are not parsed yet, as help and complaints need it;
/// `auto` if it is not there.
[[nodiscard]] std::string language_in(const std::vector<std::string>& arguments);

/// The arguments with `review` put before the first word if that is no command.
[[nodiscard]] std::vector<std::string> with_review(std::vector<std::string> arguments,
                                                   Command program);

}  // namespace pith::cli
