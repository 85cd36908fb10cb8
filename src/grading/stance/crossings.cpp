#include "grading/stance/crossings.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "grading/reason.h"

namespace pith::grading {
namespace {

constexpr double kTold = 1.0;  ///< Weight of words that name somebody, or say something of them.

/// A word with a meaning, at its first place in a clause.
struct Word {
  TokenId token = 0;
  std::size_t place = 0;
};
using Words = std::vector<Word>;  ///< In order of places.

bool has(const Words& words, TokenId token) {
  return std::ranges::find(words, token, &Word::token) != words.end();
}

Words words_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
               const Range& range) {
  Words words;
  for (const auto& occurrence : occurrences) {
    if (occurrence.range.begin >= range.begin && occurrence.range.end <= range.end &&
        occurrence.strength >= 1.0F && vocabulary.has_content(occurrence.token) &&
        !has(words, occurrence.token)) {
      words.push_back({occurrence.token, occurrence.range.begin});
    }
  }
  return words;
}

Words without(Words words, const Words& others) {
  std::erase_if(words, [&](const Word& word) { return has(others, word.token); });
  return words;
}

/// Those of the first that the second has, too.
Words common(Words words, const Words& others) {
  std::erase_if(words, [&](const Word& word) { return !has(others, word.token); });
  return words;
}

/// Two clauses that stand side by side, with what each of them has alone.
struct Couple {
  Range first;
  Range second;
  Words of_first;
  Words of_second;
};

Couple couple_of(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                 const Range& first, const Range& second) {
  const auto a = words_in(vocabulary, occurrences, first);
  const auto b = words_in(vocabulary, occurrences, second);
  return {first, second, without(a, b), without(b, a)};
}

/// Clauses that stand side by side, and parts of them that do: "frogs hop and toads walk".
std::vector<Couple> couples_in(const Vocabulary& vocabulary,
                               std::span<const Occurrence> occurrences, const Segments& segments) {
  std::vector<Couple> couples;
  for (std::size_t c = 1; c < segments.clauses.size(); ++c) {
    couples.push_back(couple_of(vocabulary, occurrences, segments.clauses[c - 1].grains,
                                segments.clauses[c].grains));
  }
  for (std::size_t p = 1; p < segments.parts.size(); ++p) {
    couples.push_back(couple_of(vocabulary, occurrences, segments.parts[p - 1], segments.parts[p]));
  }
  return couples;
}

class CrossingFinder {
 public:
  CrossingFinder(const Targets& targets, const Segments& segments, const Presence& presence,
                 const Polarity& polarity)
      : targets_(targets), said_(couples_in(targets.vocabulary, presence.all(), segments)) {
    const auto is_denied = [&](const Range& range) {
      return std::ranges::any_of(polarity.denials, [&](const Denial& denial) {
        return denial.grains.begin < range.end && range.begin < denial.grains.end;
      });
    };
    std::erase_if(said_, [&](const Couple& said) {
      return said.of_first.empty() || said.of_second.empty() || is_denied(said.first) ||
             is_denied(said.second);
    });
  }

  void add(std::vector<std::vector<Void>>& voids) const {
    for (std::size_t t = 0; !said_.empty() && t < targets_.list.size(); ++t) {
      for (const auto& wording : targets_.list[t].wordings) {
        if (wording.role == Wording::Role::name || wording.role == Wording::Role::detail) {
          compare(wording, voids[t]);
        }
      }
    }
  }

 private:
  void compare(const Wording& wording, std::vector<Void>& voids) const {
    const auto segments = segments_of(wording.grains, wording.marks);
    if (segments.parts.size() < 2) {
      return;
    }
    const auto occurrences = targets_.vocabulary.occurrences(wording.grains, wording.marks);
    for (const auto& own : couples_in(targets_.vocabulary, occurrences, segments)) {
      for (const auto& said : said_) {
        if (is_crossed(own, said)) {
          const auto& code = reason::kReversed;
          voids.push_back({said.first, code, said.first, own.first, &wording});
          voids.push_back({said.second, code, said.second, own.second, &wording});
        }
      }
    }
  }

  /// Whether each of the two has a part of what either of the others has alone: the head of one
  /// clause with the end of the other.
  [[nodiscard]] bool is_crossed(const Couple& own, const Couple& said) const {
    const auto a = split(own.of_first, said);
    const auto b = split(own.of_second, said);
    return a && b && *a != *b;
  }

  /// How what a clause has alone is parted among two that are said: true if its head stands in the
  /// first of them and its end in the second, false the other way round; none if neither.
  [[nodiscard]] std::optional<bool> split(const Words& own, const Couple& said) const {
    const auto here = common(own, said.of_first);
    const auto there = common(own, said.of_second);
    if (weight_of(here) < kTold || weight_of(there) < kTold) {
      return std::nullopt;
    }
    if (here.back().place < there.front().place) {
      return true;
    }
    return there.back().place < here.front().place ? std::optional(false) : std::nullopt;
  }

  [[nodiscard]] double weight_of(const Words& words) const {
    double weight = 0;
    for (const auto& word : words) {
      weight += targets_.vocabulary.base_weight(word.token);
    }
    return weight;
  }

  const Targets& targets_;
  std::vector<Couple> said_;
};

}  // namespace

void add_crossings(const Targets& targets, const Segments& segments, const Presence& presence,
                   Polarity& polarity) {
  CrossingFinder(targets, segments, presence, polarity).add(polarity.voids);
}

}  // namespace pith::grading
