#include "grading/stance/reversals.h"

#include <algorithm>
#include <optional>

#include "grading/reason.h"
#include "grading/stance/asked_cases.h"
#include "grading/stance/couples.h"
#include "grading/stance/joints.h"
#include "grading/stance/opposites.h"
#include "grading/stance/outcomes.h"
#include "grading/stance/question_denial.h"

namespace pith::grading {
namespace {

constexpr double kLeastObject = 1.0;      ///< Weight of words that make an object.
constexpr double kObjectRecall = 0.6;     ///< Of the object of a word whose opposite is said.
constexpr std::size_t kObjectReach = 6;   ///< Grains before such a word that name its object.
constexpr std::size_t kDeniedReach = 4;   ///< Grains between a denial and what a reason denies.
constexpr std::size_t kDenialBefore = 2;  ///< Grains before such a word: "not 100 percent".

using Role = Wording::Role;

class Finder {
 public:
  Finder(const Heard& heard, Polarity& polarity)
      : heard_(heard),
        denied_(denied_in(polarity)),
        voids_(polarity.voids),
        asks_when_not_(asks_when_not(heard.targets)) {}

  /// Looks at every target.
  void run() {
    const auto said = opposables_of(heard_.text, heard_.marks);
    for (std::size_t t = 0; !said.empty() && t < heard_.targets.list.size(); ++t) {
      const auto& target = heard_.targets.list[t];
      std::vector<std::uint64_t> own;
      for (const auto& wording : target.wordings) {
        for (const auto& found : words_of(target, wording)) {
          own.push_back(found.word);
        }
      }
      std::vector<Range> stated;  // Opposites that are denied.
      for (const auto& wording : target.wordings) {
        compare(t, wording, said, own, stated);
      }
      take_back(t, merged(std::move(stated)));
    }
  }

 private:
  static bool asks_when_not(const Targets& targets) {
    const auto asked = question_denial_of(targets.question, targets.question_marks);
    return asked && asked->in_what_cases;
  }

  static std::vector<Range> denied_in(const Polarity& polarity) {
    std::vector<Range> ranges;
    for (const auto& denial : polarity.denials) {
      if (denial.cue == Cue::negate) {
        ranges.push_back(denial.topic);
      }
    }
    return merged(std::move(ranges));
  }

  /// Less particles that are no direction: "write down", "draw it up".
  static std::vector<Opposable> opposables_of(const Grains& text, std::span<const Mark> marks) {
    auto words = opposables_in(text);
    std::erase_if(words, [&](const Opposable& word) {
      return std::ranges::any_of(marks, [&](const Mark& mark) {
        return mark.cue == Cue::phrasal && mark.range.end == word.range.end;
      });
    });
    return words;
  }

  /// "Isn't fast" says that it is slow: such a denial takes nothing from a point that says so, too.
  void take_back(std::size_t t, const std::vector<Range>& stated) {
    std::erase_if(voids_[t], [&](const Void& hidden) {
      return hidden.code == reason::kRejected && any_touches(stated, hidden.grains);
    });
  }

  /// The words of what states a target that have opposites, less those that it denies.
  [[nodiscard]] std::vector<Opposable> words_of(const Target& target,
                                                const Wording& wording) const {
    if (!wording.states()) {
      return {};
    }
    auto words = opposables_of(wording.grains, wording.marks);
    const auto occurrences = heard_.targets.vocabulary.occurrences(wording.grains);
    std::erase_if(words, [&](const Opposable& word) {
      if (is_number(word) && wording.role != Role::name) {
        return true;  // in a detail it is an example, as often as not
      }
      const Range before{word.range.begin - std::min(word.range.begin, kDenialBefore),
                         word.range.begin};
      return has_cue(wording.marks, Cue::negate, before) ||
             std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& occurrence) {
               return occurrence.range == word.range &&
                      std::find(target.denied.begin(), target.denied.end(), occurrence.token) !=
                          target.denied.end();
             });
    });
    return words;
  }

  /// The answer's clause has the opposite of a word of the point, about the same object, and not
  /// the word itself.
  void compare(std::size_t t, const Wording& wording, const std::vector<Opposable>& said,
               std::span<const std::uint64_t> own_words, std::vector<Range>& stated) {
    for (const auto& own : words_of(heard_.targets.list[t], wording)) {
      for (const auto& other : said) {
        const auto& clause = heard_.segments.clause_around(other.range.begin);
        if (other.word == own.word && other.denied) {
          voids_[t].push_back({clause, reason::kReversed, other.range, own.range, &wording});
        }
        if (has_word(own_words, other.word) || !are_opposite(own, other) ||
            !reverses(wording, own, other, said, clause)) {
          continue;
        }
        if (other.denied || (!other.is_limit && any_touches(denied_, other.range))) {
          stated.push_back(other.denied ? clause : other.range);
        } else {
          voids_[t].push_back({clause, reason::kReversed, other.range, own.range, &wording});
        }
      }
    }
  }

