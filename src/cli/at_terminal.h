// Whether a person is there, and what they see of it.
#pragma once

#include <string>

#include "cli/context.h"
#include "text/display.h"

namespace pith::cli {

/// Whether a person reads what is asked and can answer it.
[[nodiscard]] inline bool at_terminal(const Screen& screen) {
  return screen.in_is_terminal && screen.out_is_terminal;
}

/// Words for standard output: fitted to the window where a person reads them.
[[nodiscard]] inline std::string fitted(const Screen& screen, const std::string& words) {
  return screen.out_is_terminal ? text::fitted(words, screen.columns) : words;
}

}  // namespace pith::cli
