// The lines of a deck file, walked upwards from where the parser stopped.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "deck/yaml/source.h"

namespace pith::deck {

/// A line, without its break, and where it begins in the file.
struct Line {
  std::size_t begin = 0;
  std::string_view text;
};

[[nodiscard]] Line line_of(const Source& source, std::size_t offset);

/// Empty if it is the first.
[[nodiscard]] std::optional<Line> line_above(const Source& source, const Line& line);

/// The first colon of a line that YAML would take for a key's; npos if there is none.
[[nodiscard]] std::size_t first_colon(std::string_view line);

}  // namespace pith::deck
