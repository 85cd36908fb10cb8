#include "grading/words/tables.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "grading/embedded.h"

namespace pith::grading {

std::string_view data_table(std::string_view name) {
  return embedded(std::string(name) + ".tsv");
}

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

std::string_view first_column(std::string_view columns) {
  return columns.substr(0, columns.find('\t'));
}

Vector numbers_in(std::string_view text) {
  Vector numbers;
  const char* at = text.data();
  const char* stop = text.data() + text.size();
  while (at < stop) {
    float value = 0;
    const auto [next, error] = std::from_chars(at, stop, value);
    if (error != std::errc()) {
      break;
    }
    numbers.push_back(value);
    at = next == stop ? stop : next + 1;
  }
  return numbers;
}

std::vector<std::pair<std::string_view, Vector>> number_rows(std::string_view table) {
  std::vector<std::pair<std::string_view, Vector>> rows;
  for (const auto& [key, numbers] : text_rows(table)) {
    rows.emplace_back(key, numbers_in(numbers));
  }
  return rows;
}

}  // namespace pith::grading
