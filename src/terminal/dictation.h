// Speaking instead of typing, by a program of one's choice.
#pragma once

#include <string>
#include <string_view>

#include "terminal/tty.h"

namespace pith::terminal {

/// Runs `command` (words split at spaces, no shell) until it ends, by itself or by Ctrl-C, and
/// returns what it printed on its standard output, its lines joined to one. Empty if it could not
/// be run or printed nothing. Meanwhile that lies in a private file in `directory`.
[[nodiscard]] std::string dictate(Tty& tty, std::string_view command, const std::string& directory);

}  // namespace pith::terminal
