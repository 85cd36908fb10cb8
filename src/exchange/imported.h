// What a file gave: decks, and a word about everything in it that did not become part of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "history/events.h"
#include "memory/fsrs.h"

namespace pith::exchange {

/// A file to be imported.
struct SourceFile {
  std::string name;        ///< As the user named it; for messages.
  std::string_view bytes;  ///< All of it; any bytes will do.
};

/// A remark about a place of the file.
struct Remark {
  std::size_t line = 0;  ///< From 1; 0 where a file has no lines.
  std::string place;     ///< What stands for the line then: `note 1502`.
  std::string reason;    ///< Why it was not taken, or what was changed.
  std::string text;      ///< How it begins; may be empty.
};

using Remarks = std::vector<Remark>;

/// A card of another program, which scheduled it by itself: an item, or a point of it.
struct ImportedCard {
  history::ItemId item;
  std::string point;  ///< Empty: all points of the item.
  std::string key;    ///< What it is called where it comes from; the same on every import.
  bool suspended = false;
  memory::Instant changed{};  ///< When it was last changed there.
};

/// What happened to a card.
struct ImportedReview {
  enum class Kind : std::uint8_t { review, cram, reset };
  std::size_t card = 0;     ///< Index into ImportedHistory::cards.
  std::int64_t number = 0;  ///< Of the review in its log.
  memory::Instant time{};
  memory::Rating rating = memory::Rating::good;
  double seconds = 0;
  Kind kind = Kind::review;
};

/// The reviews of imported cards. They are read from the file as they are asked for: there may be
/// millions.
struct ImportedHistory {
  std::vector<ImportedCard> cards;
  std::size_t reviews = 0;         ///< How many there are.
  std::vector<double> parameters;  ///< Of FSRS, where the program had fitted them.
  /// Calls `take` with each review, in order of time.
  std::function<void(const std::function<void(const ImportedReview&)>& take)> for_each;
};

/// A file that items refer to.
struct ImportedMedia {
  std::string name;                    ///< A plain file name, without folders.
  std::function<std::string()> bytes;  ///< Throws InvalidInput if it is damaged.
};

struct Imported {
  std::vector<deck::Deck> decks;               ///< Without empty ones.
  Remarks left_out;                            ///< What was not taken.
  Remarks changed;                             ///< What was taken otherwise than it stands there.
  std::shared_ptr<ImportedHistory> history{};  ///< Null if the format has none.
  std::vector<ImportedMedia> media{};
  std::string media_folder{};  ///< The folder beside the deck in which items look for media.
};

/// Gives a deck another id, with its items and their history.
void rename_deck(Imported& imported, std::string_view from, const std::string& to);

/// A text of the file shortened to what a remark quotes.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace pith::exchange
