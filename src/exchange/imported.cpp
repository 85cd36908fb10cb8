#include "exchange/imported.h"

#include "exchange/lines.h"
#include "text/display.h"

namespace pith::exchange {
namespace {

constexpr std::size_t kExcerpt = 60;  // cells

}  // namespace

void rename_deck(Imported& imported, std::string_view from_id, const std::string& to) {
  const std::string from(from_id);  // which may be the very text that is changed
  for (auto& deck : imported.decks) {
    if (deck.id != from) {
      continue;
    }
    deck.id = to;
    for (auto& item : deck.items) {
      item.deck = to;
    }
  }
  if (imported.history) {
    for (auto& card : imported.history->cards) {
      card.item.deck = card.item.deck == from ? to : card.item.deck;
    }
  }
}

std::string excerpt(std::string_view text) {
  const auto line = lines_of(trimmed(text.substr(0, 16 * kExcerpt)));
  return line.empty() ? std::string() : text::truncate(text::sanitise(line.front()), kExcerpt);
}

}  // namespace pith::exchange
