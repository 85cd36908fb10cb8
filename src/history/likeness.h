// How much what is new in a deck is like what has vanished from it. Internal to this folder.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/item.h"
#include "history/events.h"
#include "history/letters.h"

namespace pith::history {

/// Below this, wordings have too little in common to ask about.
inline constexpr double kSimilar = 0.6;

/// Something new, or something gone.
struct Thing {
  Name name;
  std::string wording;
  Letters letters;
  Letters short_letters;  ///< Of a point its name alone.
  std::string said;       ///< Of an item what all its points say.
};

[[nodiscard]] Thing thing(Name name, std::string wording, std::string said = {});

[[nodiscard]] Thing thing_of(const deck::Item& item);

/// Whether two items of one id are one, though reworded: another question made into the same id
/// would be chance, an id that was given (`1`, `intro`) may be.
[[nodiscard]] bool have_one_id(const Thing& gone, const Thing& fresh);

/// The wording of a point without its detail.
[[nodiscard]] std::string_view before_detail(std::string_view wording);

[[nodiscard]] std::string wording_of(const deck::Point& point);

/// All that points say, in whatever order.
[[nodiscard]] std::string said_by(std::vector<std::string> wordings);
[[nodiscard]] std::string said_by(const deck::Item& item);

/// The shorter one is part of the longer one: a point was split, or merged with another.
[[nodiscard]] bool is_part(const Letters& a, const Letters& b);

/// How many of the items of each deck say something, present ones and those that are gone.
class Sayings {
 public:
  Sayings(std::span<const deck::Deck> decks, const std::vector<Thing>& gone);

  /// Whether these two items say the same, and that is more than chance.
  [[nodiscard]] bool speak_for_one(const Thing& gone, const Thing& fresh) const;

 private:
  using Counts =
      std::map<std::pair<std::string, std::string>, std::size_t>;  ///< By deck and words.

  static std::size_t count(const Counts& counts, const Thing& thing);

  Counts present_;
  Counts gone_;
};

/// After so many wordings it pairs only those that have the same letters.
class Comparison {
 public:
  explicit Comparison(const Sayings& sayings) : sayings_(sayings) {}

  /// [0, 1]; 0 where the lengths alone rule out that they are similar.
  double similarity(const Thing& gone, const Thing& fresh);

 private:
  double similarity(const Letters& a, const Letters& b);

  const Sayings& sayings_;
  std::size_t made_ = 0;
};

}  // namespace pith::history
