// Every command of pith, in one table: where the help lists it, and how what it prints reaches a
// person.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cli/command.h"

namespace pith::cli {

/// The groups of the help, in its order.
enum class HelpGroup : std::uint8_t { answering, progress, decks, fitting, housekeeping };

/// How what a command writes to standard output is shown at a terminal.
enum class Showing : std::uint8_t {
  direct,  ///< At once, as it is: the command asks, writes a file's content, or hardly speaks.
  page,    ///< Whole, for reading: wrapped to the window, through the pager where it is longer.
  layout,  ///< Like a page, but its lines fit; longer ones are to be copied in one piece.
};

struct CommandEntry {
  std::string_view name;
  HelpGroup group;
  Showing showing;
  void (*add)(Command app, Action& action);
};

/// In the order of the help; hidden commands are not among them.
[[nodiscard]] std::span<const CommandEntry> command_entries();

/// Of a hidden command the last group.
[[nodiscard]] HelpGroup group_of(std::string_view command);
/// Of a hidden command `direct`.
[[nodiscard]] Showing showing_of(std::string_view command);

}  // namespace pith::cli
