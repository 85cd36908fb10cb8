#include "grading/stance/asked_denial.h"

#include <algorithm>
#include <cstdint>

#include "grading/stance/asked_cases.h"
#include "grading/words/antonyms.h"
#include "grading/words/spelling.h"

namespace pith::grading {
namespace {

constexpr double kSaysTheSame = 0.5;  ///< Of the question's predicate, in the answer's.
constexpr double kCaseRecall = 0.75;  ///< Of a point, in a clause that says that it is so.
constexpr std::size_t kNextTo = 2;    ///< Grains from a denial to the denial of it.

/// Where the text has the opposite of what denies in the question.
std::vector<Range> opposites_of(const Mark& denial, const Grains& question, const Grains& text) {
  const auto& antonyms = Antonyms::general();
  std::vector<Range> found;
  const auto asked = antonyms.words_in(question);
  const auto own = std::ranges::find(asked, denial.range, &Antonyms::Found::range);
  for (const auto& said :
       own == asked.end() ? std::vector<Antonyms::Found>{} : antonyms.words_in(text)) {
    if (antonyms.opposite(own->word, said.word)) {
      found.push_back(said.range);
    }
  }
  return found;
}

}  // namespace

AskedDenial::AskedDenial(const Heard& heard, std::span<const Topical> topical)
    : heard_(heard),
      polar_(working_marks(heard.marks)),
      topical_(topical),
      asked_(question_denial_of(heard.targets.question, heard.targets.question_marks)) {
  if (asked_) {
    opposites_ = opposites_of(asked_->denial, heard.targets.question, heard.text);
  }
}

/// Whether a grain is a word of the question, or a slip of it.
bool AskedDenial::is_said_by(std::size_t place, const Grain& grain) const {
  const auto& asked = heard_.targets.question.list[place];
  const auto spelling = heard_.targets.question.spelling(asked);
  return grain.stem == asked.stem ||
         (grain.type == Grain::Type::word && grain.may_slip && grain.letters() >= kShortestTypo &&
          spelling.size() >= kShortestTypo &&
          within_one_edit(heard_.text.spelling(grain), spelling));
}

/// Of the question's predicate, [0, 1].
double AskedDenial::share_said_in(const Range& range) const {
  const auto said = std::ranges::count_if(asked_->predicate, [&](std::size_t place) {
    return std::ranges::any_of(heard_.text.in(range),
                               [&](const Grain& grain) { return is_said_by(place, grain); });
  });
  return asked_->predicate.empty()
             ? 0.0
             : static_cast<double>(said) / static_cast<double>(asked_->predicate.size());
}

bool AskedDenial::names_something(const Range& range) const {
  return std::any_of(topical_.begin() + static_cast<std::ptrdiff_t>(range.begin),
                     topical_.begin() + static_cast<std::ptrdiff_t>(range.end),
                     [](Topical topical) { return topical >= Topical::asked; });
}

/// "Neither is aluminium", "nor can ostriches".
bool AskedDenial::goes_on(const Scope& scope) const {
  static const auto neither = stem_of("neither");
  static const auto nor = stem_of("nor");
  const auto stem = heard_.text.list[scope.word.begin].stem;
  return scope.word.size() == 1 && (stem == neither || stem == nor);
}

/// Whether it is the word that denies in the question.
bool AskedDenial::is_same_word(const Range& word) const {
  return same_words(heard_.text.in(word), heard_.targets.question.in(asked_->denial.range));
}

bool AskedDenial::answers_when(const Scope& scope) const {
  const auto& clause = heard_.segments.clauses[scope.clause];
  const auto first = heard_.segments.first_of_sentence(scope.clause);
  const Range so_far{heard_.clause(first).begin, clause.grains.end};
  return denies_in_case(heard_, scope, {so_far, clause.grains}, asked_->alone) ||
         is_same_word(scope.word) ||
         (denies_by(scope.cue) &&
          share_said_in({scope.word.begin, clause.grains.end}) >= kSaysTheSame);
}

bool AskedDenial::is_repeated_by(const Scope& scope) const {
  if (asked_ && asked_->in_what_cases) {
    return answers_when(scope);
  }
  if (!asked_ || !denies_by(scope.cue)) {
    return false;
  }
  const auto& clause = heard_.clause(scope.clause);
  if (is_judgement(scope.cue) && is_judgement(asked_->denial.cue)) {
    return true;
  }
  const bool has_subject = names_something({clause.begin, scope.word.begin});
  if (has_subject &&
      (is_judgement(asked_->denial.cue) || !names_something({scope.word.end, clause.end}))) {
    return true;  // "ostriches can't"
  }
  const bool bans_alike = heard_.has(Cue::ban, scope.word) && is_same_word(scope.word);
  return bans_alike || goes_on(scope) ||
         share_said_in({scope.word.end, clause.end}) >= kSaysTheSame;
}

std::vector<Contrary> AskedDenial::contraries() const {
  std::vector<Contrary> found;
  const auto& question = heard_.targets.question.list;
  const bool asks_more =  // "How do you thaw meat? What should you not do?"
      std::any_of(question.begin() + (question.empty() ? 0 : 1), question.end(),
                  [](const Grain& grain) { return grain.before == Break::sentence; });
  for (const auto& mark : heard_.marks) {
    if (mark.cue == Cue::permit && heard_.targets.asks_denial && !asks_more) {
      if (const auto clause = permission_in(mark)) {
        found.push_back({*clause, mark.range});
      }
    }
  }
  for (std::size_t i = 1; asked_ && i < polar_.size(); ++i) {
    if (denies_again(i)) {
      const auto at = heard_.segments.clause_at(polar_[i].range.begin);
      found.push_back({heard_.clause(at), polar_[i - 1].range});
    }
  }
  for (const auto& clause : heard_.segments.clauses) {
    if (const auto words = affirmation_in(clause.grains)) {
      found.push_back({clause.grains, *words});
    } else if (const auto affirmed = need_in(clause.grains)) {
      found.push_back({clause.grains, *affirmed, kCaseRecall});
    }
  }
  return found;
}

/// What says of a case that it is so in it, where the question is when it is not.
std::optional<Range> AskedDenial::need_in(const Range& clause) const {
  return asked_ && asked_->in_what_cases
             ? affirmed_in(heard_.targets.question, asked_->denied, heard_, clause)
             : std::nullopt;
}

/// The clause of a permission. Not "Granny always put butter on it, but that's wrong".
std::optional<Range> AskedDenial::permission_in(const Mark& permission) const {
  const auto at = heard_.segments.clause_at(permission.range.begin);
  const auto& clause = heard_.clause(at);
  const bool turns = at + 1 < heard_.segments.clauses.size() &&
                     heard_.has(Cue::turn, {clause.end, clause.end + 1});
  return turns || denies(heard_.marks, clause) ? std::nullopt : std::optional(clause);
}

/// Not void; 还没有废除: the question's judgement, denied.
bool AskedDenial::denies_again(std::size_t mark) const {
  const auto& judgement = polar_[mark];
  const auto& denial = polar_[mark - 1];
  return is_judgement(asked_->denial.cue) && is_judgement(judgement.cue) &&
         denial.cue == Cue::negate && denial.range.end + kNextTo > judgement.range.begin &&
         heard_.segments.clause_at(denial.range.begin) ==
             heard_.segments.clause_at(judgement.range.begin);
}

/// What says in a clause without denials that a point is as the question denies: right behind its
/// name, so that "ostriches are too heavy to fly" does not.
std::optional<Range> AskedDenial::affirmation_in(const Range& clause) const {
  const auto is_polar = [](const Mark& mark) { return bears_on_polarity(mark.cue); };
  if (!asked_ || (asked_->in_what_cases && is_narrowed(heard_, clause)) ||
      std::ranges::any_of(marks_in(heard_.marks, clause), is_polar)) {
    return std::nullopt;
  }
  if (share_said_in(clause) < 1.0) {
    return opposite_in(clause);
  }
  for (auto i = clause.begin; i < clause.end; ++i) {
    if (is_said_by(asked_->predicate.front(), heard_.text.list[i])) {
      return follows_name(i, clause.begin) ? std::optional(Range{i, i + 1}) : std::nullopt;
    }
  }
  return std::nullopt;
}

/// 有效, where the question is what is 无效.
std::optional<Range> AskedDenial::opposite_in(const Range& clause) const {
  const auto found = std::ranges::find_if(opposites_, [&](const Range& word) {
    return word.begin >= clause.begin && word.begin < clause.end;
  });
  return found == opposites_.end() ? std::nullopt : std::optional(*found);
}

bool AskedDenial::is_name(const Occurrence& occurrence) const {
  return std::ranges::any_of(heard_.targets.list, [&](const Target& target) {
    return target.name().has(occurrence.token);
  });
}

/// Whether the last words before the grain that name anything are a point's name.
bool AskedDenial::follows_name(std::size_t grain, std::size_t begin) const {
  auto last = grain;
  while (last > begin && topical_[last - 1] <= Topical::asked) {
    --last;
  }
  return last > begin &&
         std::ranges::any_of(heard_.presence.all(), [&](const Occurrence& occurrence) {
           return occurrence.range.begin < last && occurrence.range.end >= last &&
                  is_name(occurrence);
         });
}

}  // namespace pith::grading
