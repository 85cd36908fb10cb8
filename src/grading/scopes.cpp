#include "grading/scopes.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr std::size_t kReach = 14;         ///< Grains to the right that a negation bears on.
constexpr std::size_t kLeastTopic = 2;     ///< Grains that make a topic.
constexpr std::size_t kLongestObject = 3;  ///< Grains of topic that "without" alone may be about.
constexpr std::size_t kHeadOfClause = 4;   ///< A consequence stands this near the clause's head.
constexpr std::size_t kHeadOfBound = 2;    ///< Grains at a clause's head that may tell its bound.
constexpr std::size_t kDoubled = 8;        ///< Grains between the two halves of a double negation.
constexpr std::size_t kReasonReach = 5;    ///< Grains between a reason's opener and its negation.

class Reader {
 public:
  Reader(std::span<const Mark> marks, const Segments& segments, std::span<const Topical> topical)
      : marks_(marks), segments_(segments), topical_(topical), polar_(working_marks(marks)) {}

  std::vector<Scope> run() {
    std::vector<Scope> scopes;
    for (std::size_t i = 0; i < polar_.size(); ++i) {
      if (polar_[i].cue != Cue::spare && polar_[i].cue != Cue::only && !is_condition(i) &&
          !follows_only(i) && !is_bounded(i) && !is_doubled(i) && !is_dissented(i) &&
          !is_reported(i) && !gives_reason(i) && !has_a_cause(i) && !judges_a_lack(i) &&
          !follows_rejection(i)) {
        scopes.push_back(scope_of(i));
      }
    }
    return scopes;
  }

 private:
  [[nodiscard]] std::size_t topic_size(const Range& range) const {
    std::size_t size = 0;
    for (auto i = range.begin; i < range.end; ++i) {
      size += topical_[i] > Topical::asked ? 1U : 0U;
    }
    return size;
  }

  /// Whether something is named, the topic of the question too.
  [[nodiscard]] bool has_subject(const Range& range) const {
    return std::count_if(topical_.begin() + static_cast<std::ptrdiff_t>(range.begin),
                         topical_.begin() + static_cast<std::ptrdiff_t>(range.end),
                         [](Topical topical) { return topical != Topical::no; }) >=
           static_cast<std::ptrdiff_t>(kLeastTopic);
  }

  /// Whether one word is all that a clause names, behind its negation: "caching, no polling".
  [[nodiscard]] bool denies_one_word(Cue cue, const Range& left, const Range& right) const {
    return cue == Cue::negate && topic_size(left) == 0 && topic_size(right) == 1 &&
           std::any_of(topical_.begin() + static_cast<std::ptrdiff_t>(right.begin),
                       topical_.begin() + static_cast<std::ptrdiff_t>(right.end),
                       [](Topical topical) { return topical == Topical::word; });
  }

  [[nodiscard]] const Clause& clause_of(std::size_t i) const {
    return segments_.clauses[segments_.clause_at(polar_[i].range.begin)];
  }

  [[nodiscard]] bool has_cue(Cue cue, const Range& range) const {
    for (auto m = mark_from(marks_, range.begin); m != marks_.end() && m->range.begin < range.end;
         ++m) {
      if (m->cue == cue) {
        return true;
      }
    }
    return false;
  }

  /// 光靠外包可不成: what is denied is that it suffices.
  [[nodiscard]] bool follows_only(std::size_t i) const {
    const auto& clause = clause_of(i).grains;
    return i > 0 && polar_[i - 1].cue == Cue::only && polar_[i - 1].range.begin >= clause.begin;
  }

  /// 没有数据就没有模型; without backups you lose everything: the negated thing is wanted.
  [[nodiscard]] bool is_condition(std::size_t i) const {
    if (polar_[i].cue != Cue::negate && polar_[i].cue != Cue::instead) {
      return i > 0 && polar_[i].cue == Cue::negate;
    }
    const auto& clause = clause_of(i);
    if (has_cue(Cue::consequence, {polar_[i].range.end, clause.grains.end}) &&
        polar_[i].cue == Cue::negate) {
      return true;
    }
    const bool opens = topic_size({clause.grains.begin, polar_[i].range.begin}) == 0;
    if (is_fronted_without(i)) {
      return true;
    }
    const auto next = segments_.clause_at(polar_[i].range.begin) + 1;
    if (next >= segments_.clauses.size() || segments_.clauses[next].sentence != clause.sentence) {
      return i > 0 && closes_condition(i);
    }
    const auto& follower = segments_.clauses[next].grains;
    const Range head{follower.begin, std::min(follower.end, follower.begin + kHeadOfClause)};
    const bool negated_too = i + 1 < polar_.size() && follower.begin <= polar_[i + 1].range.begin &&
                             polar_[i + 1].range.begin < follower.end &&
                             polar_[i + 1].cue != Cue::spare;
    // 没有地图，队伍走不出去: the clause that opens with its negation tells what the next needs.
    const bool follows = negated_too && polar_[i + 1].cue == Cue::negate &&
                         has_subject({follower.begin, polar_[i + 1].range.begin});
    return ((negated_too || opens) && has_cue(Cue::consequence, head)) || (opens && follows) ||
           (opens && negated_too && denies_what_was_asked(i + 1)) ||
           (polar_[i].cue == Cue::negate && has_cue(Cue::harm, follower)) || closes_condition(i);
  }

