// What reading a deck file gave, as bytes that are read back a hundred times faster than YAML.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deck/reader.h"

namespace pith::deck {

[[nodiscard]] std::string compiled(const ReadResult& read);

/// What was compiled; empty for any other bytes.
[[nodiscard]] std::optional<ReadResult> from_compiled(std::string_view bytes);

}  // namespace pith::deck
