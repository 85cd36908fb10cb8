// The domain: a deck has items, an item is a question with key points. Every kind of item has
// points, so that scoring, scheduling and statistics know only points.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"

namespace pith::deck {

enum class Kind { points, short_answer, number, choices, cloze, card };

/// As outputs have it: `points`, `short_answer`, …
[[nodiscard]] std::string_view name_of(Kind kind);

/// One thing an answer should say. Kinds with one point have fixed ids: `answer`, `back`,
/// `choices`; clozes `c1`, `c2`, …
struct Point {
  std::string id;      ///< Unique in the item; the `id:` given, else the normalised name.
  std::string name;    ///< Short wording, never empty.
  std::string detail;  ///< Explaining sentence; may be empty.
  std::vector<std::string> accept;  ///< Other wordings that count in full.
  std::vector<std::string> reject;  ///< Wordings that contradict the point.
  double weight = 1.0;              ///< > 0.
  std::string group;                ///< Heading, where an answer has several lists; may be empty.
  std::vector<std::string> was;     ///< Former ids or names: their history belongs to this point.
  Position at;
};

/// An option of a multiple-choice item, in file order: the correct ones, then the wrong ones.
struct Choice {
  std::string text;
  bool correct = false;
};

/// A stretch of a cloze text: literal, or a gap that belongs to a point.
struct ClozePart {
  std::string text;                  ///< The literal text, or the deleted text of the gap.
  std::optional<std::size_t> point;  ///< Index into Item::points if this is a gap.
  std::string hint;                  ///< What the gap shows instead; may be empty.
};

/// A number that is the answer, and how far off it may be (absolute).
struct NumberAnswer {
  double value = 0.0;
  double tolerance = 0.0;
};

/// An answer with the points it must hit; all others must not be hit.
struct Sample {
  std::string answer;
  std::vector<std::size_t> hits;  ///< Indices into Item::points, ascending.
  Position at;
};

/// What `defaults:` of a deck may hold and an item may override.
struct Settings {
  double pass = 0.6;                               ///< Pass mark, [0, 1].
  std::optional<std::chrono::seconds> time_limit;  ///< For one answer.
  double desired_retention = 0.9;                  ///< (0, 1).
  int new_per_day = 10;                            ///< New items a study day.

  friend bool operator==(const Settings&, const Settings&) = default;
};

struct Item {
  std::string deck;      ///< Id of its deck.
  std::string id;        ///< Unique in the deck.
  bool id_given = true;  ///< False if derived from the question.
  Kind kind = Kind::points;
  std::string language;  ///< BCP 47: as the deck says, else by the item's text.
  std::string question;  ///< Light Markdown; for a cloze the text with its gaps blanked.
  std::vector<Point> points;
  std::vector<Choice> choices;         ///< Kind::choices only.
  std::vector<ClozePart> cloze;        ///< Kind::cloze only.
  std::optional<NumberAnswer> number;  ///< Kind::number only.
  std::string explanation;
  std::string example;
  std::vector<std::string> hints;
  std::vector<std::string> tags;  ///< The deck's and its own.
  std::vector<std::string> was;   ///< Former ids.
  std::vector<Sample> samples;
  Settings settings;
  Position at;
};

/// `deck/item`, as commands take and print it.
[[nodiscard]] inline std::string full_id(const Item& item) {
  return item.deck + "/" + item.id;
}

struct Deck {
  std::string id;
  std::string title;
  std::string language = "en";
  std::string description;
  std::string author;
  std::string source;
  std::string license;
  std::vector<std::string> tags;
  std::vector<std::string> was;
  std::string path;  ///< The file it was read from.
  Position at;       ///< Where its id stands.
  std::vector<Item> items;
};

}  // namespace pith::deck
