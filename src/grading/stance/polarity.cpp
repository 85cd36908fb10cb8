#include "grading/stance/polarity.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "grading/reason.h"
#include "grading/stance/affirmations.h"
#include "grading/stance/agreement.h"
#include "grading/stance/asked_denial.h"
#include "grading/stance/averse.h"
#include "grading/stance/crossings.h"
#include "grading/stance/exchanges.h"
#include "grading/stance/fillers.h"
#include "grading/stance/forbidden.h"
#include "grading/stance/limits.h"
#include "grading/stance/mentions.h"
#include "grading/stance/prefixes.h"
#include "grading/stance/reaches.h"
#include "grading/stance/reversals.h"
#include "grading/stance/scopes.h"
#include "grading/stance/stated_cues.h"

namespace pith::grading {
namespace {

constexpr std::size_t kShortQuestion = 10;  ///< Grains of a question that a denial may answer …
constexpr std::size_t kAnswerReach = 3;     ///< … in so many clauses of the next sentence.

class PolarityReader {
 public:
  explicit PolarityReader(const Heard& heard)
      : kept_(less_own_words(heard)),
        heard_{{heard.text, kept_, heard.segments}, heard.targets, heard.presence},
        asked_(questions_in(heard)),
        topical_(topical_of(heard_.text, heard_.marks, heard_.targets.question)),
        mentions_(heard_, topical_),
        agreement_(heard_),
        fillers_(heard_),
        asked_denial_(heard_, topical_),
        reaches_(heard_, asked_, mentions_, agreement_) {}

  Polarity run() {
    voids_.resize(heard_.targets.list.size());
    if (heard_.segments.clauses.empty()) {
      return {std::move(voids_), {}};
    }
    for (const auto& scope : scopes_of(heard_, topical_)) {
      if (!is_word_of_item(scope.word) && !asked_denial_.is_repeated_by(scope)) {
        apply(scope);
      }
    }
    for (const auto& contrary : asked_denial_.contraries()) {
      for (const auto t : mentions_.meant_by(contrary.clause, contrary.least, Cue::negate)) {
        voids_[t].push_back({contrary.clause, reason::kRejected, contrary.words, {}, nullptr});
      }
    }
    return {std::move(voids_), std::move(denials_)};
  }

 private:
  /// 不 in 不定期 denies nothing where the item itself has that word.
  [[nodiscard]] bool is_word_of_item(const Range& word) const {
    const auto all = heard_.presence.all();
    const auto here = std::equal_range(
        all.begin(), all.end(), Occurrence{word},
        [](const Occurrence& a, const Occurrence& b) { return a.range.begin < b.range.begin; });
    return word.size() == 1 && std::any_of(here.first, here.second, [&](const Occurrence& found) {
             return found.range.end == word.end + 1;
           });
  }

  void apply(const Scope& scope) {
    const auto reach = reaches_.reach_of(scope);
    const Denial denial{reach.hidden, reach.tested, scope.cue};
    if (!heard_.has(Cue::seldom, scope.word)) {
      denials_.push_back(denial);
    }
    hide(scope, reach);
    const auto asked = skips(denial.cue) ? std::nullopt : question_answered(scope);
    if (asked) {
      hide(scope, {*asked, *asked});
    }
  }

  /// Whether a clause is made of the target's words and a negation of what the target affirms: it
  /// does not agree with what else the target denies.
  [[nodiscard]] bool denies_own_words(const Target& target, const Scope& scope) {
    const auto& clause = heard_.clause(scope.clause);
    return scope.cue == Cue::negate && agreement_.affirms_head(target, scope) &&
           !agreement_.denies_some_of(target, clause) &&
           mentions_.names_nothing_else(target, clause);
  }

  /// "The wool stops heat leaving" tells of the point that its subject names, or that does away
  /// with something itself, and does not reject it.
  [[nodiscard]] bool is_told_of(const Target& target, const Scope& scope) {
    const Range subject{heard_.clause(scope.clause).begin, scope.word.begin};
    return heard_.has(Cue::prevents, scope.word) &&
           (is_averse(target.name()) || mentions_.names(target, subject) ||
            !mentions_.names(target, scope.direct));
  }

