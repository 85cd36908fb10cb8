// Man pages from the same source as the help: the command tree and the topics.
#pragma once

#include <string>

#include "cli/command_line.h"
#include "text/messages.h"

namespace pith::cli {

/// pith(1), for man(7).
[[nodiscard]] std::string manual_of_pith(Command program, const text::Messages& tr);

/// pith-deck(5).
[[nodiscard]] std::string manual_of_decks(const text::Messages& tr);

}  // namespace pith::cli
