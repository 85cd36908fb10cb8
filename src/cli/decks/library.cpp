#include "cli/decks/library.h"

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "deck/selector.h"

namespace pith::cli {

Library::Library(Context& context, std::vector<std::string> selectors)
    : selectors_(std::move(selectors)) {
  const auto is_path = [](const std::string& it) { return deck::as_path(it).has_value(); };
  if (std::ranges::none_of(selectors_, is_path)) {
    index_ = index_decks(context);
  }
  if (index_ && names_decks()) {
    const auto errors = index_->errors();
    warn_of_errors(context, errors);
    warn_of_passed_over(context, index_->passed_over());
    warn_of_nothing(context, !index_->decks().empty() || deck::has_error(errors));
    return;
  }
  index_.reset();
  selection_ = select_items(context, selectors_);
  for (const auto& deck : selection_->collection.decks) {
    summaries_.push_back(deck::summary_of(deck));
  }
}

void Library::require_any_sound() const {
  const auto broken = index_ ? index_->errors() : selection_->collection.diagnostics;
  if (summaries().empty() && deck::has_error(broken)) {
    throw InvalidInput("no deck can be read");
  }
}

bool Library::names_decks() const {
  return std::ranges::all_of(
      selectors_, [&](const std::string& selector) { return index_->find(selector).has_value(); });
}

std::span<const deck::DeckSummary> Library::summaries() const {
  return index_ ? index_->decks() : summaries_;
}

session::KnownDecks Library::known_decks() const {
  return {summaries(), [this](std::size_t place) { return read(place); }};
}

std::vector<std::size_t> Library::meant() const {
  std::unordered_set<std::string> ids(selectors_.begin(), selectors_.end());
  if (!index_) {
    ids.clear();
    for (const auto* item : selection_->items) {
      ids.insert(item->deck);
    }
  }
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < summaries().size(); ++i) {
    if (ids.contains(summaries()[i].id) || selectors_.empty()) {
      places.push_back(i);
    }
  }
  return places;
}

session::ItemFilter Library::filter() const {
  if (index_) {
    return {};
  }
  const auto ids = std::make_shared<std::unordered_set<std::string>>();  // the filter is copied
  for (const auto* item : selection_->items) {
    ids->insert(deck::full_id(*item));
  }
  return [ids](const history::ItemId& id) { return ids->contains(history::full_id(id)); };
}

deck::Deck Library::read(std::size_t place) const {
  return index_ ? index_->deck(place) : selection_->collection.decks[place];
}

const deck::Item* Library::find(const history::ItemId& id) const {
  if (selection_) {
    if (const auto* item = deck::find_item(selection_->collection, history::full_id(id))) {
      return item;
    }
  }
  const auto deck = index_ ? index_->find(id.deck) : std::nullopt;
  return deck ? index_->item(*deck, id.item) : nullptr;
}

const Selection& Library::selection() {
  if (!selection_) {
    selection_.emplace();
    for (const auto place : meant()) {
      selection_->collection.decks.push_back(index_->deck(place));
    }
    selection_->items = deck::select(selection_->collection, {});
  }
  return *selection_;
}

}  // namespace pith::cli
