// The deck files of a session's items, and the items that were edited while it ran.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "cli/context.h"
#include "deck/index/summary.h"
#include "terminal/item_files.h"

namespace pith::cli {

class EditedItems : public terminal::ItemFiles {
 public:
  /// Told of a deck before and after it was edited, so that the history can follow.
  using Follow = std::function<void(const deck::Deck& before, const deck::Deck& after)>;

  /// Context and decks must outlive this; of shipped decks the copies in the learner's folder are
  /// edited, if there are any.
  EditedItems(Context& context, std::span<const deck::DeckSummary> decks, Follow follow);

  [[nodiscard]] Edited edit(const deck::Item& item, terminal::LineEditor& editor) override;

 private:
  [[nodiscard]] const deck::DeckSummary* deck_of(const deck::Item& item) const;
  /// The learner's own file; empty if there is none.
  [[nodiscard]] std::string file_of(const deck::Item& item) const;
  /// How to come by an own file.
  [[nodiscard]] std::string how_to_own(const deck::Item& item) const;
  /// What edit() gives of a file. Throws Error if it cannot be read or written, or the editor
  /// fails, or the history cannot follow; InvalidInput if the learner left.
  [[nodiscard]] Edited edit_file(const deck::Item& item, const std::string& path,
                                 terminal::LineEditor& editor);
  /// What the item is called after the edit.
  [[nodiscard]] std::string id_now(const deck::Item& item, const std::optional<deck::Deck>& before,
                                   const deck::Deck& after) const;

  Context& context_;
  std::span<const deck::DeckSummary> decks_;
  std::filesystem::path own_;
  Follow follow_;
  std::deque<deck::Item> items_;  ///< A session refers to them.
};

}  // namespace pith::cli
