// What pith itself says on stderr.
#pragma once

#include <ostream>
#include <string>

#include "cli/context.h"
#include "text/display.h"

namespace pith::cli {

/// Lines of talk, broken between words where a person reads them. Safe to print.
inline void tell(const Context& context, const std::string& words) {
  const auto safe = text::sanitise(words) + '\n';
  context.err << (context.screen.err_is_terminal ? text::fitted(safe, context.screen.columns)
                                                 : safe);
}

}  // namespace pith::cli
