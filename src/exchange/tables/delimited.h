// Rows of fields parted by a character: CSV, TSV and what calls itself so.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::exchange {

struct Row {
  std::size_t line = 0;  ///< Where it begins, from 1.
  std::vector<std::string> fields;
  bool unclosed_quote = false;  ///< A quotation mark had no partner and was taken as typed.
};

/// Reads row after row. A field in quotes may hold separators, line breaks and doubled quotes; a
/// quotation mark without a partner within `kLongestQuoted` lines belongs to the text, so that it
/// cannot swallow the file.
class DelimitedReader {
 public:
  static constexpr std::size_t kLongestQuoted = 100;

  /// `text` has `\n` as line breaks; `first_line` is the number of its first line.
  DelimitedReader(std::string_view text, char separator, std::size_t first_line = 1)
      : rest_(text), separator_(separator), line_(first_line) {}

  /// The next row that is not blank; false at the end.
  bool next(Row& row);

 private:
  void read_field(Row& row);
  bool read_quoted(Row& row);
  void read_plain(Row& row);

  std::string_view rest_;
  char separator_;
  std::size_t line_;
};

/// The comma, semicolon or bar that every row has, each row as often as the others, where the text
/// looks like a table of at least two: a comma in prose has a space behind it. Empty if there is
/// none.
[[nodiscard]] std::optional<char> shared_separator(std::string_view text);

/// The character that parts the fields of most of the first lines: a tab, comma, semicolon or bar.
[[nodiscard]] char guess_separator(std::string_view text);

/// A field as it is written, in quotes if it needs them. One that a spreadsheet would take for a
/// formula stands as it is: what kept it from that would come into Anki.
[[nodiscard]] std::string delimited_field(std::string_view text, char separator);

}  // namespace pith::exchange
