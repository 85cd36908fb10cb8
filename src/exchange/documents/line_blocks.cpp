#include "exchange/documents/line_blocks.h"

#include <algorithm>
#include <cstddef>

#include "base/npos.h"

namespace pith::exchange {
namespace {

using base::npos;

/// Whether the line parts the head of a table from its rows: `|---|:-:|`.
bool is_delimiter_row(std::string_view line) {
  return line.find('|') != npos && line.find('-') != npos && line.find_first_not_of("|-: ") == npos;
}

/// Where the table ends whose head stands at `at`; `at` itself if there is none.
std::size_t end_of_table(const std::vector<TextLine>& lines, std::size_t at) {
  const auto in_table = [&](std::size_t i) { return lines[i].text.find('|') != npos; };
  if (at + 1 >= lines.size() || !in_table(at) || !is_delimiter_row(lines[at + 1].text)) {
    return at;
  }
  auto end = at + 2;
  while (end < lines.size() && in_table(end)) {
    ++end;
  }
  return end;
}

/// The same of a formula between lines that begin and end with `$$`.
std::size_t end_of_formula(const std::vector<TextLine>& lines, std::size_t at) {
  const std::string_view first = lines[at].text;
  if (!first.starts_with("$$") || first.find("$$", 2) != npos) {
    return at;
  }
  const auto last = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end(),
                                 [](const TextLine& line) { return line.text.find("$$") != npos; });
  return last == lines.end() ? at : static_cast<std::size_t>(last - lines.begin()) + 1;
}

std::size_t end_of_lines(const std::vector<TextLine>& lines, std::size_t at) {
  return std::max(end_of_table(lines, at), end_of_formula(lines, at));
}

}  // namespace

void keep_lines_apart(std::vector<TextLine>& lines) {
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = end_of_lines(lines, at);
    for (auto i = at; i < end; ++i) {
      lines[i].hard_break = true;
    }
    if (end > at && at > 0) {
      lines[at - 1].hard_break = true;
    }
    at = std::max(end, at + 1);
  }
}

bool begins_with_lines(const Block& paragraph) {
  return !paragraph.lines.empty() && end_of_lines(paragraph.lines, 0) > 0;
}

}  // namespace pith::exchange
