// The database in a package of Anki, opened for reading alone.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "memory/study_day.h"

namespace pith::exchange {

struct AnkiTemplate {
  std::string name;
  std::string question;  ///< HTML with fields in `{{…}}`.
  std::string answer;
};

struct AnkiNoteType {
  std::string name;
  bool cloze = false;
  std::vector<std::string> fields;
  std::vector<AnkiTemplate> templates;
};

/// Of a deck's options what says how much is studied; at first that of a new collection.
struct AnkiPreset {
  std::string name;
  double desired_retention = 0.9;
  std::int64_t new_per_day = 20;
};

/// What stands beside the notes.
struct AnkiSchema {
  std::map<std::int64_t, AnkiNoteType> note_types;
  std::map<std::int64_t, std::string> decks;        ///< Full names, levels parted by `::`.
  std::map<std::string, std::string> descriptions;  ///< Of decks by their full names.
  std::vector<AnkiPreset> presets;
  std::vector<double> parameters;  ///< Of FSRS, the latest version there is; or empty.
};

struct AnkiCard {
  std::int64_t id = 0;
  std::int64_t deck = 0;  ///< Its home, if it is in a filtered deck.
  int ordinal = 0;
  std::int64_t queue = 0;                    ///< -1: suspended.
  std::optional<memory::Instant> changed{};  ///< Empty: outside 1970 to 9999, so no time.
  std::string data;                          ///< JSON with FSRS's memory state.
};

struct AnkiNote {
  std::int64_t id = 0;
  std::string guid;
  std::int64_t type = 0;
  std::string tags;
  std::vector<std::string> fields;
  std::vector<AnkiCard> cards;
};

struct AnkiReview {
  std::int64_t id = 0;  ///< Its time in ms.
  std::int64_t card = 0;
  int ease = 0;
  std::int64_t factor = 0;
  std::int64_t ms = 0;  ///< Taken to answer.
  int kind = 0;  ///< 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled
};

class AnkiCollection {
 public:
  /// Opens the bytes of the database, and keeps them. Throws InvalidInput, as all its members do,
  /// if they are damaged or of no schema that Anki uses.
  explicit AnkiCollection(std::string bytes);
  AnkiCollection(const AnkiCollection&) = delete;
  AnkiCollection& operator=(const AnkiCollection&) = delete;
  ~AnkiCollection();

  [[nodiscard]] AnkiSchema schema() const;
  [[nodiscard]] std::size_t count(std::string_view table) const;
  /// Notes with their cards, in the order of their ids.
  void for_each_note(const std::function<void(AnkiNote&&)>& take) const;
  /// Reviews in the order of their times.
  void for_each_review(const std::function<void(const AnkiReview&)>& take) const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace pith::exchange
