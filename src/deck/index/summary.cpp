#include "deck/index/summary.h"

#include <algorithm>

#include "base/fields_hash.h"

namespace pith::deck {
namespace {

bool has_former_names(const Deck& deck) {
  return !deck.was.empty() || std::any_of(deck.items.begin(), deck.items.end(), [](const Item& it) {
    return !it.was.empty() || std::any_of(it.points.begin(), it.points.end(),
                                          [](const Point& point) { return !point.was.empty(); });
  });
}

std::string schedule_of(const Deck& deck) {
  base::FieldsHash fields;
  for (const auto& item : deck.items) {
    fields.add(item.id).add(item.settings.desired_retention);
    fields.add(static_cast<double>(item.settings.new_per_day));
    fields.add(static_cast<double>(item.points.size()));
    for (const auto& point : item.points) {
      fields.add(point.id).add(point.weight);
    }
  }
  return fields.digest();
}

}  // namespace

DeckSummary summary_of(const Deck& deck) {
  return {deck.id,
          deck.path,
          deck.at,
          deck.language,
          deck.items.size(),
          schedule_of(deck),
          has_former_names(deck)};
}

}  // namespace pith::deck
