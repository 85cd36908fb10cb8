#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "deck/identity.h"
#include "report/columns.h"
#include "report/figures.h"
#include "report/numbers.h"
#include "report/statistics_text.h"
#include "report/text_page.h"
#include "text/display.h"

namespace pith::report {
namespace {

struct TextColumn {
  std::string_view title;  ///< To be translated.
  std::size_t width;
  std::string (*cell)(const statistics::Group&);
};

std::string plain_percent(const std::optional<double>& share) {
  return share ? percent_or_dash(share) : "-";
}

/// The most telling first: what does not fit is left out from the end.
const std::vector<TextColumn>& columns() {
  static const std::vector<TextColumn> all = {
      {column::expected_score.title, 9, [](const auto& g) { return plain_percent(g.expected); }},
      {column::true_retention.title, 10,
       [](const auto& g) { return plain_percent(g.recall.share()); }},
      {column::due_items.title, 6, [](const auto& g) { return grouped(g.due); }},
      {column::reviews.title, 9, [](const auto& g) { return grouped(g.effort.reviews); }},
      {column::score.title, 7, [](const auto& g) { return plain_percent(g.effort.score()); }},
      {column::answers.title, 9, [](const auto& g) { return grouped(g.effort.answers); }},
      {column::items.title, 7, [](const auto& g) { return grouped(g.items); }},
      {column::minutes.title, 9,
       [](const auto& g) { return fmt::format("{:.0f}", g.effort.seconds / 60); }}};
  return all;
}

bool says_nothing(const TextColumn& column, const std::vector<statistics::Group>& groups) {
  return std::ranges::all_of(groups, [&](const auto& group) {
    const auto cell = column.cell(group);
    return cell == "-" || cell == "0";
  });
}

constexpr std::size_t kWidestKey = 44;  ///< Longer names are cut rather than columns left out.

/// What fits beside names of so many cells, but at least beside `narrowest`; where that is not all,
/// what has nothing to say goes first, then the last.
std::vector<const TextColumn*> shown_columns(const std::vector<statistics::Group>& groups,
                                             std::size_t width, std::size_t narrowest,
                                             std::size_t key) {
  constexpr std::size_t kTelling = 3;  // names are not cut for more than these
  std::vector<const TextColumn*> shown;
  std::size_t used = 0;
  for (const auto& column : columns()) {
    shown.push_back(&column);
    used += column.width;
  }
  const auto too_wide = [&] {
    return used + (shown.size() > kTelling ? std::clamp(key, narrowest, kWidestKey) : narrowest) >
           width;
  };
  while (!shown.empty() && too_wide()) {
    const auto empty =
        std::ranges::find_if(shown.rbegin(), shown.rend(),
                             [&](const TextColumn* each) { return says_nothing(*each, groups); });
    const auto victim = empty != shown.rend() ? std::prev(empty.base()) : std::prev(shown.end());
    used -= (*victim)->width;
    shown.erase(victim);
  }
  return shown;
}

/// Whether a group is an item that nobody named: its id, made of the question, tells nothing.
bool is_unnamed_item(const statistics::Group& group, statistics::Grouping grouping) {
  const std::string_view key = group.key;
  return grouping == statistics::Grouping::item && !group.name.empty() &&
         deck::is_id_of_question(key.substr(key.find('/') + 1));
}

/// How many cells the names need; a question may be long, and its beginning tells enough.
std::size_t width_of_names(const std::vector<statistics::Group>& groups,
                           statistics::Grouping grouping, std::size_t head) {
  std::size_t width = head;
  for (const auto& group : groups) {
    const bool unnamed = is_unnamed_item(group, grouping);
    const auto own = text::display_width(unnamed ? text::single_line(text::sanitise(group.name))
                                                 : text::sanitise(group.key));
    width = std::max(width, unnamed ? std::min(own, kWidestKey) : own);
  }
  return width;
}

/// A name in so many cells: of a deck/item/point that is longer, what comes last tells most.
std::string name_in(std::string_view name, std::size_t cells) {
  auto shown = text::sanitise(name);
  for (auto rest = shown; text::display_width(shown) > cells;) {
    const auto slash = rest.find('/');
    if (slash == std::string::npos) {
      break;
    }
    rest.erase(0, slash + 1);
    shown = "…/" + rest;
  }
  return TextPage::fitted(shown, cells);
}

}  // namespace

std::string groups_text(const std::vector<statistics::Group>& groups, statistics::Grouping grouping,
                        const TextOptions& options) {
  constexpr std::size_t kNarrowestKey = 14;
  TextPage page(options);
  if (groups.empty()) {
    page.say("", page.tr()("There is nothing to show."));
    return page.take();
  }
  const auto head = page.tr()(column_of(grouping).title);
  auto key = width_of_names(groups, grouping, text::display_width(head));
  const auto shown = shown_columns(groups, page.columns(), kNarrowestKey, key);
  std::size_t used = 0;
  for (const auto* column : shown) {
    used += column->width;
  }
  key = std::min(key, std::max(page.columns() - std::min(used, page.columns()), kNarrowestKey));
  const auto row = [&](Tone tone, std::string line, const auto& cell) {
    for (const auto* column : shown) {
      line += TextPage::right(cell(*column), column->width);
    }
    page.drawing({{tone, line}});
  };
  row(Tone::soft, name_in(head, key),
      [&](const TextColumn& column) { return page.tr()(column.title); });
  for (const auto& group : groups) {
    const auto name = is_unnamed_item(group, grouping)
                          ? TextPage::fitted(text::single_line(text::sanitise(group.name)), key)
                          : name_in(group.key, key);
    row(Tone::plain, name, [&](const TextColumn& column) { return column.cell(group); });
  }
  return page.take();
}

}  // namespace pith::report