  /// "No load test, no release", for the release that the question is about.
  [[nodiscard]] bool denies_what_was_asked(std::size_t i) const {
    const auto& clause = clause_of(i).grains;
    return polar_[i].cue == Cue::negate && polar_[i].range.begin == clause.begin &&
           topic_size(clause) == 0 &&
           std::any_of(topical_.begin() + static_cast<std::ptrdiff_t>(clause.begin),
                       topical_.begin() + static_cast<std::ptrdiff_t>(clause.end),
                       [](Topical topical) { return topical == Topical::asked; });
  }

  /// "Without a written plan the team drifts apart": a main clause stands behind it.
  [[nodiscard]] bool is_fronted_without(std::size_t i) const {
    const auto& clause = clause_of(i).grains;
    const Range behind{polar_[i].range.end, clause.end};
    return has_cue(Cue::bound, polar_[i].range) && polar_[i].range.begin == clause.begin &&
           (has_cue(Cue::subject, {behind.begin + 1, behind.end}) ||
            (topic_size(behind) > kLongestObject && !has_cue(Cue::conjunction, behind)));
  }

  /// The second negation of a condition (… 就没有模型) denies nothing either.
  [[nodiscard]] bool closes_condition(std::size_t i) const {
    if (i == 0 || polar_[i - 1].cue != Cue::negate) {
      return false;
    }
    const auto& clause = clause_of(i);
    const auto before = segments_.clause_at(polar_[i - 1].range.begin);
    const bool near = before + 1 >= segments_.clause_at(polar_[i].range.begin) &&
                      segments_.clauses[before].sentence == clause.sentence;
    const auto first = segments_.clauses[before].grains.begin;
    return near && (has_cue(Cue::condition, {first, polar_[i - 1].range.begin}) ||
                    is_fronted_without(i - 1) || denies_what_was_asked(i) ||
                    has_cue(Cue::consequence, {polar_[i - 1].range.end, polar_[i].range.end}));
  }

  /// Don't launch until it is tested; 不…除非: the denial does not hold where the bound does.
  [[nodiscard]] bool is_bounded(std::size_t i) const {
    if (polar_[i].cue != Cue::negate) {
      return false;
    }
    const auto at = segments_.clause_at(polar_[i].range.begin);
    const auto end = segments_.clauses[at].grains.end;
    if (opens_with_bound(at) && topic_size({polar_[i].range.end, end}) < kLeastTopic) {
      return true;
    }
    const bool goes_on = at + 1 < segments_.clauses.size() &&
                         segments_.clauses[at + 1].sentence == segments_.clauses[at].sentence;
    const auto& last = segments_.clauses[goes_on ? at + 1 : at].grains;
    return has_cue(Cue::bound, {polar_[i].range.end, last.end});
  }

  /// Unless it was tested, don't: a clause that follows its bound. "Before we open, don't test" has
  /// something of its own to deny.
  [[nodiscard]] bool opens_with_bound(std::size_t clause) const {
    if (clause == 0 ||
        segments_.clauses[clause - 1].sentence != segments_.clauses[clause].sentence) {
      return false;
    }
    const auto begin = segments_.clauses[clause - 1].grains.begin;
    return has_cue(Cue::bound, {begin, begin + kHeadOfBound});
  }

  /// Some say it is useless, but I disagree; 谁说没用: the two take each other back.
  [[nodiscard]] bool is_dissented(std::size_t i) const {
    return (i > 0 && dissents(i - 1, i)) || (i + 1 < polar_.size() && dissents(i, i + 1));
  }

  [[nodiscard]] bool dissents(std::size_t first, std::size_t second) const {
    const auto& a = polar_[first];
    const auto& b = polar_[second];
    const auto said = segments_.clause_at(a.range.begin);
    const auto answered = segments_.clause_at(b.range.begin);
    const auto denies = [](Cue cue) {
      return (cue == Cue::negate || cue == Cue::needless || cue == Cue::judge ||
              cue == Cue::abolish);
    };
    return (a.cue == Cue::dissent && denies(b.cue) && said == answered) ||
           (b.cue == Cue::dissent && denies(a.cue) && said + 1 == answered &&
            topic_size(segments_.clauses[said].grains) > 0);
  }

