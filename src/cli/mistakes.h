// What is said of a command line that cannot be understood: what is wrong, what may have been
// meant, and where to read on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "text/messages.h"

namespace pith::cli {

/// The complaint about arguments that `parser` has refused with `error`, line by line.
[[nodiscard]] std::string complaint_of(const ParseError& error, const ArgumentParser& parser,
                                       const text::Messages& tr);

/// The command that a first word resembles which is none; nothing if it resembles none.
[[nodiscard]] std::optional<std::string> command_meant(const std::vector<std::string>& arguments,
                                                       Command program);

}  // namespace pith::cli
