#include "grading/stance/excuses.h"

#include <algorithm>
#include <optional>

#include "grading/stance/conditions.h"

namespace pith::grading {
namespace {

constexpr std::size_t kHeadOfBound = 2;     ///< Grains at a clause's head that may tell its bound.
constexpr std::size_t kDoubled = 8;         ///< Grains between the two halves of a double negation.
constexpr std::size_t kLongestRest = 3;     ///< Grains of topic in "the other two ways I forgot".
constexpr std::size_t kLongestSubject = 6;  ///< Grains of "but the climate does not".
constexpr std::size_t kLongestDeed = 3;     ///< Grains of topic in 做出来也没人用.
constexpr std::size_t kReasonReach = 5;     ///< Grains between a reason's opener and its negation.

class Excuses {
 public:
  explicit Excuses(const PlacedCues& cues) : cues_(cues) {}

  [[nodiscard]] bool any_for(std::size_t i) const {
    return is_harmless(i) || is_condition(cues_, i) || is_bounded(i) || is_doubled(i) ||
           is_dissented(i) || is_reported(i) || gives_reason(i) || has_a_cause(i) ||
           judges_a_lack(i) || follows_rejection(i) || is_about_the_rest(i) || breaks_off(i) ||
           hedges(i) || is_noun(i) || is_the_other(i);
  }

 private:
  [[nodiscard]] bool is_harmless(std::size_t i) const {
    return cues_[i].cue == Cue::spare || cues_[i].cue == Cue::only;
  }

  /// Don't launch until it is tested; 不…除非: the denial does not hold where the bound does.
  [[nodiscard]] bool is_bounded(std::size_t i) const {
    if (cues_[i].cue != Cue::negate) {
      return false;
    }
    const auto at = cues_.clause_at(i);
    const auto end = cues_.clause(at).end;
    if (opens_with_bound(at) && cues_.topic_size({cues_[i].range.end, end}) < kLeastTopic) {
      return true;
    }
    const auto* next = cues_.clause_behind(i);
    return cues_.has(Cue::bound, {cues_[i].range.end, next != nullptr ? next->grains.end : end});
  }

  /// Unless it was tested, don't: a clause that follows its bound. "Before we open, don't test" has
  /// something of its own to deny.
  [[nodiscard]] bool opens_with_bound(std::size_t clause) const {
    if (!cues_.segments().goes_on_at(clause)) {
      return false;
    }
    const auto begin = cues_.clause(clause - 1).begin;
    return cues_.has(Cue::bound, {begin, begin + kHeadOfBound});
  }

  /// Some say it is useless, but I disagree; 谁说没用: the two take each other back.
  [[nodiscard]] bool is_dissented(std::size_t i) const {
    return (i > 0 && dissents(i - 1, i)) || (i + 1 < cues_.size() && dissents(i, i + 1));
  }

  [[nodiscard]] bool dissents(std::size_t first, std::size_t second) const {
    const auto& a = cues_[first];
    const auto& b = cues_[second];
    const auto said = cues_.segments().clause_at(a.range.begin);
    const auto answered = cues_.segments().clause_at(b.range.begin);
    return (a.cue == Cue::dissent && denies_by(b.cue) && said == answered) ||
           (b.cue == Cue::dissent && denies_by(a.cue) && said + 1 == answered &&
            cues_.topic_size(cues_.clause(said)) > 0 && answers_somebody(said, answered));
  }

  /// But not "caching changes nothing, that's a myth", which says it twice.
  [[nodiscard]] bool answers_somebody(std::size_t said, std::size_t answered) const {
    const auto& first = cues_.segments().clauses[said];
    const auto& second = cues_.segments().clauses[answered];
    return first.sentence != second.sentence || cues_.has(Cue::report, first.grains) ||
           cues_.has(Cue::subject, second.grains) ||
           cues_.has(Cue::turn, {second.grains.begin, second.grains.begin + 1});
  }

  /// People say it is useless, but …: what others deny and the speaker turns away from.
  [[nodiscard]] bool is_reported(std::size_t i) const {
    const auto at = cues_.clause_at(i);
    if (at + 1 >= cues_.segments().clauses.size() ||
        !cues_.has(Cue::report, {cues_.clause(at).begin, cues_[i].range.begin})) {
      return false;
    }
    const auto next = cues_.clause(at + 1).begin;
    return cues_.has(Cue::turn, {next, next + 1});
  }

