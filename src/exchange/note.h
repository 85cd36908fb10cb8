// A note as flashcard programs keep it: named fields, tags and an id; and the items it gives.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/shelf.h"

namespace pith::exchange {

struct Note {
  std::string guid;   ///< Empty if it has none.
  std::string front;  ///< Or the text of a cloze.
  std::string back;
  std::vector<std::string> hints;
  std::string explanation;
  std::string example;
  std::vector<std::string> tags;
  bool cloze = false;
  bool both_ways = false;     ///< The back is asked for the front as well.
  bool typed = false;         ///< The back is to be typed.
  std::string marked_back{};  ///< The back as it was written, where a mark may stand before it.
  /// Fields that have no place of their own, with their names, which may be empty.
  std::vector<std::pair<std::string, std::string>> others{};
};

/// Comments within a field of a table or a note of Anki: behind the first stands the example,
/// behind each of the others one more hint. Nobody sees them on a card.
inline constexpr std::string_view kExampleFollows = "<!-- pith example -->";
inline constexpr std::string_view kHintFollows = "<!-- pith hint -->";

/// Why a note with such a back is not taken; see is_nameless_picture().
inline constexpr std::string_view kNamelessPicture =
    "the back is only a picture without a file name";

/// Takes what the name of a note type in Anki tells: `Cloze`, `Basic (and reversed card)`, `Basic
/// (type in the answer)`.
void take_note_type(Note& note, std::string_view name);

/// Longer answers are shown, even if they are to be typed: in bytes.
inline constexpr std::size_t kLongestTyped = 200;

/// Whether a text has gaps as Anki writes them: `{{c1::…}}`.
[[nodiscard]] bool has_gaps(std::string_view text);

/// Adds the item of a note: a cloze, what a mark before its back says (see kind_mark.h), key points
/// where its back is a list and pith wrote the note, or it has no id and asks a question; else a
/// card. Fields without a place go into the explanation.
bool add_note(Shelf& shelf, Note note, const Place& place);

/// The points that a back written by pith lists: every line begins with `- `, a group with a line
/// that ends in a colon. Empty if it is anything else.
[[nodiscard]] std::vector<deck::Point> points_of_back(std::string_view back);

/// The back that lists the points so.
[[nodiscard]] std::string back_of_points(const std::vector<deck::Point>& points);

}  // namespace pith::exchange
