// Any bytes as a table, and what comes of it written and read again.
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "exchange/tables/delimited.h"
#include "fuzzer.h"
#include "report/csv.h"

namespace {

using namespace pith;
using fuzz::require;

std::vector<exchange::Row> rows_of(std::string_view text, char separator) {
  std::vector<exchange::Row> rows;
  exchange::DelimitedReader reader(text, separator);
  for (exchange::Row row; reader.next(row);) {
    rows.push_back(row);
  }
  return rows;
}

std::string written(const std::vector<exchange::Row>& rows, char separator) {
  std::string text;
  for (const auto& row : rows) {
    for (const auto& field : row.fields) {
      text += &field == row.fields.data() ? "" : std::string(1, separator);
      text += exchange::delimited_field(field, separator);
    }
    text += '\n';
  }
  return text;
}

/// One empty field alone is written as a blank line, which is no row.
bool is_blank(const exchange::Row& row) {
  return row.fields.size() == 1 && row.fields[0].empty();
}

/// The text without what parts and encloses fields.
std::string content_of(std::string_view text, char separator) {
  std::string content;
  std::ranges::copy_if(text, std::back_inserter(content),
                       [&](char c) { return c != '"' && c != '\n' && c != separator; });
  return content;
}

void check_nothing_lost(std::string_view text, const std::vector<exchange::Row>& rows,
                        char separator) {
  std::string found;
  for (const auto& row : rows) {
    for (const auto& field : row.fields) {
      found += content_of(field, separator);
    }
  }
  require(found == content_of(text, separator), "every character is in a field");
}

void check_rows(std::string_view text, char separator) {
  auto rows = rows_of(text, separator);
  check_nothing_lost(text, rows, separator);
  std::size_t line = 0;
  for (const auto& row : rows) {
    require(row.line > line, "rows stand in the order of their lines");
    line = row.line;
  }
  std::erase_if(rows, is_blank);
  const auto again = rows_of(written(rows, separator), separator);
  require(std::ranges::equal(rows, again,
                             [](const auto& a, const auto& b) { return a.fields == b.fields; }),
          "fields that are written read as they were");
}

void check_cell(std::string_view text) {
  if (std::ranges::count(text, '\n') > 90) {
    return;
  }
  const auto cell = report::csv_cell(text);
  const auto rows = rows_of(cell, ',');
  require(rows.size() == 1 && rows[0].fields.size() == 1, "a cell is one field");
  const std::string_view value = rows[0].fields[0];
  const auto first = value.find_first_not_of(' ');
  require(first == value.npos || std::string_view("=+-@\t\r\n|").find(value[first]) == value.npos,
          "no cell begins a formula");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = fuzz::as_text(data, size);
  check_cell(text);
  check_rows(text, exchange::guess_separator(text));
  constexpr std::string_view kSeparators = ",\t;| :";
  check_rows(text, kSeparators[fuzz::take_byte(text) % kSeparators.size()]);
  return 0;
}
