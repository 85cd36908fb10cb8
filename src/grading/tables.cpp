#include "grading/tables.h"

#include <algorithm>
#include <charconv>

namespace pith::grading {

std::vector<std::pair<std::string_view, std::string_view>> text_rows(std::string_view table) {
  std::vector<std::pair<std::string_view, std::string_view>> rows;
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    const auto line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const auto tab = line.find('\t');
    if (tab != std::string_view::npos && line[0] != '#') {
      rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return rows;
}

std::vector<std::pair<std::string_view, Vector>> number_rows(std::string_view table) {
  std::vector<std::pair<std::string_view, Vector>> rows;
  for (const auto& [key, numbers] : text_rows(table)) {
    rows.emplace_back(key, Vector{});
    const char* at = numbers.data();
    const char* stop = numbers.data() + numbers.size();
    while (at < stop) {
      float value = 0;
      const auto [next, error] = std::from_chars(at, stop, value);
      if (error != std::errc()) {
        break;
      }
      rows.back().second.push_back(value);
      at = next + 1;
    }
  }
  return rows;
}

}  // namespace pith::grading
