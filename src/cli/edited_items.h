// The deck files of a session's items, and the items that were edited while it ran.
#pragma once

#include <deque>
#include <filesystem>
#include <span>

#include "deck/summary.h"
#include "terminal/item_files.h"
#include "text/messages.h"

namespace pith::cli {

class EditedItems : public terminal::ItemFiles {
 public:
  /// The decks must outlive this; of files in `shipped` the copies in `own` are edited, if
  /// there are any.
  EditedItems(std::span<const deck::DeckSummary> decks, std::filesystem::path shipped,
              std::filesystem::path own, text::Messages tr)
      : decks_(decks), shipped_(std::move(shipped)), own_(std::move(own)), tr_(tr) {}

  [[nodiscard]] std::string path_of(const deck::Item& item) override;
  [[nodiscard]] Reread reread(const deck::Item& item) override;

 private:
  [[nodiscard]] const deck::DeckSummary* deck_of(const deck::Item& item) const;

  std::span<const deck::DeckSummary> decks_;
  std::filesystem::path shipped_;
  std::filesystem::path own_;
  text::Messages tr_;
  std::deque<deck::Item> items_;  ///< A session refers to them.
};

}  // namespace pith::cli
