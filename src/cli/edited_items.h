// The deck files of a session's items, and the items that were edited while it ran.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "deck/summary.h"
#include "terminal/item_files.h"
#include "text/messages.h"

namespace pith::cli {

class EditedItems : public terminal::ItemFiles {
 public:
  /// Told of a deck before and after it was edited, so that the history can follow.
  using Follow = std::function<void(const deck::Deck& before, const deck::Deck& after)>;

  /// The decks must outlive this; of files in `shipped` the copies in `own` are edited, if
  /// there are any.
  EditedItems(std::span<const deck::DeckSummary> decks, std::filesystem::path shipped,
              std::filesystem::path own, Follow follow, text::Messages tr)
      : decks_(decks),
        shipped_(std::move(shipped)),
        own_(std::move(own)),
        follow_(std::move(follow)),
        tr_(tr) {}

  [[nodiscard]] std::string path_of(const deck::Item& item) override;
  [[nodiscard]] Reread reread(const deck::Item& item) override;

 private:
  [[nodiscard]] const deck::DeckSummary* deck_of(const deck::Item& item) const;
  [[nodiscard]] std::string file_of(const deck::Item& item) const;
  /// What reread() gives. Throws Error if the file cannot be read, or the history cannot follow.
  [[nodiscard]] Reread read_again(const deck::Item& item);
  /// What the item is called after the edit.
  [[nodiscard]] std::string id_now(const deck::Item& item, const std::string& path,
                                   const deck::Deck& after) const;

  std::span<const deck::DeckSummary> decks_;
  std::filesystem::path shipped_;
  std::filesystem::path own_;
  Follow follow_;
  text::Messages tr_;
  std::string before_;            ///< What path_of() found in the file.
  std::deque<deck::Item> items_;  ///< A session refers to them.
};

}  // namespace pith::cli
