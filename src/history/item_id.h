// Items of decks by the names that the history knows.
#pragma once

#include "deck/item.h"
#include "history/events.h"

namespace pith::history {

[[nodiscard]] inline ItemId id_of(const deck::Item& item) {
  return {item.deck, item.id};
}

}  // namespace pith::history
