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
#include "grading/stance/reversals.h"
#include "grading/stance/scopes.h"
#include "grading/stance/stated_cues.h"

namespace pith::grading {
namespace {

constexpr double kRejectedRecall = 0.3;     ///< Of name or detail in the scope: the point is meant.
constexpr double kSubjectRecall = 0.45;     ///< The same where a subject is looked at as well.
constexpr std::size_t kShortQuestion = 10;  ///< Grains of a question that a denial may answer …
constexpr std::size_t kAnswerReach = 3;     ///< … in so many clauses of the next sentence.
constexpr std::size_t kTopicReach = 24;     ///< Clauses before a denial that may name its topic.

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
        fillers_(targets, text, segments, presence),
        asked_denial_(targets, text, marks_, segments, presence, topical_) {}

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
      for (const auto t : mentions_.meant_by(contrary.clause, kRejectedRecall, Cue::negate)) {
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

  [[nodiscard]] bool opens_with_pronoun(const Clause& clause) const {
    const auto end = std::min(clause.grains.begin + 2, clause.grains.end);
    return has_cue(marks_, Cue::pronoun, {clause.grains.begin, end});
  }

  /// A list, a full stop, and then "I'd rather not go into these": the sentence that is waved off.
  [[nodiscard]] std::optional<std::size_t> waved_off(const Scope& scope) {
    const auto sentence = segments_.clauses[scope.clause].sentence;
    auto c = scope.clause;
    while (c > 0 && segments_.clauses[c - 1].sentence == sentence) {
      --c;
    }
    const Range said{segments_.clauses[c].grains.begin, segments_.clauses[scope.clause].grains.end};
    if (scope.cue != Cue::skip || c == 0 || mentions_.any(said)) {
      return std::nullopt;
    }
    if (has_cue(marks_, Cue::forgets, scope.word) && !has_cue(marks_, Cue::several, said)) {
      return c - 1;  // "Red is one, blue … I forgot what that is."
    }
    const auto before = segments_.clauses[c - 1].sentence;
    while (c > 0 && segments_.clauses[c - 1].sentence == before) {
      --c;
    }
    return c;
  }

  [[nodiscard]] bool reports(const Range& range) const {
    return has_cue(marks_, Cue::report, range);
  }

  /// "One is red, two is blue, no, two is green": a no by itself is about the clause before it.
  [[nodiscard]] bool takes_one_back(const Scope& scope) const {
    const auto& clause = segments_.clauses[scope.clause];
    return scope.cue == Cue::negate && clause.grains == scope.word && scope.clause > 0 &&
           segments_.clauses[scope.clause - 1].sentence == clause.sentence;
  }

  /// First clause that the scope reaches back to for its topic: of its own sentence, or of the
  /// question or the opinion of others that it answers. "A load test? Don't bother."  All of a list
  /// stand before "none of these matters".
  [[nodiscard]] std::size_t topic_clause(const Scope& scope) {
    auto c = scope.clause;
    auto chunk = segments_.clauses[c].chunk;
    auto sentence = segments_.clauses[c].sentence;
    const bool far = scope.cue == Cue::correct;
    if (takes_one_back(scope)) {
      return c - 1;
    }
    while (c > 0 && scope.clause - c < kTopicReach) {
      const auto& before = segments_.clauses[c - 1];
      if (c == scope.clause && before.sentence != sentence &&
          (asked_[before.sentence] || reports(before.grains) || scope.cue == Cue::dissent ||
           scope.means_all)) {
        chunk = before.chunk;
        sentence = before.sentence;
      }
      if (!far && before.chunk != chunk && before.sentence != sentence) {
        break;
      }
      --c;
      const bool is_word = before.grains.size() == 1;  // "no, that was wrong"
      if (far ? !is_word : !scope.means_all && mentions_.any(before.grains)) {
        break;
      }
    }
    return c;
  }

  /// What the scope bears on. A point that is a denial itself ends it: in "it does not slip and is
  /// easy to untie" it is about the slipping alone.
  [[nodiscard]] Range direct_of(const Scope& scope) {
    for (auto mark = mark_from(marks_, scope.word.end);
         scope.cue == Cue::negate && mark != marks_.end() && mark->range.begin < scope.direct.end;
         ++mark) {
      const Range head{scope.direct.begin, std::max(mark->range.begin, scope.direct.begin)};
      const bool joins = mark->cue == Cue::conjunction || mark->cue == Cue::connective;
      if (joins && std::any_of(targets_.list.begin(), targets_.list.end(), [&](const auto& target) {
            return target.denies && agreement_.denies_some_of(target, head);
          })) {
        return head;
      }
    }
    return scope.direct;
  }

  /// Where a scope is looked for a point, and what does not count for a point found there.
  struct Reach {
    Range tested;
    Range hidden;
    double least = kRejectedRecall;  ///< Recall from which a point is meant.
  };

  /// Whether what a scope bears on is named before its clause. "You do not need patents" names it,
  /// in one word.
  [[nodiscard]] bool means_what_was_before(const Scope& scope) {
    if (scope.means_all) {
      return true;
    }
    const bool tells = scope.has_topic && scope.cue != Cue::dissent;
    const bool named =
        (tells && !opens_with_pronoun(segments_.clauses[scope.clause])) ||
        ((scope.has_topic || scope.cue == Cue::needless) && mentions_.any(scope.direct));
    return !named;
  }

  [[nodiscard]] Reach reach_of(const Scope& scope) {
    const auto& clause = segments_.clauses[scope.clause];
    if (means_what_was_before(scope)) {
      const auto first = waved_off(scope).value_or(topic_clause(scope));
      Range tested{segments_.clauses[first].grains.begin,
                   std::max(scope.direct.end, clause.grains.begin)};
      if (first < scope.clause && scope.direct.empty()) {
        tested.end = clause.grains.begin;
      }
      return {tested,
              {tested.begin, scope.cue == Cue::prefer ? scope.word.begin : clause.grains.end}};
    }
    const auto direct = direct_of(scope);
    if (scope.cue == Cue::needless && !mentions_.any(direct)) {
      // 商标不必注册; salaries need not be counted: the point stands in the subject.
      const Range whole{clause.grains.begin, direct.end};
      return {whole, whole, kSubjectRecall};
    }
    return {direct, direct};
  }

  void apply(const Scope& scope) {
    const auto reach = reach_of(scope);
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

  /// What is in reach of the last denial counts for no target that it speaks of.
  void hide(const Scope& scope, const Reach& reach) {
    if (sets_limit(text_, scope.word)) {
      return;
    }
    const bool skipped = scope.cue == Cue::skip || scope.cue == Cue::correct;
    const char* code = skipped ? reason::kSkipped : reason::kRejected;
    for (const auto t : mentions_.meant_by(reach.tested, reach.least, scope.cue)) {
      const auto& target = targets_.list[t];
      if (!skipped && !denies_own_words(target, scope) &&
          agreement_.says(target, scope, reach.tested)) {
        continue;
      }
      voids_[t].push_back({reach.hidden, code, scope.word, {}, nullptr});
      if (!skipped && !scope.subjects.empty()) {
        voids_[t].push_back({scope.subjects, code, scope.word, {}, nullptr});
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
    const auto sentence = segments_.clauses[clause].sentence;
    for (auto c = clause; c + most > clause; --c) {
      if (c == 0 || segments_.clauses[c - 1].sentence != sentence) {
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
  drop_stated(targets, text, polarity);
  return polarity;
}

}  // namespace pith::grading
