// What the columns of a table are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/imported.h"
#include "exchange/tables/column_names.h"

namespace pith::exchange {

struct TableHeader {
  char separator = ',';
  bool separator_guessed = false;  ///< Nobody said it.
  std::optional<bool> html;        ///< As declared; empty if nobody said.
  std::vector<Column> columns;     ///< Of each field; fields beyond are `other`.
  std::vector<std::string> names;  ///< Of each column, where they have names.
  std::vector<std::string> tags;   ///< Of every row.
  std::string kind;                ///< Type of every note, as declared.
  std::string deck;                ///< Its deck, as declared.
  std::size_t lines = 0;           ///< How many lines of the text it takes.
};

/// Reads Anki's header lines, or a first row of names; what it does not know goes into `changed`.
[[nodiscard]] TableHeader read_table_header(std::string_view text, Remarks& changed);

/// The text behind its first `lines` lines.
[[nodiscard]] std::string_view behind_lines(std::string_view text, std::size_t lines);

}  // namespace pith::exchange
