#include "cli/printable.h"

#include <algorithm>

#include "text/display.h"

namespace pith::cli {

std::string wrapped(std::string_view words, std::size_t columns) {
  std::string lines;
  for (const auto& line : text::wrap(text::sanitise(words), std::max<std::size_t>(columns, 10))) {
    lines += line + '\n';
  }
  return lines;
}

std::string one_line(std::string_view text) {
  auto safe = text::sanitise(text);
  std::replace_if(
      safe.begin(), safe.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return safe;
}

}  // namespace pith::cli
