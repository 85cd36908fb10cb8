// The items that one note of Anki gives, and which card each of them was.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/anki/anki_collection.h"
#include "exchange/html/shown_media.h"
#include "exchange/imported.h"
#include "exchange/shelf.h"

namespace pith::exchange {

/// A card of Anki as an item, or a point of one, under the id that the item has on its shelf.
struct PlacedCard {
  AnkiCard card;
  std::string guid;
  std::string item;
  std::string point;  ///< Empty: all points.
};

/// What notes become. Texts of fields turn from HTML into light Markdown; what no template shows
/// joins the explanation.
class AnkiNotes {
 public:
  /// `media_folder` goes before the names of pictures. All must outlive the object.
  AnkiNotes(const AnkiSchema& schema, std::string media_folder, Imported& result)
      : schema_(schema), media_folder_(std::move(media_folder)), result_(result) {}

  /// Adds the items of a note, with `tags`; appends its cards, but those that gave none.
  void add(const AnkiNote& note, const std::vector<std::string>& tags, Shelf& shelf,
           std::vector<PlacedCard>& placed);

  /// What the notes so far show.
  [[nodiscard]] const ShownMedia& media() const { return media_; }

 private:
  struct Sides;
  void add_cloze(const AnkiNote& note, const AnkiNoteType& type, deck::Item base, Shelf& shelf,
                 std::vector<PlacedCard>& placed);
  void add_cards(const AnkiNote& note, const AnkiNoteType& type, const deck::Item& base,
                 Shelf& shelf, std::vector<PlacedCard>& placed);
  /// Empty, with a remark, if a side is too large.
  [[nodiscard]] std::optional<Sides> sides_of(const AnkiNote& note, const AnkiNoteType& type,
                                              const AnkiCard& card);
  /// Whether the card's number is one that Anki gives; a remark says if not.
  [[nodiscard]] bool has_number(const AnkiNote& note, const AnkiCard& card);
  void leave_out(const AnkiNote& note, std::string reason);
  [[nodiscard]] static deck::Item item_of(const AnkiNote& note, const AnkiNoteType& type,
                                          bool first, const Sides& sides);
  [[nodiscard]] std::string text_of(std::string_view html, const AnkiNote& note);
  [[nodiscard]] std::vector<std::string> hints_of(std::string_view field, const AnkiNote& note);
  /// Fields that are not among `shown`, one a paragraph.
  [[nodiscard]] std::string rest_of(const AnkiNote& note, const AnkiNoteType& type,
                                    const std::set<std::string>& shown);

  const AnkiSchema& schema_;
  std::string media_folder_;
  Imported& result_;
  ShownMedia media_;
};

}  // namespace pith::exchange
