#include "report/html_table.h"

#include <algorithm>

#include "report/numbers.h"
#include "report/svg.h"
#include "text/words.h"

namespace pith::report {
namespace {

std::string shown(const Cell& cell, CellKind kind, const text::Messages& tr) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    return kind != CellKind::mark ? fmt::format("{}", *count) : *count > 0 ? "✓" : "";
  }
  if (const auto* number = std::get_if<double>(&cell)) {
    return kind == CellKind::share  ? fmt::format("{}%", text::percent(*number))
           : kind == CellKind::edge ? fmt::format("{:g}", *number)
                                    : fmt::format("{:.1f}", *number);
  }
  const auto* text = std::get_if<std::string>(&cell);
  const bool period = text != nullptr && kind == CellKind::period;
  return text == nullptr ? "–" : period ? period_name(*text, tr) : *text;
}

/// What sorting goes by.
std::string sort_value(const Cell& cell) {
  const auto* count = std::get_if<std::int64_t>(&cell);
  const auto* number = std::get_if<double>(&cell);
  return count != nullptr    ? fmt::format("{}", *count)
         : number != nullptr ? fmt::format("{:.4f}", *number)
                             : std::string();
}

bool is_numeric(const Table& table, std::size_t column) {
  return std::none_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    return std::holds_alternative<std::string>(row.at(column));
  });
}

}  // namespace

std::string html_table(const Table& table, const text::Messages& tr, const HtmlTable& options) {
  std::vector<bool> numeric;
  const auto caption = options.caption.empty()
                           ? std::string()
                           : fmt::format("<caption>{}</caption>", html_escaped(options.caption));
  std::string html = fmt::format("<table{}>{}<thead><tr>",
                                 options.sortable ? R"( class="sortable")" : "", caption);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    numeric.push_back(is_numeric(table, c));
    html += fmt::format(R"(<th scope="col"{}>{}</th>)", numeric[c] ? R"( class="number")" : "",
                        html_escaped(tr(table.columns[c].title)));
  }
  html += "</tr></thead><tbody>";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto kind = table.columns[c].kind;
      const auto text = shown(row[c], kind, tr);
      const auto value = options.sortable && numeric[c]
                             ? fmt::format(R"( data-value="{}")", sort_value(row[c]))
                             : std::string();
      html += fmt::format(R"(<td class="{}"{}>{}</td>)", numeric[c] ? "number" : "text", value,
                          kind == CellKind::markup ? text : html_escaped(text));
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table>";
}

std::string folded_table(const Table& table, const text::Messages& tr, const std::string& caption) {
  return fmt::format(
      R"(<details><summary>{}</summary><div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div></details>)",
      html_escaped(tr("As a table")), html_escaped(caption), html_table(table, tr, {caption}));
}

Table with_columns(const Table& table, const std::vector<Column>& columns) {
  Table chosen{table.name, columns, {}};
  for (const auto& row : table.rows) {
    std::vector<Cell> cells;
    for (const auto& column : columns) {
      const auto at = std::ranges::find(table.columns, column.key, &Column::key);
      cells.push_back(row.at(static_cast<std::size_t>(at - table.columns.begin())));
    }
    chosen.rows.push_back(std::move(cells));
  }
  return chosen;
}

}  // namespace pith::report
