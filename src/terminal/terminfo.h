// The keys of a terminal as its terminfo entry describes them.
#pragma once

#include <string>

#include "terminal/keys.h"

namespace pith::terminal {

/// Empty for a terminal that terminfo does not know.
[[nodiscard]] KeyMap terminfo_keys(const std::string& term);

}  // namespace pith::terminal
