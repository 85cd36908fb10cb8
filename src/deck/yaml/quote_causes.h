// Syntax errors that come from what stands within quotes.
#pragma once

#include <cstddef>
#include <string_view>

#include "deck/yaml/complaints.h"

namespace pith::deck {

/// Complains of a quotation mark that ends its text too early or too late, or of a backslash that
/// is no escape, if one of these is why the parser stopped at `offset`. Whether it was.
bool complain_of_quotes(Complaints& complaints, std::size_t offset, std::string_view parser_says);

}  // namespace pith::deck
