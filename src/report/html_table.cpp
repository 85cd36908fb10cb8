#include "report/html_table.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/overview.h"
#include "report/svg.h"
#include "text/words.h"

namespace pith::report {
namespace {

bool is_share(std::string_view column) {
  constexpr std::array<std::string_view, 9> kShares = {
      "score",          "true_retention", "predicted", "desired", "expected_score",
      "retrievability", "young",          "mature",    "all"};
  return std::find(kShares.begin(), kShares.end(), column) != kShares.end();
}

/// Of a bin; edges lie as close together as they like.
bool is_edge(std::string_view column) {
  return column == "from" || column == "to";
}

/// What heads a column. Throws std::out_of_range for one without a title.
std::string_view column_title(const std::string& column) {
  using text::to_translate;
  static const std::map<std::string, std::string_view> titles = {
      {"day", to_translate("Day")},
      {"deck", to_translate("Deck")},
      {"tag", to_translate("Tag")},
      {"item", to_translate("Item")},
      {"name", to_translate("Name")},
      {"items", to_translate("Items")},
      {"answers", to_translate("Answers")},
      {"points", to_translate("Points")},
      {"reviews", to_translate("Reviews")},
      {"new_points", to_translate("New")},
      {"minutes", to_translate("Minutes")},
      {"score", to_translate("Score")},
      {"retention_reviews", to_translate("Reviews of retention")},
      {"recalled", to_translate("Recalled")},
      {"true_retention", to_translate("Retention")},
      {"predicted", to_translate("Foreseen")},
      {"desired", to_translate("Desired")},
      {"expected_score", to_translate("Expected")},
      {"known_items", to_translate("Known items")},
      {"due_items", to_translate("Due")},
      {"from", to_translate("From")},
      {"to", to_translate("To")},
      {"count", to_translate("Count")},
      {"from_days", to_translate("From day")},
      {"to_days", to_translate("To day")},
      {"from_hour", to_translate("From")},
      {"to_hour", to_translate("To")},
      {"stands_out", to_translate("Stands out")},
      {"period", to_translate("Period")},
      {"young_reviews", to_translate("Reviews, young")},
      {"young", to_translate("Young")},
      {"mature_reviews", to_translate("Reviews, mature")},
      {"mature", to_translate("Mature")},
      {"all", to_translate("All")},
      {"session", to_translate("Session")},
      {"questions", to_translate("Questions")},
      {"point", to_translate("Point")},
      {"question", to_translate("Question")},
      {"failed", to_translate("Failed")},
      {"lapses", to_translate("Lapses")},
      {"stability", to_translate("Stability, days")},
      {"difficulty", to_translate("Difficulty")},
      {"retrievability", to_translate("R today")},
      {"recent", to_translate("Verdicts")},
      {"automatic", to_translate("Grader")},
      {"final", to_translate("Learner")},
      {"asked_item", to_translate("Asked")},
      {"asked_point", to_translate("Asked for")},
      {"said_item", to_translate("Of item")},
      {"said_point", to_translate("Said")},
      {"times", to_translate("Times")},
      {"due", to_translate("Due")},
  };
  return titles.at(column);
}

std::string shown(const Cell& cell, const std::string& column, const text::Messages& tr) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    return column != "stands_out" ? fmt::format("{}", *count) : *count > 0 ? "✓" : "";
  }
  if (const auto* number = std::get_if<double>(&cell)) {
    return is_share(column)  ? fmt::format("{}%", text::percent(*number))
           : is_edge(column) ? fmt::format("{:g}", *number)
                             : fmt::format("{:.1f}", *number);
  }
  const auto* text = std::get_if<std::string>(&cell);
  const bool period = text != nullptr && column == "period";
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
                        html_escaped(tr(column_title(table.columns[c]))));
  }
  html += "</tr></thead><tbody>";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto& column = table.columns[c];
      const bool markup =
          std::find(options.markup.begin(), options.markup.end(), column) != options.markup.end();
      const auto text = shown(row[c], column, tr);
      const auto value = options.sortable && numeric[c]
                             ? fmt::format(R"( data-value="{}")", sort_value(row[c]))
                             : std::string();
      html += fmt::format(R"(<td class="{}"{}>{}</td>)", numeric[c] ? "number" : "text", value,
                          markup ? text : html_escaped(text));
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

Table with_columns(const Table& table, const std::vector<std::string>& columns) {
  Table chosen{table.name, columns, {}};
  for (const auto& row : table.rows) {
    std::vector<Cell> cells;
    for (const auto& column : columns) {
      const auto at = std::find(table.columns.begin(), table.columns.end(), column);
      cells.push_back(row.at(static_cast<std::size_t>(at - table.columns.begin())));
    }
    chosen.rows.push_back(std::move(cells));
  }
  return chosen;
}

}  // namespace pith::report
