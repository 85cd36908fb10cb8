#include "cli/edited_items.h"

#include <algorithm>
#include <utility>

#include "cli/diagnosis.h"
#include "cli/replace_file.h"
#include "deck/reader.h"
#include "text/error.h"

namespace pith::cli {

const deck::DeckSummary* EditedItems::deck_of(const deck::Item& item) const {
  const auto found = std::ranges::find(decks_, item.deck, &deck::DeckSummary::id);
  return found == decks_.end() ? nullptr : &*found;
}

std::string EditedItems::path_of(const deck::Item& item) {
  const auto* deck = deck_of(item);
  if (deck == nullptr) {
    return "";
  }
  const std::filesystem::path path(deck->path);
  if (path.parent_path() != shipped_) {
    return deck->path;
  }
  std::error_code error;
  const auto copy = own_ / path.filename();
  return std::filesystem::exists(copy, error) ? copy.string() : std::string();
}

EditedItems::Reread EditedItems::reread(const deck::Item& item) {
  const auto path = path_of(item);
  deck::ReadResult read;
  try {
    read = deck::read_deck(read_file(path), path);
  } catch (const Error& error) {
    return {nullptr, tr_.sentence(error.what())};
  }
  for (const auto& diagnostic : read.diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      return {nullptr, headline(diagnostic, tr_)};
    }
  }
  auto& items = read.deck->items;
  const auto found = std::ranges::find(items, item.id, &deck::Item::id);
  if (found == items.end()) {
    return {nullptr, tr_.format("{} is not in its deck any more: it is asked as it was",
                                deck::full_id(item))};
  }
  return {&items_.emplace_back(std::move(*found)), ""};
}

}  // namespace pith::cli
