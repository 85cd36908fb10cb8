#include "grading/stance/reaches.h"

#include <algorithm>
#include <optional>

namespace pith::grading {
namespace {

constexpr double kSubjectRecall = 0.45;  ///< As kRejectedRecall, where a subject is looked at.
constexpr std::size_t kTopicReach = 24;  ///< Clauses before a denial that may name its topic.

}  // namespace

bool Reaches::opens_with_pronoun(const Clause& clause) const {
  const auto begin = clause.grains.begin;
  // "Bandage it with …" is no clause about it.
  const bool leads_up =
      heard_.targets.in_han || heard_.has_any({Cue::turn, Cue::conjunction, Cue::connective,
                                               Cue::opener, Cue::stop, Cue::generic, Cue::subject},
                                              {begin, begin + 1});
  const auto end = std::min(begin + (leads_up ? 2 : 1), clause.grains.end);
  return heard_.has(Cue::pronoun, {begin, end});
}

std::optional<std::size_t> Reaches::waved_off(const Scope& scope) {
  const auto first = heard_.segments.first_of_sentence(scope.clause);
  const Range said{heard_.clause(first).begin, heard_.clause(scope.clause).end};
  if (scope.cue != Cue::skip || first == 0 || mentions_.any(said)) {
    return std::nullopt;
  }
  if (heard_.has(Cue::forgets, scope.word) && !heard_.has(Cue::several, said)) {
    return first - 1;  // "Red is one, blue … I forgot what that is."
  }
  return heard_.segments.first_of_sentence(first - 1);
}

bool Reaches::reports(const Range& range) const {
  return heard_.has(Cue::report, range);
}

bool Reaches::takes_one_back(const Scope& scope) const {
  const auto& clause = heard_.segments.clauses[scope.clause];
  return scope.cue == Cue::negate && clause.grains == scope.word &&
         heard_.segments.goes_on_at(scope.clause);
}

std::size_t Reaches::topic_clause(const Scope& scope) {
  auto c = scope.clause;
  auto chunk = heard_.segments.clauses[c].chunk;
  auto sentence = heard_.segments.clauses[c].sentence;
  const bool far = scope.cue == Cue::correct;
  if (takes_one_back(scope)) {
    return c - 1;
  }
  while (c > 0 && scope.clause - c < kTopicReach) {
    const auto& before = heard_.segments.clauses[c - 1];
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

Range Reaches::direct_of(const Scope& scope) {
  if (scope.cue != Cue::negate) {
    return scope.direct;
  }
  for (const auto& mark : marks_in(heard_.marks, {scope.word.end, scope.direct.end})) {
    const Range head{scope.direct.begin, std::max(mark.range.begin, scope.direct.begin)};
    const bool joins = mark.cue == Cue::conjunction || mark.cue == Cue::connective;
    if (joins && std::any_of(heard_.targets.list.begin(), heard_.targets.list.end(),
                             [&](const auto& target) {
                               return target.denies && agreement_.denies_some_of(target, head);
                             })) {
      return head;
    }
  }
  return scope.direct;
}

bool Reaches::means_what_was_before(const Scope& scope) {
  if (scope.means_all) {
    return true;
  }
  const bool tells = scope.has_topic && scope.cue != Cue::dissent;
  const bool named =
      (tells && !opens_with_pronoun(heard_.segments.clauses[scope.clause])) ||
      ((scope.has_topic || scope.cue == Cue::needless) && mentions_.any(scope.direct));
  return !named;
}

Reach Reaches::reach_of(const Scope& scope) {
  const auto& clause = heard_.segments.clauses[scope.clause];
  if (means_what_was_before(scope)) {
    const auto first = waved_off(scope).value_or(topic_clause(scope));
    Range tested{heard_.clause(first).begin, std::max(scope.direct.end, clause.grains.begin)};
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

}  // namespace pith::grading