  /// Nothing works without it; 不能取消; is not a waste: the denial of a denial.
  [[nodiscard]] bool is_doubled(std::size_t i) const {
    return (i > 0 && doubles(i - 1, i)) || (i + 1 < cues_.size() && doubles(i, i + 1));
  }

  [[nodiscard]] bool doubles(std::size_t first, std::size_t second) const {
    const auto& a = cues_[first];
    const auto& b = cues_[second];
    const auto& clause = cues_.clause_of(first).grains;
    const Range between{a.range.end, b.range.begin};
    if (b.range.begin >= clause.end || cues_.does_without(first) ||
        cues_.has(Cue::conjunction, {a.range.end, b.range.end}) ||
        cues_.has(Cue::connective, between) || cues_.has(Cue::turn, between)) {
      return false;
    }
    const bool denies = a.cue == Cue::negate || a.cue == Cue::needless;
    const bool denied = b.cue == Cue::negate || b.cue == Cue::abolish || b.cue == Cue::instead ||
                        b.cue == Cue::skip;
    return (denies && denied && b.range.begin < a.range.end + kDoubled) ||
           (b.cue == Cue::judge &&
            (denies_judgement(a, b, clause) || cues_.has(Cue::bound, a.range))) ||
           (a.cue == Cue::judge && cues_.has(Cue::bound, b.range));
  }

  /// Is not a waste; 不能走过场; not keeping any is a mistake. Neither "don't waste time on it",
  /// which has an object, nor 没有也没关系, which denies twice.
  [[nodiscard]] bool denies_judgement(const Mark& denial, const Mark& judgement,
                                      const Range& clause) const {
    const auto between = cues_.topic_size({denial.range.end, judgement.range.begin});
    const bool denies = denial.cue == Cue::negate || (denial.cue == Cue::abolish && between > 0);
    return denies && cues_.topic_size({judgement.range.end, clause.end}) == 0 &&
           !(cues_.has(Cue::negate, judgement.range) &&
             cues_.has(Cue::also, {denial.range.end, judgement.range.end}));
  }

  /// So that nobody copies it; 免得出事; 否则会亏本: tells what for, not what to leave.
  [[nodiscard]] bool gives_reason(std::size_t i) const {
    const auto begin = cues_[i].range.begin;
    const auto from =
        std::max(cues_.clause_of(i).grains.begin, begin - std::min(begin, kReasonReach));
    const Range before{from, begin};
    const bool opened = cues_.has(Cue::reason, before) ||
                        (cues_.has(Cue::condition, before) && !cues_.gains_behind(i));
    return (cues_[i].cue == Cue::negate && opened) ||
           (cues_[i].cue == Cue::judge &&
            cues_.has(Cue::otherwise, {cues_.clause_of(i).grains.begin, begin})) ||
           (i > 0 && has_a_cause(i - 1));
  }

  /// It failed because nobody tasted it, or because we skipped it: how it ended judges nothing that
  /// stands before.
  [[nodiscard]] bool has_a_cause(std::size_t i) const {
    const auto end = cues_[i].range.end;
    const auto leaves_out = [](Cue cue) {
      return cue == Cue::negate || cue == Cue::skip || cue == Cue::abolish;
    };
    return i + 1 < cues_.size() && cues_.has(Cue::harm, cues_[i].range) &&
           leaves_out(cues_[i + 1].cue) &&
           cues_[i + 1].range.begin < cues_.clause_of(i).grains.end &&
           cues_.has(Cue::reason, {end, cues_[i + 1].range.begin});
  }

  /// 没热身就上场，等于送死: what is bad is to go without.
  [[nodiscard]] bool judges_a_lack(std::size_t i) const {
    const auto& clause = cues_.clause_of(i);
    if (i == 0 || cues_[i].cue != Cue::judge) {
      return false;
    }
    const auto& before = cues_[i - 1];
    const Range subject{clause.grains.begin, cues_[i].range.begin};
    const bool supposes =
        cues_.has(Cue::condition, {cues_.clause_of(i - 1).grains.begin, before.range.begin});
    const bool ends_badly = cues_.has(Cue::harm, cues_[i].range) && cues_.topic_size(subject) == 0;
    return (ends_badly || (supposes && cues_.topic_size(subject) <= kLongestDeed)) &&
           (before.cue == Cue::negate || before.cue == Cue::spare) &&
           cues_.segments().clause_at(before.range.begin) + 1 == cues_.clause_at(i) &&
           cues_.clause_of(i - 1).sentence == clause.sentence;
  }

