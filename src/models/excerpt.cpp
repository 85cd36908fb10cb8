#include "models/excerpt.h"

#include <algorithm>

#include "text/display.h"

namespace pith::models {

std::string excerpt(std::string_view foreign, std::size_t width) {
  constexpr std::size_t kMostBytes = 8;  // Of a cell: marks that stand above it take none.
  auto line = text::sanitise(foreign.substr(0, kMostBytes * width));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text::truncate(line, width);
}

}  // namespace pith::models
