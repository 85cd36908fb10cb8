#include "cli/listing.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/tell.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWidestId = 28;
constexpr std::size_t kNarrowestQuestion = 10;
constexpr std::size_t kScoreCells = 4;

/// Of the column of ids: room for the longest, but in a narrow window no more than a third.
std::size_t widest_id(std::span<const deck::Item* const> items, std::size_t columns) {
  std::size_t width = 0;
  for (const auto* item : items) {
    width = std::max(width, text::display_width(one_line(item->id)));
  }
  return std::min({width, kWidestId, std::max<std::size_t>(columns / 3, 6)});
}

/// What of an item is not asked, in words before its question; empty if all is.
std::string suspension(const ItemProgress& progress, const text::Messages& tr) {
  return progress.suspended ? tr("(suspended)") + ' '
         : progress.suspended_points > 0
             ? tr.format("({} suspended)", tr.count(progress.suspended_points, "point")) + ' '
             : "";
}

std::string row(const deck::Item& item, const ItemProgress& progress, std::size_t id_width,
                const Context& context) {
  const auto& tr = context.tr;
  const auto id = text::pad(text::truncate(one_line(item.id), id_width), id_width);
  const auto known = progress.expected_score
                         ? fmt::format("{:.0f}%", *progress.expected_score * 100)
                     : progress.reviews > 0 || is_suspended(progress) ? "-"
                                                                      : tr("new");
  const auto head =
      fmt::format("  {}  {}  {:>2}  ", id, text::pad_left(known, kScoreCells), item.points.size());
  const auto used = text::display_width(head);
  const auto left = std::max(context.screen.columns, used + kNarrowestQuestion) - used;
  const auto words = suspension(progress, tr) + one_line(item.question);
  return head + text::truncate(words, left) + '\n';
}

/// How to bring back what is suspended, where something is. Below the list where that is read, for
/// it may be shown by a pager.
void tell_of_suspended(Context& context, std::size_t items) {
  if (items == 0) {
    return;
  }
  const auto words = context.tr.format("Suspended: {}; `pith show ITEM` says how to end that.",
                                       context.tr.count(items, "item"));
  if (context.screen.out_is_terminal) {
    context.out << words << '\n';
  } else {
    tell(context, words);
  }
}

}  // namespace

Json summary_json(const deck::Item& item, const ItemProgress& progress) {
  return {{"id", deck::full_id(item)},
          {"deck", item.deck},
          {"kind", deck::name_of(item.kind)},
          {"question", item.question},
          {"points", item.points.size()},
          {"tags", item.tags},
          {"reviews", progress.reviews},
          {"expected_score", progress.expected_score ? Json(*progress.expected_score) : Json()},
          {"due", progress.due ? Json(memory::iso_date(*progress.due)) : Json()},
          {"suspended", progress.suspended}};
}

void print_list(Context& context, std::span<const deck::Item* const> items, bool json) {
  const Progress progress(context);
  if (json) {
    auto list = Json::array();
    for (const auto* item : items) {
      list.push_back(summary_json(*item, progress.of(*item)));
    }
    context.out << report::line(list) << '\n';
    return;
  }
  std::size_t suspended = 0;
  const auto id_width = widest_id(items, context.screen.columns);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = *items[i];
    if (i == 0 || items[i - 1]->deck != item.deck) {
      const auto count = std::count_if(items.begin(), items.end(), [&](const deck::Item* other) {
        return other->deck == item.deck;
      });
      context.out << (i == 0 ? "" : "\n")
                  << context.tr.format("{}  ({})", item.deck,
                                       context.tr.count(static_cast<std::size_t>(count), "item"))
                  << '\n';
    }
    const auto known = progress.of(item);
    suspended += is_suspended(known) ? 1U : 0U;
    context.out << row(item, known, id_width, context);
  }
  if (context.screen.out_is_terminal && !items.empty()) {
    context.out << '\n' << context.tr("Columns: id, expected score, points, question.") << '\n';
  }
  tell_of_suspended(context, suspended);
}

std::string wrapped(std::string_view words, std::size_t columns) {
  std::string lines;
  for (const auto& line : text::wrap(text::sanitise(words), std::max<std::size_t>(columns, 10))) {
    lines += line + '\n';
  }
  return lines;
}

std::string one_line(std::string_view text) {
  auto safe = text::sanitise(text);
  std::replace_if(
      safe.begin(), safe.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return safe;
}

}  // namespace pith::cli
