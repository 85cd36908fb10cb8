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
  PolarityReader(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                 const Segments& segments, Presence& presence)
      : targets_(targets),
        text_(text),
        segments_(segments),
        presence_(presence),
        kept_(less_own_words(marks, text, targets)),
        marks_(kept_),
        asked_(questions_in(text, segments)),
        topical_(topical_of(text, marks_, targets.question)),
        mentions_(targets, presence, topical_),
        agreement_(targets, text, marks_, presence),
        fillers_(text, segments, presence),
        asked_denial_(targets, text, marks_, segments, presence, topical_),
        reaches_(targets, marks_, segments, asked_, mentions_, agreement_) {}

  Polarity run() {
    voids_.resize(targets_.list.size());
    if (segments_.clauses.empty()) {
      return {std::move(voids_), {}};
    }
    for (const auto& scope : scopes_of(marks_, segments_, topical_)) {
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
    const auto all = presence_.all();
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
    if (!has_cue(marks_, Cue::seldom, scope.word)) {
      denials_.push_back(denial);
    }
    hide(scope, reach);
    const auto asked = denial.skips() ? std::nullopt : question_answered(scope);
    if (asked) {
      hide(scope, {*asked, *asked});
    }
  }

  /// Whether a clause is made of the target's words and a negation of what the target affirms: it
  /// does not agree with what else the target denies.
  [[nodiscard]] bool denies_own_words(const Target& target, const Scope& scope) {
    const auto& clause = segments_.clauses[scope.clause].grains;
    return scope.cue == Cue::negate && agreement_.affirms_head(target, scope) &&
           !agreement_.denies_some_of(target, clause) &&
           mentions_.names_nothing_else(target, clause);
  }

  /// "The wool stops heat leaving" tells of the point that its subject names, or that does away
  /// with something itself, and does not reject it.
  [[nodiscard]] bool is_told_of(const Target& target, const Scope& scope) {
    const Range subject{segments_.clauses[scope.clause].grains.begin, scope.word.begin};
    return has_cue(marks_, Cue::prevents, scope.word) &&
           (is_averse(target.name()) || mentions_.names(target, subject) ||
            !mentions_.names(target, scope.direct));
  }

  /// 不用断电，小心点就行: the neighbours of a clause that calls something needless, or forbids it,
  /// which say what is enough in its place.
  [[nodiscard]] std::vector<Range> instead_of(const Scope& scope) const {
    std::vector<Range> found;
    const bool refuses = scope.cue == Cue::needless ||
                         (scope.cue == Cue::negate && has_cue(marks_, Cue::forbid, scope.word));
    const auto sentence = segments_.clauses[scope.clause].sentence;
    for (const auto c : {scope.clause - 1, scope.clause + 1}) {
      if (refuses && c < segments_.clauses.size() && segments_.clauses[c].sentence == sentence &&
          has_cue(marks_, Cue::enough, segments_.clauses[c].grains)) {
        found.push_back(segments_.clauses[c].grains);
      }
    }
    return found;
  }

  /// What is in reach of the last denial counts for no target that it speaks of.
  void hide(const Scope& scope, const Reach& reach) {
    if (sets_limit(text_, scope.word)) {
      return;
    }
    const bool skipped = scope.cue == Cue::skip || scope.cue == Cue::correct;
    const char* code = skipped ? reason::kSkipped : reason::kRejected;
    for (const auto t : mentions_.meant_by(reach.tested, reach.least, scope.cue)) {
      const auto& target = targets_.list[t];
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
    if (!first || *first == 0 || !asked_[segments_.clauses[*first - 1].sentence]) {
      return std::nullopt;
    }
    const auto question = opening_clause(*first - 1, kShortQuestion);
    if (!question || goes_on(segments_.clauses[*first].grains)) {
      return std::nullopt;
    }
    const Range asked{segments_.clauses[*question].grains.begin,
                      segments_.clauses[*first - 1].grains.end};
    return asked.size() <= kShortQuestion ? std::optional(asked) : std::nullopt;
  }

  /// "Turn it off?? And don't touch it" is a list.
  [[nodiscard]] bool goes_on(const Range& clause) const {
    const Range head{clause.begin, clause.begin + 1};
    return has_cue(marks_, Cue::conjunction, head) || has_cue(marks_, Cue::also, head);
  }

  /// The first clause of a clause's sentence, if it is one of the last `most`.
  [[nodiscard]] std::optional<std::size_t> opening_clause(std::size_t clause,
                                                          std::size_t most) const {
    for (auto c = clause; c + most > clause; --c) {
      if (!segments_.goes_on_at(c)) {
        return c;
      }
    }
    return std::nullopt;
  }

  const Targets& targets_;
  const Grains& text_;
  const Segments& segments_;
  Presence& presence_;
  std::vector<Mark> kept_;
  std::span<const Mark> marks_;   ///< Less those that are the item's own words.
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

Polarity polarity_of(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                     const Segments& segments, Presence& presence) {
  auto polarity = PolarityReader(targets, text, marks, segments, presence).run();
  add_reversals(targets, text, marks, segments, presence, polarity);
  add_forbidden(targets, text, marks, segments, presence, polarity);
  add_affirmations(targets, text, marks, segments, presence, polarity);
  add_crossings(targets, segments, presence, polarity);
  add_exchanges(targets, text, marks, segments, presence, polarity);
  add_prefixed(targets, text, marks, segments, polarity);
  drop_stated(targets, text, polarity);
  return polarity;
}

}  // namespace pith::grading
