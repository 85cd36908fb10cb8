// The first line of a deck that tells editors which keys there are.
#pragma once

#include <string>

#include "cli/context.h"

namespace pith::cli {

/// With the path of the schema that came with pith, and a line break; empty if it is not there.
[[nodiscard]] std::string schema_line(const Context& context);

/// The bytes of a deck with that line in place of one that it begins with.
[[nodiscard]] std::string with_schema_line(const Context& context, std::string deck);

}  // namespace pith::cli
