#include "deck/yaml/lines.h"

#include "base/npos.h"

namespace pith::deck {

Line line_of(const Source& source, std::size_t offset) {
  return {source.line_begin(offset), source.line_at(offset)};
}

std::optional<Line> line_above(const Source& source, const Line& line) {
  return line.begin == 0 ? std::nullopt : std::optional(line_of(source, line.begin - 1));
}

std::size_t first_colon(std::string_view line) {
  for (auto colon = line.find(':'); colon != base::npos; colon = line.find(':', colon + 1)) {
    if (colon + 1 == line.size() || line[colon + 1] == ' ') {
      return colon;
    }
  }
  return base::npos;
}

}  // namespace pith::deck
