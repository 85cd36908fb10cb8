#include "cli/listing.h"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "cli/printable.h"
#include "cli/tell.h"
#include "report/json.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;

constexpr std::size_t kWidestId = 28;
constexpr std::size_t kNarrowestQuestion = 10;
constexpr std::size_t kScoreCells = 4;
constexpr std::size_t kPointCells = 2;
constexpr std::size_t kColumnGap = 2;
constexpr std::size_t kQuestionBesideDue = 16;  ///< Cells that it leaves the question, or it goes.

/// Cells of the columns that differ from list to list.
struct Columns {
  std::size_t id = 0;
  std::size_t due = 0;  ///< 0: there is none.
  bool brief = false;   ///< Days alone, without why an item is not asked.
  bool full_ids = false;
};

/// The cells of everything before the question.
std::size_t cells_before_question(const Columns& columns) {
  return kColumnGap + columns.id + kColumnGap + kScoreCells +
         (columns.due > 0 ? kColumnGap + columns.due : 0) + kColumnGap + kPointCells + kColumnGap;
}

/// When the item is due, or in brackets why it is not asked.
std::string due_words(const ItemProgress& progress, memory::StudyDay today, bool brief,
                      const text::Messages& tr) {
  const auto day = progress.buried_until ? progress.buried_until : progress.due;
  const auto days = day ? (*day - today).count() : 0;
  return progress.silent                            ? (brief ? "-" : tr("(suspended)"))
         : progress.buried_until && !brief          ? tr.format("(buried {} d)", days)
         : progress.fresh && !progress.buried_until ? tr("new")
         : !day                                     ? "-"
         : days <= 0                                ? tr("today")
                                                    : tr.format("{} d", days);
}

/// Whether the history knows more of the items than that they are new.
bool says_more_than_new(const Listing& listing) {
  return std::ranges::any_of(listing.items, [](const ListedItem& listed) {
    return !listed.progress.fresh || listed.progress.silent || listed.progress.buried_until;
  });
}

/// Adds the column of due days, in brief if need be, where the window has room for it.
void add_due(Columns& columns, const Listing& listing, const Context& context) {
  for (const bool brief : {false, true}) {
    columns.brief = brief;
    columns.due = 0;
    for (const auto& listed : listing.items) {
      const auto words = due_words(listed.progress, listing.today, brief, context.tr);
      columns.due = std::max(columns.due, text::display_width(words));
    }
    if (cells_before_question(columns) + kQuestionBesideDue <= context.screen.columns) {
      return;
    }
  }
  columns.due = 0;
}

bool is_of_one_deck(const Listing& listing) {
  return std::ranges::all_of(listing.items, [&](const ListedItem& listed) {
    return listed.item->deck == listing.items.front().item->deck;
  });
}

std::string id_in(const Columns& columns, const deck::Item& item) {
  return one_line(columns.full_ids ? deck::full_id(item) : item.id);
}

/// Of the column of ids: room for the longest, but in a narrow window no more than a third.
Columns columns_of(const Listing& listing, const Context& context) {
  Columns columns;
  columns.full_ids = !listing.by_deck && !is_of_one_deck(listing);
  for (const auto& listed : listing.items) {
    columns.id = std::max(columns.id, text::display_width(id_in(columns, *listed.item)));
  }
  const auto third = std::max<std::size_t>(context.screen.columns / 3, 6);
  columns.id = std::min({columns.id, columns.full_ids ? third : kWidestId, third});
  if (says_more_than_new(listing)) {
    add_due(columns, listing, context);
  }
  return columns;
}

/// The id cut to its column; of a full one the deck goes first.
std::string id_cell(const Columns& columns, const deck::Item& item) {
  auto id = id_in(columns, item);
  if (columns.full_ids && text::display_width(id) > columns.id) {
    id = "…/" + one_line(item.id);
  }
  return text::pad(text::truncate(id, columns.id), columns.id);
}

