#include "grading/stance/conditions.h"

#include <algorithm>

#include "grading/stance/outcomes.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestObject = 3;   ///< Grains of topic that "without" alone may be about.
constexpr std::size_t kHeadOfClause = 6;    ///< A consequence stands this near the clause's head.
constexpr std::size_t kHeadOfCase = 2;      ///< Grains at a clause's head that make it a case.
constexpr std::size_t kShortestClause = 2;  ///< Grains of "no release".

class Conditions {
 public:
  explicit Conditions(const PlacedCues& cues) : cues_(cues) {}

  [[nodiscard]] bool has(std::size_t i) const {
    return states_a_need(i) || follows_only(i) || is_missed_deed(i);
  }

 private:
  /// 没有数据就没有模型; without backups you lose everything: the negated thing is wanted.
  [[nodiscard]] bool states_a_need(std::size_t i) const {
    const auto cue = cues_[i].cue;
    return (cue == Cue::negate || cue == Cue::instead) &&
           (is_needed_here(i) || is_supposed(i) || is_fronted_without(i) || is_case_without(i) ||
            is_needed_next(i) || closes_condition(i));
  }

  /// 忘了关阀就麻烦了; 一忘了关阀就会出事: what is forgotten is a deed, and it ends badly.
  [[nodiscard]] bool is_missed_deed(std::size_t i) const {
    const auto right = cues_.right_of(i);
    return cues_[i].cue == Cue::skip && cues_.has(Cue::forgets, cues_[i].range) &&
           cues_.topic_size(right) >= kLeastTopic &&
           (cues_.has(Cue::consequence, right) || cues_.has(Cue::harm, right) ||
            cues_.has(Cue::condition, cues_.left_of(i)));
  }

  /// 光靠外包可不成: what is denied is that it suffices.
  [[nodiscard]] bool follows_only(std::size_t i) const {
    const auto& clause = cues_.clause_of(i).grains;
    return i > 0 && cues_[i - 1].cue == Cue::only && cues_[i - 1].range.begin >= clause.begin;
  }

  /// 没有数据就…; 没写步骤的告警不准上线: its own clause tells what follows from the lack.
  [[nodiscard]] bool is_needed_here(std::size_t i) const {
    const auto right = cues_.right_of(i);
    const bool negated_too = i + 1 < cues_.size() && cues_[i + 1].range.begin < right.end &&
                             cues_[i + 1].cue == Cue::negate;
    return cues_[i].cue == Cue::negate && (follows_in(cues_.all(), right) ||
                                           (lacks(i) && opens(i) && negated_too && !lacks(i + 1)));
  }

  /// 不热身的话容易受伤.
  [[nodiscard]] bool is_supposed(std::size_t i) const {
    return !cues_.has(Cue::forbid, cues_[i].range) && cues_.has(Cue::supposed, cues_.right_of(i)) &&
           !cues_.gains_behind(i);
  }

  /// The next clause of the sentence tells what follows from it.
  [[nodiscard]] bool is_needed_next(std::size_t i) const {
    const auto* next = cues_.clause_behind(i);
    if (next == nullptr) {
      return false;
    }
    const auto& follower = next->grains;
    const Range head{follower.begin, std::min(follower.end, follower.begin + kHeadOfClause)};
    const bool negated_too = i + 1 < cues_.size() && follower.begin <= cues_[i + 1].range.begin &&
                             cues_[i + 1].range.begin < follower.end &&
                             cues_[i + 1].cue != Cue::spare;
    const bool forbids = cues_.has(Cue::forbid, cues_[i].range);
    return ((negated_too || opens(i)) && !forbids && follows_in(cues_.all(), head)) ||
           (opens(i) && negated_too && (follows(i + 1, i) || denies_what_was_asked(i + 1))) ||
           ends_badly(i, follower);
  }

  /// Nothing is named before it in its clause.
  [[nodiscard]] bool opens(std::size_t i) const { return cues_.topic_size(cues_.left_of(i)) == 0; }

  [[nodiscard]] bool lacks(std::size_t i) const { return cues_.has(Cue::lack, cues_[i].range); }

  /// 没有地图，队伍走不出去: the clause that opens with its negation tells what the next needs. So
  /// does 没有地图，不准出发, but not 没有地图，没有向导, nor 没有地图，也不问路.
  [[nodiscard]] bool follows(std::size_t next, std::size_t lack) const {
    const auto before = cues_.left_of(next);
    return cues_[next].cue == Cue::negate &&
           (cues_.count(before, Topical::asked) >= kLeastTopic ||
            (lacks(lack) && !lacks(next) &&
             !cues_.has(Cue::also, {before.begin, before.begin + 1})));
  }

