#include "grading/stance/scopes.h"

#include <algorithm>

#include "grading/stance/excuses.h"
#include "grading/stance/placed_cues.h"

namespace pith::grading {
namespace {

constexpr std::size_t kReach = 14;       ///< Grains to the right that a negation bears on.
constexpr std::size_t kLongestNoun = 6;  ///< Grains of a part that is joined to a subject.

class ScopeReader {
 public:
  explicit ScopeReader(const PlacedCues& cues) : cues_(cues) {}

  [[nodiscard]] Scope scope_of(std::size_t i) const {
    const auto& mark = cues_[i];
    const auto& clause = cues_.clause_of(i).grains;
    Scope scope{cues_.does_without(i) ? Cue::needless : mark.cue, mark.range, clause, true,
                cues_.clause_at(i)};
    const Range left{left_bound(i, clause), mark.range.begin};
    const Range right{mark.range.end, std::min(clause.end, right_bound(i, clause))};
    if (mark.cue == Cue::negate && describes_noun(left)) {
      scope.direct = right;
      return scope;
    }
    const bool left_topic = cues_.topic_size(left) >= kLeastTopic;
    const bool one_word = denies_one_word(mark.cue, left, right);
    const bool right_topic = cues_.topic_size(right) >= kLeastTopic || one_word;
    switch (mark.cue) {
      case Cue::instead:
        scope.direct = right;
        break;
      case Cue::negate:
      case Cue::dissent:
      case Cue::needless:
        scope.direct = right_topic ? right : Range{left.begin, right.end};
        scope.subjects = subjects_of(i);
        break;
      case Cue::judge:
      case Cue::prefer:
        scope.direct = mark.cue == Cue::judge && !left_topic ? clause : left;
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
    scope.has_topic = cues_.topic_size(scope.direct) >= least || one_word;
    scope.means_all = means_all(i, right);
    return scope;
  }

 private:
  /// None of these matters; 这些都没用. Not "these cannot be done in a day", which denies the day,
  /// nor "none of these is cheap, but …", nor "they start ten jobs and finish none of them".
  [[nodiscard]] bool means_all(std::size_t i, const Range& right) const {
    const auto& denial = cues_[i];
    const auto* next = cues_.clause_behind(i);
    const bool turns =
        next != nullptr && cues_.has(Cue::turn, {next->grains.begin, next->grains.begin + 1});
    const auto& clause = cues_.clause_of(i).grains;
    const Range before{clause.begin, denial.range.end};
    const bool names_nothing = cues_.topic_size(cues_.left_of(i)) < kLeastTopic;
    return !turns && (denial.cue == Cue::negate
                          ? (cues_.has(Cue::all, denial.range) && names_nothing) ||
                                (cues_.has(Cue::all, before) && cues_.topic_size(right) == 0)
                          : cues_.has(Cue::all, clause));
  }

  /// "A dressing that doesn't shed": the clause about a noun denies nothing of what stands before
  /// it.
  [[nodiscard]] bool describes_noun(const Range& left) const {
    return left.size() > 1 && cues_.has(Cue::relative, {left.end - 1, left.end}) &&
           cues_.topic_size(left) > 0;
  }

  /// Whether one word is all that a clause names behind its negation, and what it names before is
  /// parted from it: "caching, no polling", "heat but no fuel".
  [[nodiscard]] bool denies_one_word(Cue cue, const Range& left, const Range& right) const {
    const Range last{left.end - std::min<std::size_t>(left.size(), 1), left.end};
    const bool parted = cues_.topic_size(left) == 0 || cues_.has(Cue::turn, last) ||
                        cues_.has(Cue::conjunction, last);
    return cue == Cue::negate && parted && cues_.topic_size(right) == 1 &&
           cues_.count(right, Topical::word) == 1;
  }

  /// A scope ends at the cue before it.
  [[nodiscard]] std::size_t left_bound(std::size_t i, const Range& clause) const {
    const bool other = i > 0 && cues_[i - 1].range.begin >= clause.begin &&
                       cues_[i - 1].cue != Cue::spare && cues_[i - 1].cue != cues_[i].cue;
    return other ? cues_[i - 1].range.end : clause.begin;
  }

  [[nodiscard]] std::size_t right_bound(std::size_t i, const Range& clause) const {
    std::size_t bound = std::min({clause.end, cues_[i].range.end + kReach, end_of_part(i)});
    for (auto mark = mark_from(cues_.all(), cues_[i].range.end + 1);
         mark != cues_.all().end() && mark->range.begin < bound; ++mark) {
      if (mark->cue == Cue::turn || mark->cue == Cue::even_so ||
          starts_anew(cues_[i].cue, mark->cue)) {
        bound = mark->range.begin;
      }
    }
    if (i + 1 < cues_.size() && (cues_[i + 1].cue == Cue::prefer || is_listed_after(i))) {
      bound = std::min(bound, cues_[i + 1].range.begin);
    }
    return bound;
  }

  /// 衣服没晾干、鞋太小: what has a subject of its own in a list denies nothing behind its part.
  /// Not 没有晾干的衣服、合脚的鞋, which denies the whole list.
  [[nodiscard]] std::size_t end_of_part(std::size_t i) const {
    const auto& denial = cues_[i];
    const auto& parts = cues_.segments().parts;
    const auto part = std::ranges::upper_bound(parts, denial.range.begin, {}, &Range::end);
    if (part == parts.end() || denial.cue != Cue::negate) {
      return cues_.clause_of(i).grains.end;
    }
    const Range subject{part->begin, denial.range.begin};
    const bool has_subject = cues_.count(subject, Topical::word) == 0 &&
                             cues_.topic_size(subject) >= kLeastTopic &&
                             cues_.topic_size({denial.range.end, part->end}) > 0;
    return has_subject ? part->end : cues_.clause_of(i).grains.end;
  }

  /// Whether a conjunction of Chinese characters stands between a part and the one before it: "a
  /// pause or a cache that isn't warm" is no subject of one predicate.
  [[nodiscard]] bool is_joined(std::size_t part) const {
    const auto& parts = cues_.segments().parts;
    return cues_.has(Cue::conjunction, {parts[part - 1].end, parts[part].begin}) &&
           cues_.count({parts[part - 1].begin, parts[part].end}, Topical::word) == 0;
  }

  /// 路面和桥梁不会坏: what a conjunction joins to the subject of a negation, and what stands
  /// before that in the same list.
  [[nodiscard]] Range subjects_of(std::size_t i) const {
    const auto& parts = cues_.segments().parts;
    const auto& word = cues_[i].range;
    const auto& clause = cues_.clause_of(i).parts;
    auto last = clause.begin;
    while (last + 1 < clause.end && parts[last].end <= word.begin) {
      ++last;
    }
    auto first = last;
    const auto is_noun = [&](std::size_t part) {
      return parts[part].size() <= kLongestNoun &&
             std::ranges::none_of(cues_.polar(), [&](const Mark& mark) {
               return mark.range.begin >= parts[part].begin && mark.range.begin < parts[part].end;
             });
    };
    if (first == clause.begin || !is_joined(first) ||
        cues_.topic_size({parts[last].begin, word.begin}) == 0) {
      return {};
    }
    while (first > clause.begin && is_noun(first - 1)) {
      --first;
    }
    return first < last ? Range{parts[first].begin, parts[last - 1].end} : Range{};
  }

  /// Skip the bus and take the train: up to the second command.
  [[nodiscard]] std::size_t end_of_command(std::size_t i, const Range& clause) const {
    for (const auto& mark : marks_in(cues_.all(), {cues_[i].range.end, clause.end})) {
      if (starts_anew(cues_[i].cue, mark.cue)) {
        return mark.range.begin;
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
    const Range between{cues_[i].range.end, cues_[i + 1].range.begin};
    return cues_[i].cue == Cue::negate && cues_[i + 1].cue == Cue::negate &&
           (cues_.topic_size(cues_.left_of(i)) == 0 || cues_.topic_size(between) >= kLeastTopic) &&
           cues_.has(Cue::conjunction, between);
  }

  const PlacedCues& cues_;
};

}  // namespace

std::vector<Scope> scopes_of(const Passage& passage, std::span<const Topical> topical) {
  const PlacedCues cues(passage, topical);
  std::vector<Scope> scopes;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (!is_excused(cues, i)) {
      scopes.push_back(ScopeReader(cues).scope_of(i));
    }
  }
  return scopes;
}

}  // namespace pith::grading
