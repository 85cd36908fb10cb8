#include "grading/stance/question_denial.h"

#include <algorithm>

#include "grading/stance/placed_cues.h"

namespace pith::grading {
namespace {

constexpr std::size_t kPredicateReach = 14;  ///< Grains behind the question's denial.
constexpr std::size_t kBeforeWhich = 1;      ///< Words: "in which", "and what".

/// The grains around `at` up to the next breaks between clauses. A clause that opens with `at` goes
/// on with the subject of the one before it: 哪些证据应当排除，不能作为根据.
Range clause_around(const Grains& text, std::size_t at) {
  const bool goes_on =
      at > 0 && text.list[at].before == Break::clause && text.list[at].type == Grain::Type::han;
  return up_to_breaks(text, {goes_on ? at - 1 : at, at + 1}, Break::clause);
}

/// "Those who sign up", "see what they saved": an English word for asking opens what it asks.
bool is_relative(const Grains& question, const Range& asks, const Range& clause) {
  return question.list[asks.begin].type == Grain::Type::word &&
         asks.begin > clause.begin + kBeforeWhich;
}

/// Whether a word there opens a clause of its own: "what do arrays do that lists cannot".
bool opens_another(const Grains& question, const Range& range) {
  static const auto that = stem_of("that");
  return has_stem(question.in(range), that);
}

/// Whether a clause supposes something, beside asking when.
bool supposes(std::span<const Mark> marks, const Range& clause, const Range& asks) {
  return has_cue(marks, Cue::condition, {clause.begin, asks.begin}) ||
         has_cue(marks, Cue::condition, {asks.end, clause.end});
}

/// "When do markets fail" asks for what happens.
bool is_event(const Grains& question, const Mark& denial, const Range& asks) {
  static const auto be = grains_of("is are isn't aren't").list;
  const auto& last = question.list[asks.end - 1];
  return is_judgement(denial.cue) && denial.range.size() == 1 && last.type == Grain::Type::word &&
         !has_stem(be, last.stem);
}

/// The words of a denial behind the one that denies; none where it is one word.
Range denied_by(const Grains& question, const Mark& denial) {
  const bool is_han = question.list[denial.range.begin].type == Grain::Type::han;
  const auto begin = denial.range.begin + 1;
  const auto length = denial.range.end - begin;
  return length >= (is_han ? 2U : 1U) ? Range{begin, denial.range.end} : Range{};
}

bool asks(const Mark& mark) {
  return mark.cue == Cue::asks || mark.cue == Cue::asks_when;
}

/// Where the words of a judgement stand that say what it denies: `help` of "does not help".
std::vector<std::size_t> judged_by(const Grains& question, std::span<const Mark> marks,
                                   const Mark& denial) {
  std::vector<std::size_t> places;
  for (auto i = denial.range.begin + 1; i < denial.range.end; ++i) {
    const auto mark = mark_from(marks, i);
    if (question.list[i].type == Grain::Type::word &&
        (mark == marks.end() || mark->range.begin > i)) {
      places.push_back(i);
    }
  }
  return places;
}

/// Where that stands which the denial denies, and what is behind it in its clause, less general
/// words.
std::vector<std::size_t> predicate_of(const Grains& question, std::span<const Mark> marks,
                                      const Mark& denial) {
  const auto topical = topical_of(question, marks, {});
  auto places =
      is_judgement(denial.cue) ? judged_by(question, marks, denial) : std::vector<std::size_t>{};
  if (is_judgement(denial.cue) && places.empty()) {
    return places;
  }
  const auto end = std::min(question.list.size(), denial.range.end + kPredicateReach);
  for (auto i = denial.range.end; i < end && question.list[i].before < Break::clause; ++i) {
    if (topical[i] != Topical::no) {
      places.push_back(i);
    }
  }
  return places;
}

/// What asks in a clause: the last such word up to the denial, or the first one behind it.
std::span<const Mark>::iterator asking_of(std::span<const Mark> marks, const Range& clause,
                                          const Mark& denial) {
  auto asking = std::find_if(mark_from(marks, clause.begin), marks.end(), asks);
  for (auto next = asking; next != marks.end() && next->range.end <= denial.range.begin;
       next = std::find_if(next + 1, marks.end(), asks)) {
    asking = next;
  }
  return asking;
}

}  // namespace

std::optional<QuestionDenial> question_denial_of(const Grains& question,
                                                 std::span<const Mark> marks) {
  for (const auto& denial : working_marks(marks)) {
    const auto clause = clause_around(question, denial.range.begin);
    const auto asking = asking_of(marks, clause, denial);
    if (!denies_by(denial.cue) || asking == marks.end() || asking->range.touches(denial.range) ||
        asking->range.begin >= clause.end || supposes(marks, clause, asking->range) ||
        is_relative(question, asking->range, clause)) {
      continue;
    }
    const bool when = asking->cue == Cue::asks_when;
    const Range asked{when ? std::min(asking->range.begin, denial.range.begin) : clause.begin,
                      denial.range.end};
    if (has_cue(marks, Cue::averse, asked) || has_cue(marks, Cue::remedy, asked)) {
      continue;  // 哪些办法能避免面包不新鲜
    }
    const bool follows = asking->range.end <= denial.range.begin;
    const bool in_han = question.list[asking->range.begin].type == Grain::Type::han;
    if (follows ? !opens_another(question, {asking->range.end, denial.range.begin}) : in_han) {
      if (when && is_event(question, denial, asking->range)) {
        continue;
      }
      return QuestionDenial{denial, predicate_of(question, marks, denial),
                            when ? denied_by(question, denial) : Range{}, when,
                            asking->range.begin == 0};
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