  static bool has_word(std::span<const std::uint64_t> words, std::uint64_t word) {
    return std::ranges::find(words, word) != words.end();
  }

  /// Whether an opposite in a clause is said of the same object, and the word itself is not.
  [[nodiscard]] bool reverses(const Wording& wording, const Opposable& own, const Opposable& other,
                              const std::vector<Opposable>& said, const Range& clause) {
    const bool says_it = std::ranges::any_of(said, [&](const Opposable& found) {
      return found.word == own.word &&
             (own.opposite || (found.range.begin >= clause.begin && found.range.end <= clause.end));
    });
    return !says_it && !is_lessened(other.range) && !gives_denied_reason(other.range, clause) &&
           !is_bounded_denial(other.range, clause) && !tells_of_other_side(wording, clause) &&
           !(asks_when_not_ && is_bounded(heard_, clause)) &&
           !tells_what_comes(heard_, {other.range.end, clause.end}) &&
           (own.opposite || object_recall(wording, own.range, clause) >= kObjectRecall);
  }

  /// "Far less common" is not common.
  [[nodiscard]] bool is_lessened(const Range& word) const {
    static const auto less = grains_of("less least").list;
    return word.begin > 0 && has_stem(less, heard_.text.list[word.begin - 1].stem);
  }

  /// "As the lid doesn't let damp in": a reason that denies the opposite speaks for the point.
  [[nodiscard]] bool gives_denied_reason(const Range& word, const Range& clause) const {
    const auto before = marks_in(heard_.marks, {clause.begin, word.begin});
    const auto denial = std::ranges::find(before, Cue::negate, &Mark::cue);
    return denial != before.end() && word.begin <= denial->range.end + kDeniedReach &&
           heard_.has(Cue::reason, {clause.begin, denial->range.begin});
  }

  /// "Nobody starts without it" says that everybody has it.
  [[nodiscard]] bool is_bounded_denial(const Range& word, const Range& clause) const {
    return heard_.has(Cue::negate, word) && heard_.has(Cue::bound, {word.end, clause.end});
  }

  /// Whether a clause tells of what a wording compares with, and not of what it compares: "petrol
  /// stoves are heavier" of gas stoves that are lighter than those.
  [[nodiscard]] bool tells_of_other_side(const Wording& wording, const Range& clause) {
    const auto joint = joint_in(wording.grains, wording.grains.whole());
    if (!joint || joint->kind != Joint::Kind::compared) {
      return false;
    }
    heard_.presence.look_at(clause);
    const auto couple =
        couple_of(heard_.targets.vocabulary, heard_.targets.vocabulary.occurrences(wording.grains),
                  joint->first, joint->second);
    const auto said = [&](const Words& words) {
      return std::ranges::any_of(
          words, [&](const Word& word) { return heard_.presence.strength(word.token) >= 1.0F; });
    };
    return said(couple.of_second) && !said(couple.of_first);
  }

  /// How much of what stands around a word of the wording is in the answer's clause.
  double object_recall(const Wording& wording, const Range& word, const Range& clause) {
    const auto occurrences = heard_.targets.vocabulary.occurrences(wording.grains);
    const auto reach_begin = word.begin - std::min(word.begin, kObjectReach);
    std::size_t end = word.end;
    while (end < wording.grains.list.size() && wording.grains.list[end].before < Break::clause &&
           end < word.end + kObjectReach) {
      ++end;
    }
    heard_.presence.look_at(clause);
    const auto before = heard_.presence.found(occurrences, {reach_begin, word.begin});
    const auto behind = heard_.presence.found(occurrences, {word.end, end});
    return std::max(before.weight < kLeastObject ? 0.0 : before.share(),
                    behind.weight < kLeastObject ? 0.0 : behind.share());
  }

  Heard heard_;
  std::vector<Range> denied_;  ///< What plain negations bear on, merged.
  std::vector<std::vector<Void>>& voids_;
  bool asks_when_not_;  ///< Then "only a large team needs one" is right of a small one.
};

}  // namespace

void add_reversals(const Heard& heard, Polarity& polarity) {
  if (!heard.segments.clauses.empty()) {
    Finder(heard, polarity).run();
  }
}

}  // namespace pith::grading
