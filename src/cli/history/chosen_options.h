// What an answer to a choice said, where the log has only letters.
#pragma once

#include <optional>
#include <string>

#include "cli/context.h"
#include "deck/index/collection_index.h"
#include "history/store.h"

namespace pith::cli {

class ChosenOptions {
 public:
  /// `context` must outlive it. Decks are looked for when the first choice comes.
  explicit ChosenOptions(const Context& context) : context_(context) {}

  /// The texts of the options, `GET, PUT`, for an answer that has nothing but their letters. Empty
  /// for any other answer, and where no deck has the item as it was asked.
  [[nodiscard]] std::string of(const history::LoggedAnswer& logged);

 private:
  [[nodiscard]] const deck::Item* item_as_asked(const history::LoggedAnswer& logged);

  const Context& context_;
  std::optional<deck::CollectionIndex> decks_;
};

}  // namespace pith::cli
