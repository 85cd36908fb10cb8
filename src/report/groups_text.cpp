#include <algorithm>

#include <fmt/format.h>

#include "report/overview.h"
#include "report/statistics_text.h"
#include "report/text_page.h"
#include "text/display.h"

namespace pith::report {
namespace {

struct Column {
  std::string_view title;
  std::size_t width;
  std::string (*cell)(const statistics::Group&);
};

std::string plain_percent(const std::optional<double>& share) {
  return share ? percent_or_dash(share) : "-";
}

/// The most telling first: what does not fit is left out from the end.
const std::vector<Column>& columns() {
  static const std::vector<Column> all = {
      {"expected", 9, [](const auto& g) { return plain_percent(g.expected); }},
      {"retained", 9, [](const auto& g) { return plain_percent(g.recall.share()); }},
      {"due", 6, [](const auto& g) { return grouped(g.due); }},
      {"reviews", 9, [](const auto& g) { return grouped(g.effort.reviews); }},
      {"score", 7, [](const auto& g) { return plain_percent(g.effort.score()); }},
      {"answers", 9, [](const auto& g) { return grouped(g.effort.answers); }},
      {"items", 8, [](const auto& g) { return grouped(g.items); }},
      {"minutes", 9, [](const auto& g) { return fmt::format("{:.0f}", g.effort.seconds / 60); }}};
  return all;
}

}  // namespace

std::string groups_text(const std::vector<statistics::Group>& groups, statistics::Grouping grouping,
                        const TextOptions& options) {
  constexpr std::size_t kNarrowestKey = 14;
  constexpr std::size_t kWidestKey = 44;
  TextPage page(options);
  if (groups.empty()) {
    page.say("", fmt::format("No {} to show.", statistics::name_of(grouping)));
    return page.take();
  }
  std::size_t key = statistics::name_of(grouping).size();
  for (const auto& group : groups) {
    key = std::max(key, text::display_width(text::sanitise(group.key)));
  }
  std::size_t used = kNarrowestKey;
  std::size_t shown = 0;
  while (shown < columns().size() && used + columns()[shown].width <= page.columns()) {
    used += columns()[shown++].width;
  }
  key = std::min({key, kWidestKey, page.columns() - (used - kNarrowestKey)});
  const auto row = [&](std::string_view name, const auto& cell) {
    auto line = TextPage::fitted(name, key);
    for (std::size_t c = 0; c < shown; ++c) {
      line += fmt::format("{:>{}}", cell(columns()[c]), columns()[c].width);
    }
    page.drawing(line);
  };
  row(statistics::name_of(grouping),
      [](const Column& column) { return std::string(column.title); });
  for (const auto& group : groups) {
    row(group.key, [&](const Column& column) { return column.cell(group); });
  }
  return page.take();
}

}  // namespace pith::report
