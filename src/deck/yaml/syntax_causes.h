// What a syntax error comes from, where lines that begin with known keys make that certain.
#pragma once

#include <cstddef>
#include <string_view>

#include "deck/yaml/complaints.h"

namespace pith::deck {

/// Complains of a missing space, or of a key that does not stand below its neighbours, if one of
/// these is why the parser stopped at `offset`. Whether it was.
bool complain_of_cause(Complaints& complaints, std::size_t offset, std::string_view parser_says);

/// Complains of the space that is missing behind a key's colon if `key`, which no deck has, comes
/// from that: `answer:b`. Whether it does.
bool complain_of_unspaced_key(Complaints& complaints, std::size_t offset, std::string_view key);

}  // namespace pith::deck
