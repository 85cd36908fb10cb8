// Puts imported items into a deck so that the deck's rules hold: unique ids, texts that are not
// empty, and what an item may hold at most.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "exchange/imported.h"

namespace pith::exchange {

/// Where an item stood.
struct Place {
  std::size_t line = 0;
  std::string text{};  ///< See Remark::place.
};

class Shelf {
 public:
  Shelf(deck::Deck& deck, Imported& result) : deck_(deck), result_(result) {}

  /// Adds an item, after trimming its texts; without an id it gets the one that follows from its
  /// question. An item that is already there is left out, another one with its question gets a
  /// number behind its id. Whether it was taken; if not, a remark says why.
  bool add(deck::Item item, const Place& place);

  /// The same for a cloze as it is written.
  bool add_cloze(std::string_view text, deck::Item item, const Place& place);

  /// Sets the languages and moves the deck to the result, if it has items; one too large for a file
  /// becomes several, whose ids are none of `others`. One whose id could not tell its file's name
  /// has that for its title, unless it has one.
  void finish(const std::unordered_set<std::string>& others = {});

 private:
  void leave_out(const Place& place, std::string reason, std::string_view text);
  [[nodiscard]] bool make_unique(deck::Item& item, const Place& place);

  deck::Deck& deck_;
  Imported& result_;
  /// Items that wanted the same id.
  struct Namesakes {
    int number = 1;                         ///< That the last of them got behind it, or more.
    std::unordered_set<std::string> looks;  ///< Of all but, maybe, the last.
  };

  std::unordered_map<std::string, std::size_t> taken_;  ///< By id: index of the item.
  std::unordered_map<std::string, Namesakes> namesakes_;
};

/// Adds a card and, as `<id>-reversed`, its other direction; whether both were taken.
bool add_both_ways(Shelf& shelf, deck::Item card, const Place& place);

}  // namespace pith::exchange