  /// People say it is useless, but …: what others deny and the speaker turns away from.
  [[nodiscard]] bool is_reported(std::size_t i) const {
    const auto at = segments_.clause_at(polar_[i].range.begin);
    if (at + 1 >= segments_.clauses.size() ||
        !has_cue(Cue::report, {segments_.clauses[at].grains.begin, polar_[i].range.begin})) {
      return false;
    }
    const auto next = segments_.clauses[at + 1].grains.begin;
    return has_cue(Cue::turn, {next, next + 1});
  }

  /// Nothing works without it; 不能取消; is not a waste: the denial of a denial.
  [[nodiscard]] bool is_doubled(std::size_t i) const {
    return (i > 0 && doubles(i - 1, i)) || (i + 1 < polar_.size() && doubles(i, i + 1));
  }

  [[nodiscard]] bool doubles(std::size_t first, std::size_t second) const {
    const auto& a = polar_[first];
    const auto& b = polar_[second];
    const auto& clause = clause_of(first).grains;
    const Range between{a.range.end, b.range.begin};
    if (b.range.begin >= clause.end || has_cue(Cue::conjunction, {a.range.end, b.range.end}) ||
        has_cue(Cue::connective, between) || has_cue(Cue::turn, between)) {
      return false;
    }
    const bool denies = a.cue == Cue::negate || a.cue == Cue::needless;
    const bool denied = b.cue == Cue::negate || b.cue == Cue::abolish || b.cue == Cue::instead ||
                        b.cue == Cue::skip;
    return (denies && denied && b.range.begin < a.range.end + kDoubled) ||
           (b.cue == Cue::judge &&
            (denies_judgement(a, b, clause) || has_cue(Cue::bound, a.range))) ||
           (a.cue == Cue::judge && has_cue(Cue::bound, b.range));
  }

  /// Is not a waste; 不能走过场; not keeping any is a mistake. Neither "don't waste time on it",
  /// which has an object, nor 没有也没关系, which denies twice.
  [[nodiscard]] bool denies_judgement(const Mark& denial, const Mark& judgement,
                                      const Range& clause) const {
    const auto between = topic_size({denial.range.end, judgement.range.begin});
    const bool denies = denial.cue == Cue::negate || (denial.cue == Cue::abolish && between > 0);
    return denies && topic_size({judgement.range.end, clause.end}) == 0 &&
           !has_cue(Cue::negate, judgement.range);
  }

  /// So that nobody copies it; 免得出事; 否则会亏本: tells what for, not what to leave.
  [[nodiscard]] bool gives_reason(std::size_t i) const {
    const auto begin = polar_[i].range.begin;
    const auto from = std::max(clause_of(i).grains.begin, begin - std::min(begin, kReasonReach));
    const Range before{from, begin};
    return (polar_[i].cue == Cue::negate &&
            (has_cue(Cue::reason, before) || has_cue(Cue::condition, before))) ||
           (polar_[i].cue == Cue::judge && has_cue(Cue::otherwise, before));
  }

  /// It failed because nobody tasted it: how it ended judges nothing that stands before.
  [[nodiscard]] bool has_a_cause(std::size_t i) const {
    const auto end = polar_[i].range.end;
    return i + 1 < polar_.size() && has_cue(Cue::harm, polar_[i].range) &&
           polar_[i + 1].cue == Cue::negate &&
           polar_[i + 1].range.begin < clause_of(i).grains.end &&
           has_cue(Cue::reason, {end, polar_[i + 1].range.begin});
  }

  /// 没热身就上场，等于送死: what is bad is to go without.
  [[nodiscard]] bool judges_a_lack(std::size_t i) const {
    const auto& clause = clause_of(i);
    if (i == 0 || polar_[i].cue != Cue::judge || !has_cue(Cue::harm, polar_[i].range) ||
        topic_size({clause.grains.begin, polar_[i].range.begin}) > 0) {
      return false;
    }
    const auto& before = polar_[i - 1];
    return (before.cue == Cue::negate || before.cue == Cue::spare) &&
           segments_.clause_at(before.range.begin) + 1 ==
               segments_.clause_at(polar_[i].range.begin) &&
           clause_of(i - 1).sentence == clause.sentence;
  }

