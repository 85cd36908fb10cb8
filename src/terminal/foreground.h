// Other programs in the foreground of the terminal. No shell reads their commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/tty.h"

namespace pith::terminal {

/// The words of a command, split at spaces.
[[nodiscard]] std::vector<std::string> words_of(std::string_view command);

/// Runs a program with its arguments while the terminal is lent to it; whether it could be run and
/// ended with status 0. What it prints goes to the terminal, or to the end of a file.
[[nodiscard]] bool run_in_foreground(Tty& tty, std::vector<std::string> words,
                                     const std::optional<std::string>& output = {});

}  // namespace pith::terminal
