#include "grading/reversals.h"

#include <algorithm>

#include "grading/reason.h"

namespace pith::grading {
namespace {

constexpr double kObjectRecall = 0.6;    ///< Of the object of a word whose opposite is said.
constexpr std::size_t kObjectReach = 6;  ///< Grains before such a word that name its object.

using Role = Wording::Role;

class Finder {
 public:
  Finder(const Targets& targets, const Grains& text, const Segments& segments, Presence& presence,
         std::vector<std::vector<Void>>& voids)
      : targets_(targets), text_(text), segments_(segments), presence_(presence), voids_(voids) {}

  /// Opposite words: the answer's clause has the opposite of a word of the point, about the same
  /// object, and not the word itself.
  void run() {
    const auto& antonyms = Antonyms::general();
    const auto said = antonyms.words_in(text_);
    if (said.empty()) {
      return;
    }
    for (std::size_t t = 0; t < targets_.list.size(); ++t) {
      for (const auto& wording : targets_.list[t].wordings) {
        if (wording.role == Role::name || wording.role == Role::detail) {
          find_opposites(t, wording, said);
        }
      }
    }
  }

 private:
  void find_opposites(std::size_t t, const Wording& wording,
                      const std::vector<Antonyms::Found>& said) {
    const auto& antonyms = Antonyms::general();
    const auto wanted = antonyms.words_in(wording.grains);
    const auto has = [](const std::vector<Antonyms::Found>& words, std::size_t word,
                        const Range& range) {
      return std::any_of(words.begin(), words.end(), [&](const Antonyms::Found& found) {
        return found.word == word && found.range.begin >= range.begin &&
               found.range.end <= range.end;
      });
    };
    for (const auto& own : wanted) {
      for (const auto& other : said) {
        if (!antonyms.opposite(own.word, other.word)) {
          continue;
        }
        const auto& clause = segments_.clauses[segments_.clause_at(other.range.begin)].grains;
        const Range all{0, wording.grains.list.size()};
        if (has(said, own.word, clause) || has(wanted, other.word, all)) {
          continue;
        }
        if (object_recall(wording, own.range, clause) >= kObjectRecall) {
          voids_[t].push_back({clause, reason::kReversed, other.range, own.range, &wording});
        }
      }
    }
  }

  /// How much of what stands around a word of the wording is in the answer's clause.
  double object_recall(const Wording& wording, const Range& word, const Range& clause) {
    presence_.look_at(clause);
    const auto side = [&](std::size_t begin, std::size_t end) {
      double sum = 0;
      double found = 0;
      for (const auto& occurrence :
           targets_.vocabulary.occurrences(wording.grains, wording.marks)) {
        if (occurrence.range.begin < begin || occurrence.range.end > end ||
            occurrence.strength < 1.0F) {
          continue;
        }
        const double weight = targets_.vocabulary.base_weight(occurrence.token);
        sum += weight;
        found += weight * static_cast<double>(presence_.strength(occurrence.token));
      }
      return sum < 1.0 ? 0.0 : found / sum;
    };
    const auto clause_begin = word.begin - std::min(word.begin, kObjectReach);
    std::size_t end = word.end;
    while (end < wording.grains.list.size() && wording.grains.list[end].before < Break::clause &&
           end < word.end + kObjectReach) {
      ++end;
    }
    return std::max(side(clause_begin, word.begin), side(word.end, end));
  }

  const Targets& targets_;
  const Grains& text_;
  const Segments& segments_;
  Presence& presence_;
  std::vector<std::vector<Void>>& voids_;
};

}  // namespace

void add_reversals(const Targets& targets, const Grains& text, const Segments& segments,
                   Presence& presence, std::vector<std::vector<Void>>& voids) {
  if (!segments.clauses.empty()) {
    Finder(targets, text, segments, presence, voids).run();
  }
}

}  // namespace pith::grading
