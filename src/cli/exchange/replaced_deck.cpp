#include "cli/exchange/replaced_deck.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.h"
#include "base/json.h"
#include "cli/files/history_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/points.h"
#include "deck/reading/reader.h"
#include "history/store.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;

constexpr std::size_t kShownGone = 40;

ReplacedDeck compare(const deck::Deck& before, const deck::Deck& after) {
  std::unordered_map<std::string_view, const deck::Item*> kept;
  if (before.id == after.id) {
    for (const auto& item : after.items) {
      kept.emplace(item.id, &item);
    }
  }
  ReplacedDeck gone;
  for (const auto& item : before.items) {
    const auto found = kept.find(item.id);
    if (found == kept.end()) {
      gone.items.push_back({{before.id, item.id, ""}, item.question});
      continue;
    }
    for (const auto& point : item.points) {
      if (!deck::place_of_point(*found->second, point.id)) {
        gone.points.push_back({{before.id, item.id, point.id}, point.name});
      }
    }
  }
  return gone;
}

void find_history(const Context& context, ReplacedDeck& gone) {
  try {
    const history::History history(history_file(context), {.read_only = true});
    for (auto* list : {&gone.items, &gone.points}) {
      for (auto& each : *list) {
        each.has_history = history.knows(each.name);
      }
    }
  } catch (const StorageError&) {  // then a deck can be replaced all the same
  }
}

std::size_t count_with_history(const ReplacedDeck& gone) {
  const auto count = [](const std::vector<Gone>& list) {
    return static_cast<std::size_t>(
        std::ranges::count(list, std::optional(true), &Gone::has_history));
  };
  return count(gone.items) + count(gone.points);
}

Json to_json(const std::vector<Gone>& list) {
  auto all = Json::array();
  for (const auto& each : list) {
    all.push_back({{"name", to_text(each.name)},
                   {"wording", each.wording},
                   {"history", or_null(each.has_history)}});
  }
  return all;
}

}  // namespace

std::optional<ReplacedDeck> replaced_deck(const Context& context, const std::string& bytes,
                                          const std::string& path, const deck::Deck& after) {
  const auto before = deck::read_deck(bytes, path);
  if (!before.deck) {
    return std::nullopt;
  }
  auto gone = compare(*before.deck, after);
  if (!gone.items.empty() || !gone.points.empty()) {
    find_history(context, gone);
  }
  return gone;
}

void print_gone(Context& context, const std::string& path, const ReplacedDeck& deck) {
  const auto& tr = context.tr;
  const auto number = deck.items.size() + deck.points.size();
  if (number == 0) {
    return;
  }
  const auto items = tr.count(deck.items.size(), "item");
  const auto points = tr.count(deck.points.size(), "point");
  tell(context, tr.format("{}: no longer in the deck: {}", one_line(path),
                          deck.points.empty()  ? items
                          : deck.items.empty() ? points
                                               : tr.format("{}, {}", items, points)));
  std::size_t shown = 0;
  for (const auto* list : {&deck.items, &deck.points}) {
    for (auto each = list->begin(); each != list->end() && shown < kShownGone; ++each, ++shown) {
      tell(context,
           fmt::format("  {}  {}", one_line(to_text(each->name)), one_line(each->wording)));
    }
  }
  if (number > shown) {
    tell(context,
         tr.format("{}: {} more of these; --json lists them all", one_line(path), number - shown));
  }
  if (const auto kept = count_with_history(deck); kept > 0) {
    tell(context, tr.format("  with a history: {}. It is kept: `pith orphans` lists it, `pith "
                            "relink FROM TO` gives it to what took their place",
                            kept));
  }
}

Json to_json(const ReplacedDeck& deck) {
  return {{"items", to_json(deck.items)}, {"points", to_json(deck.points)}};
}

}  // namespace pith::cli
