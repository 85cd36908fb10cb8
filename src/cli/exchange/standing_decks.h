// The decks that stand already where those of an import are to go.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/exchange/import_output.h"
#include "deck/item.h"

namespace pith::cli {

/// Finds among them those that were made of the same source before.
class StandingDecks {
 public:
  /// Of the learner's own decks, or of those in the folder or file that is named, the ones that may
  /// be in the way of `coming`.
  StandingDecks(const Context& context, const ImportTarget& target,
                const std::vector<deck::Deck>& coming);

  /// The id under which the deck goes to the folder: that of the deck that stands for it already,
  /// else a free one, its own or with a number behind it. None of `made`, nor of `siblings` but
  /// itself.
  [[nodiscard]] std::string settled_id(const deck::Deck& deck, const std::set<std::string>& made,
                                       const std::vector<deck::Deck>& siblings) const;

  /// The deck in another file that has the id; null if there is none.
  [[nodiscard]] const deck::Deck* namesake(const std::string& id,
                                           const std::filesystem::path& file) const;

  /// Whether the file holds an earlier state of the deck: of no other source, with some of its
  /// items.
  [[nodiscard]] bool holds_earlier(const deck::Deck& deck, const std::filesystem::path& file) const;

 private:
  /// Ids under which the deck may stand already, the likeliest first.
  [[nodiscard]] std::vector<std::string> earlier_ones(const deck::Deck& deck) const;
  [[nodiscard]] bool is_free(const std::string& id) const;

  std::filesystem::path folder_;
  std::vector<deck::Deck> decks_;
};

}  // namespace pith::cli
