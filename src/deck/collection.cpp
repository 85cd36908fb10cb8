#include "deck/collection.h"

#include <algorithm>

#include "deck/deck_files.h"
#include "deck/index/collection_index.h"

namespace pith::deck {

Collection load_collection(std::span<const std::filesystem::path> paths) {
  return CollectionIndex(paths, DeckCache({}, {})).collection();
}

ReadResult read_deck_file(const std::filesystem::path& path) {
  auto read = read_bytes(path);
  if (auto* diagnostic = std::get_if<Diagnostic>(&read)) {
    return {std::nullopt, {std::move(*diagnostic)}};
  }
  return read_deck(std::get<std::string>(read), path.string());
}

const Item* find_item(const Collection& collection, std::string_view full_id) {
  const auto slash = full_id.find('/');
  if (slash == std::string_view::npos) {
    return nullptr;
  }
  const auto deck_id = full_id.substr(0, slash);
  const auto item_id = full_id.substr(slash + 1);
  const Item* former = nullptr;
  for (const auto& deck : collection.decks) {
    const bool once = std::find(deck.was.begin(), deck.was.end(), deck_id) != deck.was.end();
    if (deck.id != deck_id && !once) {
      continue;
    }
    for (const auto& item : deck.items) {
      if (item.id == item_id && deck.id == deck_id) {
        return &item;
      }
      if (former == nullptr && (item.id == item_id || std::find(item.was.begin(), item.was.end(),
                                                                item_id) != item.was.end())) {
        former = &item;
      }
    }
  }
  return former;
}

bool has_error(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

}  // namespace pith::deck
