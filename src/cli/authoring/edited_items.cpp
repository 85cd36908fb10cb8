#include "cli/authoring/edited_items.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "cli/authoring/authoring.h"
#include "cli/decks/decks.h"
#include "cli/files/replace_file.h"
#include "cli/shell_word.h"
#include "deck/reading/reader.h"
#include "history/reworded.h"

namespace pith::cli {

EditedItems::EditedItems(Context& context, std::span<const deck::DeckSummary> decks, Follow follow)
    : context_(context),
      decks_(decks),
      own_(own_deck_folder(context)),
      follow_(std::move(follow)) {}

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
  if (!is_shipped(context_, path)) {
    return deck->path;
  }
  std::error_code error;
  const auto copy = own_ / path.filename();
  return std::filesystem::exists(copy, error) ? copy.string() : std::string();
}

std::string EditedItems::how_to_own(const deck::Item& item) const {
  const auto* deck = deck_of(item);
  const auto folder = quoted_for_shell(own_.string());
  return context_.tr.format(
      "This deck came with pith: `mkdir -p {} && cp {} {}` makes a copy for you to change.", folder,
      quoted_for_shell(deck == nullptr ? "" : deck->path), folder);
}

std::string EditedItems::id_now(const deck::Item& item, const std::optional<deck::Deck>& before,
                                const deck::Deck& after) const {
  if (!before) {
    return item.id;
  }
  follow_(*before, after);
  const auto renamed = history::reworded(*before, after);
  const auto found =
      std::ranges::find(renamed, history::Name{item.deck, item.id, ""}, &history::Alias::from);
  return found == renamed.end() ? item.id : found->to.item;
}

EditedItems::Edited EditedItems::edit(const deck::Item& item, terminal::LineEditor& editor) {
  const auto& tr = context_.tr;
  const auto path = file_of(item);
  if (path.empty()) {
    return {nullptr, how_to_own(item)};
  }
  if (context_.any_editor.empty()) {
    return {nullptr, tr("no editor: set $VISUAL or $EDITOR")};
  }
  try {
    return edit_file(item, path, editor);
  } catch (const InvalidInput& left) {
    return {nullptr, tr.sentence(left.what()), true};
  } catch (const Error& error) {
    return {nullptr, tr.sentence(error.what())};
  }
}

EditedItems::Edited EditedItems::edit_file(const deck::Item& item, const std::string& path,
                                           terminal::LineEditor& editor) {
  const auto before = read_file(path);
  const auto after = edited_until_sound(context_, editor, path, before, item.at.line);
  if (!after) {
    return {nullptr, context_.tr("Nothing was changed.")};
  }
  store(path, before, *after);
  auto now = deck::read_deck(*after, path).deck;
  const auto id = id_now(item, deck::read_deck(before, path).deck, *now);
  const auto found = std::ranges::find(now->items, id, &deck::Item::id);
  if (found == now->items.end()) {
    return {nullptr, context_.tr.format("{} is not in its deck any more: it is asked as it was",
                                        deck::full_id(item))};
  }
  return {&items_.emplace_back(std::move(*found)), ""};
}

}  // namespace pith::cli
