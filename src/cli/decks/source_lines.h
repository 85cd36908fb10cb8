// The lines of a file that complaints are about, for the caret below them.
#pragma once

#include <string>

#include "deck/diagnostic.h"

namespace pith::cli {

/// Puts the line of the file to each complaint about it that comes without, if it is not too
/// long to show.
void add_source_lines(deck::Diagnostics& diagnostics, const std::string& file);

}  // namespace pith::cli
