#include "cli/edited_items.h"

#include <algorithm>
#include <utility>

#include "cli/diagnosis.h"
#include "cli/replace_file.h"
#include "deck/reader.h"
#include "history/reworded.h"
#include "text/error.h"

namespace pith::cli {
namespace {

/// Empty if there is no file to read.
std::string bytes_of(const std::string& path) {
  try {
    return read_file(path);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

const deck::DeckSummary* EditedItems::deck_of(const deck::Item& item) const {
  const auto found = std::ranges::find(decks_, item.deck, &deck::DeckSummary::id);
  return found == decks_.end() ? nullptr : &*found;
}

std::string EditedItems::file_of(const deck::Item& item) const {
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

std::string EditedItems::path_of(const deck::Item& item) {
  auto path = file_of(item);
  before_ = bytes_of(path);
  return path;
}

std::string EditedItems::id_now(const deck::Item& item, const std::string& path,
                                const deck::Deck& after) const {
  const auto before = deck::read_deck(before_, path).deck;
  if (!before) {
    return item.id;
  }
  follow_(*before, after);
  const auto renamed = history::reworded(*before, after);
  const auto found =
      std::ranges::find(renamed, history::Name{item.deck, item.id, ""}, &history::Alias::from);
  return found == renamed.end() ? item.id : found->to.item;
}

EditedItems::Reread EditedItems::reread(const deck::Item& item) {
  try {
    return read_again(item);
  } catch (const Error& error) {
    return {nullptr, tr_.sentence(error.what())};
  }
}

EditedItems::Reread EditedItems::read_again(const deck::Item& item) {
  const auto path = file_of(item);
  const auto text = read_file(path);
  auto read = deck::read_deck(text, path);
  for (const auto& diagnostic : read.diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      return {nullptr, headline(diagnostic, tr_)};
    }
  }
  auto& items = read.deck->items;
  const auto found = std::ranges::find(items, id_now(item, path, *read.deck), &deck::Item::id);
  if (found == items.end()) {
    return {nullptr, tr_.format("{} is not in its deck any more: it is asked as it was",
                                deck::full_id(item))};
  }
  return {&items_.emplace_back(std::move(*found)), "", text != before_};
}

}  // namespace pith::cli
