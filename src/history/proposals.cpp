#include "history/proposals.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "history/everyday_answers.h"
#include "history/letters.h"
#include "history/points.h"
#include "text/normalise.h"

namespace pith::history {
namespace {

/// Below this, wordings have too little in common to ask about.
constexpr double kSimilar = 0.6;
/// A deck that has this share of another one's questions may be it.
constexpr double kSameDeck = 0.5;
/// What the points of two items have to say alike, in bytes, to be more than chance (`yes`, `42`).
constexpr std::size_t kEnoughSaid = 12;
/// Of what is shorter, a word with a letter in it may be more than chance where nothing else in the
/// deck says it, and so may a number, or a word that fits any question, to questions that are a
/// little alike.
constexpr std::size_t kWordSaid = 4;
constexpr double kLittleAlike = 0.35;
/// Further wordings are paired only if they have the same letters.
constexpr std::size_t kMostComparisons = 2000;

/// Something new, or something gone.
struct Thing {
  Name name;
  std::string wording;
  Letters letters;
  Letters short_letters;  ///< Of a point its name alone.
  std::string said;       ///< Of an item what all its points say.
};

std::string_view before_detail(std::string_view wording) {
  return wording.substr(0, wording.find(": "));
}

Thing thing(Name name, std::string wording, std::string said = {}) {
  const Letters letters(wording);
  const auto short_letters = name.point.empty() ? letters : Letters(before_detail(wording));
  return {std::move(name), std::move(wording), letters, short_letters, std::move(said)};
}

std::string wording_of(const deck::Point& point) {
  return point.detail.empty() ? point.name : point.name + ": " + point.detail;
}

/// All that points say, in whatever order.
std::string said_by(std::vector<std::string> wordings) {
  std::ranges::transform(wordings, wordings.begin(), text::identity_of);
  std::ranges::sort(wordings);
  return fmt::format("{}", fmt::join(wordings, "\n"));
}

std::string said_by(const deck::Item& item) {
  std::vector<std::string> wordings;
  std::ranges::transform(item.points, std::back_inserter(wordings), wording_of);
  return said_by(std::move(wordings));
}

/// Whether a point has no history, or not enough of one to rule out that it was renamed: sessions
/// may come between the renaming and the question whether it is one.
bool is_fresh(const ItemState& state, const std::string& id) {
  constexpr int kFewReviews = 3;
  const auto* known = find_point(state, id);
  return known == nullptr || known->memory.reviews <= kFewReviews;
}

/// Whether an answer was asked for both: then they are two.
bool were_asked_together(const History& history, const Name& a, const Name& b) {
  AnswerFilter of_item;
  of_item.item = ItemId{a.deck, a.item};
  of_item.newest_first = true;
  return std::ranges::any_of(history.answers(of_item), [&](const LoggedAnswer& logged) {
    return find_point(logged.answer, a.point) != nullptr &&
           find_point(logged.answer, b.point) != nullptr;
  });
}

/// Items that have no history, and points that have little.
std::vector<Thing> newcomers(const History& history, std::span<const deck::Deck> decks) {
  std::vector<Thing> found;
  for (const auto& deck : decks) {
    for (const auto& item : deck.items) {
      const auto state = history.state({deck.id, item.id});
      if (!state) {
        found.push_back(thing({deck.id, item.id, ""}, item.question, said_by(item)));
        continue;
      }
      for (const auto& point : item.points) {
        if (is_fresh(*state, point.id)) {
          found.push_back(thing({deck.id, item.id, point.id}, wording_of(point)));
        }
      }
    }
  }
  return found;
}

/// How many of the questions, by their letters, the deck has.
std::size_t kept_of(const std::set<std::string>& questions, const deck::Deck& deck) {
  const auto has = [&](const auto& item) {
    return questions.contains(Letters(item.question).text);
  };
  const auto found = static_cast<std::size_t>(std::ranges::count_if(deck.items, has));
  return std::min(found, questions.size());
}

/// Decks that are not there, each with the one that has most of its questions; their items are
/// taken out of `gone`.
std::vector<Proposal> renamed_decks(std::span<const deck::Deck> decks, std::vector<Thing>& gone) {
  std::map<std::string, std::set<std::string>> absent;
  for (const auto& each : gone) {
    if (std::ranges::find(decks, each.name.deck, &deck::Deck::id) == decks.end()) {
      absent[each.name.deck].insert(each.letters.text);
    }
  }
  std::vector<Proposal> pairs;
  for (const auto& [id, questions] : absent) {
    Proposal best;
    for (const auto& deck : decks) {
      const auto kept = kept_of(questions, deck);
      const double share = static_cast<double>(kept) / static_cast<double>(questions.size());
      if (share >= kSameDeck && share > best.similarity) {
        best = {{id, "", ""}, {deck.id, "", ""}, "", deck.title, share, questions.size(), kept};
      }
    }
    if (best.similarity > 0) {
      std::erase_if(gone,
                    [&deck = best.from.deck](const Thing& each) { return each.name.deck == deck; });
      pairs.push_back(std::move(best));
    }
  }
  return pairs;
}

bool may_be_one(const Thing& gone, const Thing& fresh) {
  if (gone.name.point.empty() || fresh.name.point.empty()) {
    return gone.name.point.empty() == fresh.name.point.empty() &&
           (gone.name.deck == fresh.name.deck || gone.letters.text == fresh.letters.text);
  }
  return gone.name.deck == fresh.name.deck && gone.name.item == fresh.name.item;
}

/// The shorter one is part of the longer one: a point was split, or merged with another.
bool is_part(const Letters& a, const Letters& b) {
  return !a.text.empty() && !b.text.empty() &&
         (a.text.find(b.text) != std::string::npos || b.text.find(a.text) != std::string::npos);
}

/// How many of the items of each deck say something, present ones and those that are gone.
class Sayings {
 public:
  Sayings(std::span<const deck::Deck> decks, const std::vector<Thing>& gone) {
    for (const auto& deck : decks) {
      for (const auto& item : deck.items) {
        ++present_[{deck.id, said_by(item)}];
      }
    }
    for (const auto& each : gone) {
      ++gone_[{each.name.deck, each.said}];
    }
  }

