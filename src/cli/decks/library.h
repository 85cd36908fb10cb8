// The decks that a command works on: read as far as their items are asked for, if that will do, and
// otherwise in whole.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/decks/selection.h"
#include "deck/index/collection_index.h"
#include "history/events.h"
#include "session/review_plan.h"
#include "session/upkeep.h"

namespace pith::cli {

class Library {
 public:
  /// What the selectors mean, as select_items() has it. Reads no deck as long as they are ids of
  /// decks, or none.
  Library(Context& context, std::vector<std::string> selectors);

  /// Throws InvalidInput if there are decks, and none of them can be read.
  void require_any_sound() const;

  /// All decks of the collection.
  [[nodiscard]] std::span<const deck::DeckSummary> summaries() const;
  [[nodiscard]] session::KnownDecks known_decks() const;
  /// Places among the summaries of the decks that hold what the selectors mean.
  [[nodiscard]] std::vector<std::size_t> meant() const;
  /// What passes of their items; empty if all do.
  [[nodiscard]] session::ItemFilter filter() const;
  [[nodiscard]] deck::Deck read(std::size_t place) const;
  /// Null if there is no such item. It lives as long as the library.
  [[nodiscard]] const deck::Item* find(const history::ItemId& id) const;
  /// What the selectors mean, read in whole.
  [[nodiscard]] const Selection& selection();

 private:
  [[nodiscard]] bool names_decks() const;

  std::vector<std::string> selectors_;
  std::optional<deck::CollectionIndex> index_;
  std::optional<Selection> selection_;
  std::vector<deck::DeckSummary> summaries_;  ///< Where there is no index.
};

}  // namespace pith::cli
