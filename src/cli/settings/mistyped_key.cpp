#include "cli/settings/mistyped_key.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/npos.h"
#include "text/similar.h"

namespace pith::cli {

std::optional<WrongColon> wrong_colon(std::string_view line, std::span<const std::string> keys) {
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  const auto end = line.find_first_of(": \xEF", begin);  // the first byte of a full-width colon
  const auto at = line.find_first_not_of(' ', end);
  if (at == base::npos || std::ranges::find(keys, line.substr(begin, end - begin)) == keys.end()) {
    return std::nullopt;
  }
  const auto key = line.substr(begin, end - begin);
  const auto rest = line.substr(at);
  if (rest.starts_with("：")) {
    return WrongColon{
        at, fmt::format("the colon behind '{}' is full-width, which is text to YAML", key),
        fmt::format("write '{}: ' with a plain colon and a space", key)};
  }
  if (rest.size() > 1 && rest[0] == ':' && rest[1] != ' ') {
    return WrongColon{at, fmt::format("a space is missing behind the colon of '{}'", key),
                      fmt::format("write '{}: '", key)};
  }
  return std::nullopt;
}

std::optional<std::string> key_meant(std::string_view word, std::span<const std::string> keys) {
  if (auto near = text::nearest(word, keys)) {
    return near;
  }
  constexpr std::size_t kFewest = 3;
  const auto begins_so = [&](const std::string& key) { return key.starts_with(word); };
  const auto first = std::ranges::find_if(keys, begins_so);
  return word.size() >= kFewest && std::ranges::count_if(keys, begins_so) == 1
             ? std::optional(*first)
             : std::nullopt;
}

}  // namespace pith::cli