  /// 与其买，不如租: what is worse than the renting was said, and denied, by 与其.
  [[nodiscard]] bool follows_rejection(std::size_t i) const {
    const auto* before = cues_.clause_before(i);
    return cues_[i].cue == Cue::prefer && before != nullptr &&
           cues_.topic_size(cues_.left_of(i)) == 0 && cues_.has(Cue::instead, before->grains);
  }

  /// 其他的不记得了; "I'd have to look up the last one"; "the rest is useless"; "there was
  /// something else, I forgot": what was named before stands.
  [[nodiscard]] bool is_about_the_rest(std::size_t i) const {
    const auto& clause = cues_.clause_of(i).grains;
    if (const auto from = rest_named_in(i)) {
      const bool skips = cues_[i].cue == Cue::skip;
      return cues_.topic_size(skips ? Range{*from, clause.end} : clause) <=
             (skips ? kLongestRest : 0);
    }
    const auto* before = cues_.clause_before(i);
    return before != nullptr && cues_.topic_size(clause) == 0 &&
           cues_.has(Cue::rest, before->grains) && cues_.topic_size(before->grains) == 0;
  }

  /// Where the rest, or what is said of it, begins in the clause, if it is named there.
  [[nodiscard]] std::optional<std::size_t> rest_named_in(std::size_t i) const {
    const auto& clause = cues_.clause_of(i).grains;
    const auto here = marks_in(cues_.all(), clause);
    const auto rest = std::ranges::find(here, Cue::rest, &Mark::cue);
    return rest != here.end() ? std::optional(std::min(rest->range.begin, cues_[i].range.begin))
                              : std::nullopt;
  }

  /// "A load test, and … I forgot": nobody has forgotten what they have just said, unless they
  /// point at it ("I forgot what that is").
  [[nodiscard]] bool breaks_off(std::size_t i) const {
    const auto& skip = cues_[i];
    const auto& clause = cues_.clause_of(i).grains;
    return skip.cue == Cue::skip && cues_.has(Cue::forgets, skip.range) &&
           cues_.topic_size(clause) == 0 && !cues_.has(Cue::pronoun, clause) &&
           !cues_.has(Cue::several, clause);
  }

  /// 好像是盐，记不太清了: who guesses and says so has answered.
  [[nodiscard]] bool hedges(std::size_t i) const {
    const auto* before = cues_.clause_before(i);
    return cues_[i].cue == Cue::skip && before != nullptr &&
           cues_.topic_size(cues_.clause_of(i).grains) == 0 &&
           cues_.has(Cue::hedge, before->grains);
  }

  /// Wrinkle avoidance and sun care; 拥塞避免: a name for keeping away from what stands before it.
  [[nodiscard]] bool is_noun(std::size_t i) const {
    const auto& word = cues_[i].range;
    const auto& clause = cues_.clause_of(i).grains;
    const bool ends = cues_.topic_size({word.end, clause.end}) == 0 ||
                      cues_.has(Cue::conjunction, {word.end, word.end + 1});
    return cues_[i].cue == Cue::negate && cues_.has(Cue::averse, word) && ends &&
           word.begin > clause.begin && cues_.topic_size({word.begin - 1, word.begin}) > 0;
  }

  /// "Frogs have smooth skin, toads don't", where the question asks about frogs and toads: the
  /// denial is about the other one.
  [[nodiscard]] bool is_the_other(std::size_t i) const {
    const auto& denial = cues_[i];
    const auto& clause = cues_.clause_of(i).grains;
    if (denial.cue != Cue::negate || denial.range.size() > 1 ||
        cues_.count({denial.range.end, clause.end}, Topical::asked) > 0) {
      return false;
    }
    auto begin = clause.begin;
    bool opposed = cues_.clause_before(i) != nullptr;
    for (const auto& mark : marks_in(cues_.all(), {clause.begin, denial.range.begin})) {
      if (mark.cue == Cue::turn || mark.cue == Cue::conjunction) {
        opposed = opposed || mark.range.begin > clause.begin;
        begin = mark.range.end;
      }
    }
    const Range subject{begin, denial.range.begin};
    return opposed && subject.size() <= kLongestSubject && cues_.topic_size(subject) == 0 &&
           cues_.count(subject, Topical::asked) > 0;
  }

  const PlacedCues& cues_;
};

}  // namespace

bool is_excused(const PlacedCues& cues, std::size_t cue) {
  return Excuses(cues).any_for(cue);
}

}  // namespace pith::grading
