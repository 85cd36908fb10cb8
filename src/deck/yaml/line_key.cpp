#include "deck/yaml/line_key.h"

#include <algorithm>

#include "base/npos.h"
#include "deck/yaml/keys.h"

namespace pith::deck {
std::optional<LineKey> key_of_line(std::string_view line) {
  LineKey key;
  auto at = std::min(line.find_first_not_of(' '), line.size());
  if (line.substr(at).starts_with('-')) {
    key.dash = at;
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    key.dash_spaced = at > *key.dash + 1;
  }
  const auto colon = line.find(':', at);
  if (colon == base::npos || !is_key(line.substr(at, colon - at))) {
    return std::nullopt;
  }
  key.name = line.substr(at, colon - at);
  key.begin = at;
  key.colon = colon;
  key.value = line.substr(colon + 1);
  key.colon_spaced = key.value.empty() || key.value.starts_with(' ');
  key.value.remove_prefix(std::min(key.value.find_first_not_of(' '), key.value.size()));
  return key;
}

}  // namespace pith::deck
