// Decks and histories on their way to another program.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "history/store.h"

namespace pith::exchange {

/// What is to be exported: decks that hold only the items selected, and what is known of them.
struct Exportable {
  std::vector<deck::Deck> decks;
  /// Answers to an item, oldest first; without history none.
  std::function<std::vector<history::LoggedAnswer>(const deck::Item&)> answers;
  /// What FSRS learns from of an item, in replay order; without history nothing.
  std::function<std::vector<history::PointReview>(const deck::Item&)> reviews;
  /// What is remembered of an item; empty if it is new.
  std::function<std::optional<history::ItemState>(const deck::Item&)> state;
  /// The bytes of a picture that an item of the deck shows; empty if there is no such file.
  std::function<std::optional<std::string>(const deck::Deck&, std::string_view name)> picture;
  memory::Instant now{};
  /// Whether there are reviews, meant as well, of what is in no deck; without history there are
  /// none.
  std::function<bool()> orphans;
};

struct Exported {
  std::string bytes;
  std::vector<std::string> losses;  ///< What the format cannot hold, each in a few words.
};

/// Names what a format that holds reviews lacks of them.
void name_orphans(Exported& exported, const Exportable& what);

/// Drops control characters from the text written, and names that.
void drop_controls(Exported& exported);

struct ExportFormat {
  std::string_view name;  ///< As `--format` takes it.
  std::string_view words;
  bool one_deck = false;  ///< A file of this format holds one deck.
  Exported (*write)(const Exportable& what);
};

[[nodiscard]] std::span<const ExportFormat> export_formats();
/// Null if there is no such format.
[[nodiscard]] const ExportFormat* export_format_named(std::string_view name);

}  // namespace pith::exchange