/// What of an item is suspended, in words before its question and not in a column.
std::string suspended_words(const ItemProgress& progress, const Columns& columns,
                            const text::Messages& tr) {
  if (progress.suspended) {
    return columns.due > 0 && !columns.brief ? "" : tr("(suspended)") + ' ';
  }
  return progress.suspended_points > 0
             ? tr.format("({} suspended)", tr.count(progress.suspended_points, "point")) + ' '
             : "";
}

std::string score_cell(const ItemProgress& progress, const Columns& columns,
                       const text::Messages& tr) {
  if (progress.expected_score) {
    return fmt::format("{}%", text::percent(*progress.expected_score));
  }
  const bool said = !progress.fresh || is_suspended(progress) || columns.due > 0;
  return said ? "-" : tr("new");
}

std::string row(const ListedItem& listed, memory::StudyDay today, const Columns& columns,
                const Context& context) {
  const auto& [item, progress, found_in] = listed;
  const auto& tr = context.tr;
  auto head = fmt::format("  {}  {}  ", id_cell(columns, *item),
                          text::pad_left(score_cell(progress, columns, tr), kScoreCells));
  if (columns.due > 0) {
    head += text::pad_left(due_words(progress, today, columns.brief, tr), columns.due) + "  ";
  }
  head += fmt::format("{:>{}}  ", item->points.size(), kPointCells);
  const auto used = text::display_width(head);
  const auto left = std::max(context.screen.columns, used + kNarrowestQuestion) - used;
  const auto found = context.screen.out_is_terminal ? found_words(found_in, tr) : "";
  const auto words = suspended_words(progress, columns, tr) + found +
                     one_line(text::without_emphasis(item->question));
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

void print_json(Context& context, const Listing& listing) {
  auto list = Json::array();
  for (const auto& [item, progress, found_in] : listing.items) {
    auto json = summary_json(*item, progress);
    for (const auto place : found_in) {
      json["found_in"].push_back(name_of(place));
    }
    list.push_back(std::move(json));
  }
  context.out << report::line(list) << '\n';
}

void print_heading(Context& context, const std::string& deck, std::size_t items) {
  context.out << context.tr.format("{}  ({})", deck, context.tr.count(items, "item")) << '\n';
}

void print_rows(Context& context, const Listing& listing) {
  const auto columns = columns_of(listing, context);
  std::unordered_map<std::string_view, std::size_t> items_of;
  for (const auto& listed : listing.items) {
    ++items_of[listed.item->deck];
  }
  std::size_t suspended = 0;
  std::string_view deck;
  for (const auto& listed : listing.items) {
    if (!columns.full_ids && listed.item->deck != deck) {
      context.out << (deck.empty() ? "" : "\n");
      deck = listed.item->deck;
      print_heading(context, listed.item->deck, items_of[deck]);
    }
    suspended += is_suspended(listed.progress) ? 1U : 0U;
    context.out << row(listed, listing.today, columns, context);
  }
  if (context.screen.out_is_terminal && !listing.items.empty()) {
    context.out << '\n'
                << (columns.due > 0
                        ? context.tr("Columns: id, expected score, due, points, question.")
                        : context.tr("Columns: id, expected score, points, question."))
                << '\n';
  }
  tell_of_suspended(context, suspended);
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
          {"expected_score", or_null(progress.expected_score)},
          {"due", or_null(progress.due, memory::iso_date)},
          {"suspended", progress.suspended},
          {"buried_until", or_null(progress.buried_until, memory::iso_date)},
          {"difficulty", or_null(progress.difficulty)},
          {"lapses", progress.lapses},
          {"leech", progress.leech}};
}

Listing listing_of(const Context& context, std::span<const deck::Item* const> items) {
  const Progress progress(context);
  Listing listing{{}, progress.today(), true};
  listing.items.reserve(items.size());
  for (const auto* item : items) {
    listing.items.push_back({item, progress.of(*item), {}});
  }
  return listing;
}

void print_list(Context& context, const Listing& listing, bool json) {
  if (json) {
    print_json(context, listing);
  } else {
    print_rows(context, listing);
  }
}

}  // namespace pith::cli
