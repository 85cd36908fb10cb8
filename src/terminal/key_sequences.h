// The keys behind CSI and SS3 sequences, as xterm, rxvt, the Linux console and kitty send them.
#pragma once

#include <optional>
#include <string_view>

#include "terminal/keys.h"

namespace pith::terminal {

/// The key of a complete sequence, ESC included; nothing if it is unknown.
[[nodiscard]] std::optional<Key> key_of_sequence(std::string_view sequence);

}  // namespace pith::terminal
