// Tables of figures: the one form that JSON, CSV and the tables of a page are made from, so that
// they cannot differ.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/json.h"

namespace pith::report {

/// Nothing, a count, a number, or text (a date as well).
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// What the cells of a column are to a reader of a page.
enum class CellKind : std::uint8_t {
  plain,   ///< A count, a number, a text.
  share,   ///< In [0, 1]; shown in per cent.
  edge,    ///< Of a bin; edges lie as close together as they like.
  mark,    ///< Something is so where the count is above 0.
  period,  ///< As in statistics::RetentionFigures.
  markup,  ///< HTML already: a strip, a link.
};

struct Column {
  std::string_view key;    ///< Of JSON and CSV.
  std::string_view title;  ///< What heads it on a page; to be translated.
  CellKind kind = CellKind::plain;
};

struct Table {
  std::string name;  ///< As a key of JSON: `true_retention`.
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

/// A table with one row, as one object.
struct Facts {
  std::string name;
  std::vector<std::pair<std::string, Cell>> values;
};

[[nodiscard]] Json to_json(const Cell& cell);
/// An array of objects with the columns as keys.
[[nodiscard]] Json to_json(const Table& table);
[[nodiscard]] Json to_json(const Facts& facts);

/// `figure,row,column,value` lines, without the header; `figure` is the table's name, `row` counts
/// from 1. Nothing for an empty cell.
[[nodiscard]] std::string to_csv_rows(const Table& table);
[[nodiscard]] std::string to_csv_rows(const Facts& facts);

/// The table as CSV of its own (RFC 4180).
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace pith::report
