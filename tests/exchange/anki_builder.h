// Builds packages of Anki, in the old and the present layout, for tests of what reads them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pith::test {

struct AnkiBuilder {
  struct Type {
    std::int64_t id;
    std::string name;
    bool cloze;
    std::vector<std::string> fields;
    std::vector<std::pair<std::string, std::string>> templates;  ///< Question, answer.
  };
  struct Note {
    std::int64_t id;
    std::string guid;
    std::int64_t type;
    std::string tags;
    std::vector<std::string> fields;
  };
  struct Card {
    std::int64_t id;
    std::int64_t note;
    std::int64_t deck;
    int ordinal;
    int queue = 0;
    std::string data{};
    std::int64_t changed = 1'700'000'000;  ///< In seconds.
  };
  struct Review {
    std::int64_t id;  ///< Time in ms.
    std::int64_t card;
    int ease;
    int kind = 1;
    int factor = 2500;
    int ms = 4000;
  };

  struct Preset {
    std::string name = "Default";
    double desired_retention = 0.9;
    unsigned new_per_day = 20;
  };

  std::vector<Type> types;
  std::map<std::int64_t, std::string> decks;
  std::map<std::int64_t, std::string> descriptions{};  ///< HTML, of decks that have one.
  std::vector<Note> notes;
  std::vector<Card> cards;
  std::vector<Review> reviews;
  std::map<std::string, std::string> media;  ///< Bytes by name.
  std::vector<float> parameters;
  Preset preset{};
  std::string last_sql{};   ///< Run when all is there.
  std::string old_decks{};  ///< In the old layout what stands for the JSON of `decks`, if anything.

  /// The SQLite file.
  [[nodiscard]] std::string collection(bool modern) const;
  /// The package: `modern` is Zstandard and protobuf, else plain files and JSON.
  [[nodiscard]] std::string package(bool modern) const;
};

/// A collection with a basic, a two-way, a typed and a cloze note, in two decks.
[[nodiscard]] AnkiBuilder small_collection();

[[nodiscard]] std::string zstd_compressed(const std::string& bytes);

}  // namespace pith::test
