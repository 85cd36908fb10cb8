// The two faces of an item, for programs that know only cards, and what is lost on the way.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::exchange {

/// Light Markdown. A cloze has its text with numbered gaps as front.
struct Faces {
  std::string front;
  std::string back;  ///< Points as a list, the correct choices, the answer; empty for a cloze.
};

[[nodiscard]] Faces faces_of(const deck::Item& item);

/// The item's tags parted by spaces, as Anki has them; spaces within one are `_`.
[[nodiscard]] std::string anki_tags(const deck::Item& item);

/// What a format keeps that cards alone do not show.
struct KeptByFormat {
  bool kinds = false;    ///< Short answers, choices and numbers come home as such.
  bool details = false;  ///< With their line breaks.
  bool html = false;     ///< Its texts are HTML, in which some layout collapses.
  bool titles = false;   ///< Of decks.
  bool descriptions = false;
  /// What parts tags in it, or cannot stand in one.
  std::vector<std::string_view> tags_parted_by{};
};

/// What cards cannot hold of the decks: `accept wordings of 12 points`, …
[[nodiscard]] std::vector<std::string> losses_of_cards(std::span<const deck::Deck> decks,
                                                       const KeptByFormat& kept = {});

}  // namespace pith::exchange
