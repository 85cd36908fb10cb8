// Writing in the editor of one's choice.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "terminal/tty.h"

namespace pith::terminal {

/// Runs `command` (words split at spaces, no shell) on a private file in `directory` that holds
/// `text`, and returns what the file holds afterwards, without its last line break. Nothing if the
/// command is empty, cannot be run or fails. The file is gone afterwards.
[[nodiscard]] std::optional<std::string> edit_externally(Tty& tty, std::string_view command,
                                                         std::string_view text,
                                                         const std::string& directory);

/// Runs `command` (words split at spaces, no shell) on a file, at a line from 1: as `+12 FILE`, or
/// as `FILE:12` for the editors that want it so. Whether it ran and ended well.
[[nodiscard]] bool open_in_editor(Tty& tty, std::string_view command, const std::string& path,
                                  std::size_t line);

}  // namespace pith::terminal
