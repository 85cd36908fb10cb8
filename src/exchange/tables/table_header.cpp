#include "exchange/tables/table_header.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "exchange/lines.h"
#include "exchange/tables/delimited.h"

namespace pith::exchange {
namespace {

/// Anki names separators, or writes them; a byte of a longer character would cut texts apart.
char separator_from(std::string_view value) {
  static constexpr std::array<std::pair<std::string_view, char>, 7> kSeparators = {
      {{"comma", ','},
       {"semicolon", ';'},
       {"tab", '\t'},
       {"space", ' '},
       {"pipe", '|'},
       {"colon", ':'},
       {"\\t", '\t'}}};
  const auto inner = trimmed(value);
  const auto lower = lower_ascii(inner);
  for (const auto& [name, separator] : kSeparators) {
    if (lower == name) {
      return separator;
    }
  }
  const auto written = inner.empty() ? value : inner;  // of spaces, the separator itself
  const bool ascii = !written.empty() && static_cast<unsigned char>(written.front()) < 0x80;
  return ascii && written.front() != '"' ? written.front() : ',';
}

void set_column(TableHeader& header, std::size_t index, Column column) {
  constexpr std::size_t kMostColumns = 1000;
  if (index < kMostColumns) {
    header.columns.resize(std::max(header.columns.size(), index + 1), Column::other);
    header.columns[index] = column;
  }
}

/// Where a side may stand that no name tells: in the first column that has nothing else, or where
/// all are named, in one that is beside the point.
std::size_t column_for_side(const TableHeader& header) {
  const auto& columns = header.columns;
  const auto free = std::ranges::find(columns, Column::other);
  if (free == columns.end() && columns.size() <= header.names.size()) {
    for (const auto beside : {Column::explanation, Column::hint}) {
      if (const auto found = std::ranges::find(columns, beside); found != columns.end()) {
        return static_cast<std::size_t>(found - columns.begin());
      }
    }
  }
  return static_cast<std::size_t>(free - columns.begin());
}

void set_sides(TableHeader& header) {
  for (const auto side : {Column::front, Column::back}) {
    if (std::ranges::find(header.columns, side) == header.columns.end()) {
      set_column(header, column_for_side(header), side);
    }
  }
}

void name_columns(TableHeader& header, const std::vector<std::string>& names) {
  header.names = names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto column = column_named(names[i]);
    const bool free = i >= header.columns.size() || header.columns[i] == Column::other;
    const bool first = column && std::ranges::find(header.columns, *column) == header.columns.end();
    if (free) {
      set_column(header, i, first ? *column : Column::other);
    }
  }
}

/// Takes one of Anki's header lines, `#key:value`; false if it is none of those known.
bool take_directive(TableHeader& header, std::string_view line) {
  const auto colon = line.find(':');
  const auto key = lower_ascii(trimmed(line.substr(1, colon - 1)));
  const auto value = line.substr(colon + 1);
  std::size_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  if (key == "separator") {
    header.separator = separator_from(value);
  } else if (key == "html") {
    header.html = trimmed(value) == "true";
  } else if (key == "tags") {
    header.tags = split_list(value, {" ", "\t"});
  } else if (key == "notetype") {
    header.kind = trimmed(value);
  } else if (key == "deck") {
    header.deck = trimmed(value);
  } else if (key == "columns") {
    Row row;
    DelimitedReader(value, header.separator).next(row);
    name_columns(header, row.fields);
  } else if (key.ends_with(" column") && number > 0) {
    const auto column = column_named(key.substr(0, key.size() - 7));
    set_column(header, number - 1, column.value_or(Column::other));
  } else {
    return key == "if matches" || key == "match scope";
  }
  return true;
}

/// Takes the line by which Excel is told the separator, `sep=;`; false if the first is none.
bool take_excels_separator(TableHeader& header, std::string_view text) {
  constexpr std::string_view kMark = "sep=";
  const auto line = text.substr(0, text.find('\n'));
  if (line.size() != kMark.size() + 1 || lower_ascii(line.substr(0, kMark.size())) != kMark) {
    return false;
  }
  header.separator = line.back();
  header.lines = 1;
  return true;
}

/// Line breaks within the fields of a row.
std::size_t breaks_in(const Row& row) {
  std::size_t breaks = 0;
  for (const auto& field : row.fields) {
    breaks += static_cast<std::size_t>(std::ranges::count(field, '\n'));
  }
  return breaks;
}

}  // namespace

std::string_view behind_lines(std::string_view text, std::size_t lines) {
  for (; lines > 0 && !text.empty(); --lines) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return text;
}

TableHeader read_table_header(std::string_view text, Remarks& changed) {
  TableHeader header;
  bool separator_given = take_excels_separator(header, text);
  for (auto rest = behind_lines(text, header.lines); rest.starts_with('#');) {
    const auto line = rest.substr(0, rest.find('\n'));
    if (line.find(':') == std::string_view::npos) {
      break;
    }
    ++header.lines;
    if (!take_directive(header, line)) {
      changed.push_back(
          {header.lines, {}, "this header line means nothing to pith", excerpt(line)});
    }
    separator_given |= line.starts_with("#separator");
    rest = behind_lines(rest, 1);
  }
  const auto rows = behind_lines(text, header.lines);
  if (!separator_given) {
    header.separator = guess_separator(rows);
    header.separator_guessed = true;
  }
  Row first;
  if (header.names.empty() && DelimitedReader(rows, header.separator).next(first) &&
      are_names(first.fields)) {
    name_columns(header, first.fields);
    header.lines += first.line + breaks_in(first);
  } else if (header.names.empty() && could_be_names(rows, header.separator)) {
    changed.push_back({header.lines + first.line,
                       {},
                       "taken as a card; if it names the columns, call them front and back",
                       excerpt(first.fields[0])});
  }
  set_sides(header);
  return header;
}

}  // namespace pith::exchange