  /// 与其买，不如租: what is worse than the renting was said, and denied, by 与其.
  [[nodiscard]] bool follows_rejection(std::size_t i) const {
    const auto& clause = clause_of(i);
    auto k = i;
    while (k > 0 && clause_of(k - 1).sentence == clause.sentence &&
           polar_[k - 1].cue != Cue::instead) {
      --k;
    }
    return polar_[i].cue == Cue::prefer && k > 0 && clause_of(k - 1).sentence == clause.sentence &&
           topic_size({clause.grains.begin, polar_[i].range.begin}) == 0;
  }

  [[nodiscard]] Scope scope_of(std::size_t i) const {
    const auto& mark = polar_[i];
    const auto& clause = clause_of(i).grains;
    Scope scope{mark.cue, mark.range, clause, true, segments_.clause_at(mark.range.begin)};
    const Range left{left_bound(i, clause), mark.range.begin};
    const Range right{mark.range.end, std::min(clause.end, right_bound(i, clause))};
    const bool left_topic = topic_size(left) >= kLeastTopic;
    const bool one_word = denies_one_word(mark.cue, left, right);
    const bool right_topic = topic_size(right) >= kLeastTopic || one_word;
    switch (mark.cue) {
      case Cue::instead:
        scope.direct = right;
        break;
      case Cue::negate:
      case Cue::dissent:
      case Cue::needless:
        scope.direct = right_topic ? right : Range{left.begin, right.end};
        break;
      case Cue::judge:
      case Cue::prefer:
        scope.direct = left_topic ? left : (mark.cue == Cue::judge ? clause : left);
        break;
      case Cue::correct:
        scope.direct = left;
        break;
      default:
        scope.direct.end = end_of_command(i, clause);
        break;
    }
    // 租而不是买: however short, what stands behind is what is not wanted.
    const auto least = mark.cue == Cue::instead ? 1 : kLeastTopic;
    scope.has_topic = topic_size(scope.direct) >= least || one_word;
    scope.means_all = has_cue(Cue::all, clause);
    return scope;
  }

  /// A scope ends at the cue before it.
  [[nodiscard]] std::size_t left_bound(std::size_t i, const Range& clause) const {
    const bool other = i > 0 && polar_[i - 1].range.begin >= clause.begin &&
                       polar_[i - 1].cue != Cue::spare && polar_[i - 1].cue != polar_[i].cue;
    return other ? polar_[i - 1].range.end : clause.begin;
  }

  [[nodiscard]] std::size_t right_bound(std::size_t i, const Range& clause) const {
    std::size_t bound = std::min(clause.end, polar_[i].range.end + kReach);
    for (auto mark = mark_from(marks_, polar_[i].range.end + 1);
         mark != marks_.end() && mark->range.begin < bound; ++mark) {
      if (mark->cue == Cue::turn || starts_anew(polar_[i].cue, mark->cue)) {
        bound = mark->range.begin;
      }
    }
    if (i + 1 < polar_.size() && (polar_[i + 1].cue == Cue::prefer || is_listed_after(i))) {
      bound = std::min(bound, polar_[i + 1].range.begin);
    }
    return bound;
  }

  /// Skip the bus and take the train: up to the second command.
  [[nodiscard]] std::size_t end_of_command(std::size_t i, const Range& clause) const {
    for (auto mark = mark_from(marks_, polar_[i].range.end);
         mark != marks_.end() && mark->range.begin < clause.end; ++mark) {
      if (starts_anew(polar_[i].cue, mark->cue)) {
        return mark->range.begin;
      }
    }
    return clause.end;
  }

  /// "Instead of the bus I'd walk"; "skip the bus and take the train".
  static bool starts_anew(Cue cue, Cue next) {
    return (cue == Cue::instead && next == Cue::subject) ||
           (cue != Cue::negate && next == Cue::command);
  }

  /// No drinks and no sweets: a list of what is denied.
  [[nodiscard]] bool is_listed_after(std::size_t i) const {
    const Range left{clause_of(i).grains.begin, polar_[i].range.begin};
    const Range between{polar_[i].range.end, polar_[i + 1].range.begin};
    return polar_[i].cue == Cue::negate && polar_[i + 1].cue == Cue::negate &&
           (topic_size(left) == 0 || topic_size(between) >= kLeastTopic) &&
           has_cue(Cue::conjunction, between);
  }

  std::span<const Mark> marks_;
  const Segments& segments_;
  std::span<const Topical> topical_;
  std::vector<Mark> polar_;
};

}  // namespace

std::vector<Scope> scopes_of(std::span<const Mark> marks, const Segments& segments,
                             std::span<const Topical> topical) {
  return Reader(marks, segments, topical).run();
}

}  // namespace pith::grading
