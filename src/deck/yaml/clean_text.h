// What every YAML file of pith must be before it is read: clean UTF-8.
#pragma once

#include <string_view>

#include "deck/yaml/complaints.h"

namespace pith::deck {

/// The bytes behind a UTF-8 byte order mark, if there is one.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);

/// Complains of bytes of the source that no text file should have; false if reading on makes no
/// sense.
bool is_clean_text(Complaints& complaints);

}  // namespace pith::deck