  /// 不热身，迟早要受伤; but not "don't warm up, you will regret it", nor "no helmet, no trouble".
  [[nodiscard]] bool ends_badly(std::size_t i, const Range& follower) const {
    const auto& denial = cues_[i];
    if (denial.cue != Cue::negate || cues_.has(Cue::forbid, denial.range)) {
      return false;
    }
    const auto next = i + 1 < cues_.size() ? cues_[i + 1].range.begin : follower.end;
    return cues_.has(Cue::harm,
                     {follower.begin, std::max(std::min(next, follower.end), follower.begin)}) ||
           (next < follower.end && cues_[i + 1].cue == Cue::judge &&
            cues_.has(Cue::harm, cues_[i + 1].range));
  }

  /// "No load test, no release", for the release that the question is about.
  [[nodiscard]] bool denies_what_was_asked(std::size_t i) const {
    const auto& clause = cues_.clause_of(i).grains;
    const auto& denial = cues_[i];
    const bool opens = denial.range.begin == clause.begin;
    return denial.cue == Cue::negate && cues_.topic_size(clause) == 0 &&
           cues_.count(clause, Topical::asked) > 0 && (!opens || clause.size() <= kShortestClause);
  }

  /// "Without a written plan the team drifts apart": a main clause stands behind it, or follows.
  [[nodiscard]] bool is_fronted_without(std::size_t i) const {
    const auto left = cues_.left_of(i);
    const auto behind = cues_.right_of(i);
    if (!cues_.has(Cue::bound, cues_[i].range) || cues_.has(Cue::subject, left) ||
        cues_.gains_behind(i) || cues_.count(left, Topical::asked) > 0) {
      return false;
    }
    const auto* next = cues_.clause_behind(i);
    const bool goes_on = next != nullptr && !cues_.has(Cue::bound, next->grains);
    return goes_on || cues_.has(Cue::subject, {behind.begin + 1, behind.end}) ||
           (cues_.topic_size(behind) > kLongestObject && !cues_.has(Cue::conjunction, behind));
  }

  /// "If you paddle out without a life vest it's your own fault": tells of a case.
  [[nodiscard]] bool is_case_without(std::size_t i) const {
    const auto begin = cues_.clause_of(i).grains.begin;
    return cues_.has(Cue::bound, cues_[i].range) &&
           cues_.has(Cue::condition, {begin, begin + kHeadOfCase});
  }

  /// The second negation of a condition (… 就没有模型) denies nothing either, nor does a third that
  /// names nothing of its own (没有票就不要去，进不了门).
  [[nodiscard]] bool closes_condition(std::size_t i) const {
    return closes(i) || (i > 1 && cues_.topic_size(cues_.clause_of(i).grains) < kLeastTopic &&
                         is_next_to(i - 1, i) && closes(i - 1));
  }

  /// Both are in one sentence, in one clause or in neighbours.
  [[nodiscard]] bool is_next_to(std::size_t first, std::size_t second) const {
    return cues_.clause_at(first) + 1 >= cues_.clause_at(second) &&
           cues_.clause_of(first).sentence == cues_.clause_of(second).sentence;
  }

  [[nodiscard]] bool closes(std::size_t i) const {
    if (i == 0 || cues_[i - 1].cue != Cue::negate || !is_next_to(i - 1, i)) {
      return false;
    }
    const auto& said = cues_.clause_of(i - 1).grains;
    return (cues_.topic_size(said) >= kLeastTopic &&
            cues_.has(Cue::condition, {said.begin, cues_[i - 1].range.begin})) ||
           is_fronted_without(i - 1) || denies_what_was_asked(i) || tells_what_lack_does(i) ||
           cues_.has(Cue::consequence, {cues_[i - 1].range.end, cues_[i].range.end});
  }

  /// The second half of 没有向导，队伍走不出去, or of 光有地图没有向导，走不出去.
  [[nodiscard]] bool tells_what_lack_does(std::size_t i) const {
    const auto& clause = cues_.clause_of(i).grains;
    const bool goes_on = cues_.has(Cue::conjunction, {clause.begin, clause.begin + 1}) ||
                         cues_.topic_size(cues_.right_of(i)) >= kLeastTopic;
    return !goes_on && cues_.clause_at(i - 1) < cues_.clause_at(i) &&
           ((lacks(i - 1) && opens(i - 1) && follows(i, i - 1)) || follows_only(i - 1));
  }

  const PlacedCues& cues_;
};

}  // namespace

bool is_condition(const PlacedCues& cues, std::size_t cue) {
  return Conditions(cues).has(cue);
}

}  // namespace pith::grading
