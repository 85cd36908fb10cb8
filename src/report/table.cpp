#include "report/table.h"

#include <fmt/format.h>

#include "report/csv.h"

namespace pith::report {
namespace {

std::string csv_value(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return csv_cell(*text);
  }
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    return fmt::format("{}", *count);
  }
  const auto* number = std::get_if<double>(&cell);
  return number != nullptr ? fmt::format("{}", *number) : std::string();
}

std::string csv_row(const std::string& figure, std::size_t row, std::string_view column,
                    const Cell& cell) {
  return std::holds_alternative<std::monostate>(cell)
             ? std::string()
             : fmt::format("{},{},{},{}\r\n", figure, row, column, csv_value(cell));
}

}  // namespace

Json to_json(const Cell& cell) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    return *count;
  }
  if (const auto* number = std::get_if<double>(&cell)) {
    return *number;
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text != nullptr ? Json(*text) : Json(nullptr);
}

Json to_json(const Table& table) {
  auto rows = Json::array();
  for (const auto& row : table.rows) {
    auto object = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      object[std::string(table.columns[i].key)] = to_json(row.at(i));
    }
    rows.push_back(std::move(object));
  }
  return rows;
}

Json to_json(const Facts& facts) {
  auto object = Json::object();
  for (const auto& [key, value] : facts.values) {
    object[key] = to_json(value);
  }
  return object;
}

std::string to_csv_rows(const Table& table) {
  std::string csv;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      csv += csv_row(table.name, r + 1, table.columns[c].key, table.rows[r].at(c));
    }
  }
  return csv;
}

std::string to_csv_rows(const Facts& facts) {
  std::string csv;
  for (const auto& [key, value] : facts.values) {
    csv += csv_row(facts.name, 1, key, value);
  }
  return csv;
}

std::string to_csv(const Table& table) {
  std::string csv;
  for (const auto& column : table.columns) {
    csv += fmt::format("{}{}", csv.empty() ? "" : ",", column.key);
  }
  csv += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      csv += (i > 0 ? "," : "") + csv_value(row[i]);
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace pith::report