  /// Whether these two items say the same, and that is more than chance.
  [[nodiscard]] bool speak_for_one(const Thing& gone, const Thing& fresh) const {
    if (gone.said.empty() || gone.said != fresh.said) {
      return false;
    }
    const bool telling = !fits_any_question(gone.said);
    if (telling && gone.said.size() >= kEnoughSaid) {
      return true;
    }
    const bool alone = count(gone_, gone) == 1 && count(present_, fresh) == 1;
    const bool number = std::ranges::all_of(gone.said, [](char c) { return c >= '0' && c <= '9'; });
    return alone && ((telling && !number && gone.said.size() >= kWordSaid) ||
                     similarity(gone.letters, fresh.letters, kLittleAlike) >= kLittleAlike);
  }

 private:
  using Counts =
      std::map<std::pair<std::string, std::string>, std::size_t>;  ///< By deck and words.

  static std::size_t count(const Counts& counts, const Thing& thing) {
    const auto found = counts.find({thing.name.deck, thing.said});
    return found == counts.end() ? 0 : found->second;
  }

  Counts present_;
  Counts gone_;
};

class Comparison {
 public:
  explicit Comparison(const Sayings& sayings) : sayings_(sayings) {}

  /// [0, 1]; 0 where the lengths alone rule out that they are similar.
  double similarity(const Thing& gone, const Thing& fresh) {
    const auto whole = similarity(gone.letters, fresh.letters);
    if (gone.name.point.empty() || whole == 1.0) {
      return sayings_.speak_for_one(gone, fresh) ? std::max(whole, kSimilar) : whole;
    }
    const auto names = similarity(gone.short_letters, fresh.short_letters);
    const bool part = is_part(gone.short_letters, fresh.short_letters);
    return std::max({whole, names, part ? kSimilar : 0.0});
  }

 private:
  double similarity(const Letters& a, const Letters& b) {
    const bool equal = a.text == b.text;
    return equal || ++made_ <= kMostComparisons ? history::similarity(a, b, kSimilar) : 0.0;
  }

  const Sayings& sayings_;
  std::size_t made_ = 0;
};

std::vector<Proposal> similar_pairs(const History& history, const std::vector<Thing>& gone,
                                    const std::vector<Thing>& fresh, const Sayings& sayings) {
  std::vector<Proposal> pairs;
  Comparison comparison(sayings);
  for (const auto& each : gone) {
    for (const auto& other : fresh) {
      if (!may_be_one(each, other)) {
        continue;
      }
      const auto alike = comparison.similarity(each, other);
      const bool two = alike >= kSimilar && !each.name.point.empty() &&
                       were_asked_together(history, each.name, other.name);
      if (alike >= kSimilar && !two) {
        pairs.push_back({each.name, other.name, each.wording, other.wording, alike});
      }
    }
  }
  return pairs;
}

/// Whether a pair says that a point was merged into a longer one.
bool is_merger(const Proposal& pair) {
  const Letters from(before_detail(pair.from_wording));
  const Letters to(before_detail(pair.to_wording));
  return !pair.from.point.empty() && from.length < to.length && is_part(from, to);
}

}  // namespace

std::vector<Proposal> proposals(const History& history, std::span<const deck::Deck> decks) {
  std::vector<Thing> gone;
  for (auto& each : vanished(history, decks)) {
    gone.push_back(
        thing(std::move(each.name), std::move(each.wording), said_by(std::move(each.points))));
  }
  auto all = renamed_decks(decks, gone);
  auto pairs = gone.empty()
                   ? std::vector<Proposal>()
                   : similar_pairs(history, gone, newcomers(history, decks), Sayings(decks, gone));
  std::ranges::stable_sort(pairs, std::greater<>(), &Proposal::similarity);
  std::set<Name> from_taken;
  std::set<Name> to_taken;
  for (auto& pair : pairs) {
    if (from_taken.contains(pair.from) || (to_taken.contains(pair.to) && !is_merger(pair))) {
      continue;
    }
    from_taken.insert(pair.from);
    to_taken.insert(pair.to);
    all.push_back(std::move(pair));
  }
  return all;
}

}  // namespace pith::history