  /// 不用断电，小心点就行: the neighbours of a clause that calls something needless, or forbids it,
  /// which say what is enough in its place.
  [[nodiscard]] std::vector<Range> instead_of(const Scope& scope) const {
    std::vector<Range> found;
    const bool refuses = scope.cue == Cue::needless ||
                         (scope.cue == Cue::negate && heard_.has(Cue::forbid, scope.word));
    const auto sentence = heard_.segments.clauses[scope.clause].sentence;
    for (const auto c : {scope.clause - 1, scope.clause + 1}) {
      if (refuses && c < heard_.segments.clauses.size() &&
          heard_.segments.clauses[c].sentence == sentence &&
          heard_.has(Cue::enough, heard_.clause(c))) {
        found.push_back(heard_.clause(c));
      }
    }
    return found;
  }

  /// What is in reach of the last denial counts for no target that it speaks of.
  void hide(const Scope& scope, const Reach& reach) {
    if (sets_limit(heard_.text, scope.word)) {
      return;
    }
    const bool skipped = skips(scope.cue);
    const char* code = scope.cue == Cue::correct ? reason::kRetracted
                       : skipped                 ? reason::kSkipped
                                                 : reason::kRejected;
    for (const auto t : mentions_.meant_by(reach.tested, reach.least, scope.cue)) {
      const auto& target = heard_.targets.list[t];
      if (is_told_of(target, scope)) {
        continue;
      }
      if (!skipped && !denies_own_words(target, scope) &&
          agreement_.says(target, scope, reach.tested)) {
        continue;
      }
      voids_[t].push_back({reach.hidden, code, scope.word, {}, nullptr});
      if (!skipped && !scope.subjects.empty()) {
        voids_[t].push_back({scope.subjects, code, scope.word, {}, nullptr});
      }
      for (const auto& clause : instead_of(scope)) {
        if (!mentions_.names_more(target, clause, reach.tested)) {
          voids_[t].push_back({clause, code, scope.word, {}, nullptr});
        }
      }
      if (const auto other = skipped ? std::nullopt : fillers_.beside(target, scope)) {
        voids_[t].push_back({*other, code, scope.word, {}, nullptr});
      }
    }
  }

  /// 专利？等批下来早就没用了: the short question before the sentence of a denial names its topic
  /// and claims nothing.
  [[nodiscard]] std::optional<Range> question_answered(const Scope& scope) const {
    const auto first = opening_clause(scope.clause, kAnswerReach);
    if (!first || *first == 0 || !asked_[heard_.segments.clauses[*first - 1].sentence]) {
      return std::nullopt;
    }
    const auto question = opening_clause(*first - 1, kShortQuestion);
    if (!question || goes_on(heard_.clause(*first))) {
      return std::nullopt;
    }
    const Range asked{heard_.clause(*question).begin, heard_.clause(*first - 1).end};
    return asked.size() <= kShortQuestion ? std::optional(asked) : std::nullopt;
  }

  /// "Turn it off?? And don't touch it" is a list.
  [[nodiscard]] bool goes_on(const Range& clause) const {
    const Range head{clause.begin, clause.begin + 1};
    return heard_.has(Cue::conjunction, head) || heard_.has(Cue::also, head);
  }

  /// The first clause of a clause's sentence, if it is one of the last `most`.
  [[nodiscard]] std::optional<std::size_t> opening_clause(std::size_t clause,
                                                          std::size_t most) const {
    for (auto c = clause; c + most > clause; --c) {
      if (!heard_.segments.goes_on_at(c)) {
        return c;
      }
    }
    return std::nullopt;
  }

  std::vector<Mark> kept_;        ///< Marks less those that are the item's own words.
  Heard heard_;                   ///< With these marks.
  std::vector<bool> asked_;       ///< By sentence.
  std::vector<Topical> topical_;  ///< By grain.
  Mentions mentions_;
  Agreement agreement_;
  Fillers fillers_;
  AskedDenial asked_denial_;
  Reaches reaches_;
  std::vector<std::vector<Void>> voids_;
  std::vector<Denial> denials_;
};

}  // namespace

Polarity polarity_of(const Heard& heard) {
  auto polarity = PolarityReader(heard).run();
  add_reversals(heard, polarity);
  add_forbidden(heard, polarity);
  add_affirmations(heard, polarity);
  add_crossings(heard, polarity);
  add_exchanges(heard, polarity);
  add_prefixed(heard, polarity);
  drop_stated(heard, polarity);
  return polarity;
}

}  // namespace pith::grading
