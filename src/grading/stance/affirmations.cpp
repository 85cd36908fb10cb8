#include "grading/stance/affirmations.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "grading/reason.h"

namespace pith::grading {
namespace {

constexpr double kLeastSubject = 1.0;  ///< Weight of what a point denies something of.
constexpr double kSubjectShare = 0.6;  ///< Of that, and of the predicate, where it is affirmed.
constexpr std::size_t kAsides = 3;     ///< Grains between a denial and what it denies: "be a".

/// A clause of a wording that denies a predicate of a subject: `silence is not enough`.
struct Denied {
  const Wording* wording = nullptr;
  Range clause;
  Range subject;
  std::uint64_t predicate = 0;  ///< The stem of its first word.
  Range behind;                 ///< What follows that word.
  std::vector<Occurrence> occurrences;
};

/// The negation that a polar mark consists of or begins with: `not` of "not enough".
std::optional<Range> negation_of(const Mark& mark, std::span<const Mark> marks) {
  if (has_cue(marks, Cue::bound, mark.range)) {
    return std::nullopt;  // "without the sender knowing it"
  }
  if (mark.cue == Cue::negate) {
    return mark.range;
  }
  const auto inside = marks_in(marks, mark.range);
  const auto negation = std::ranges::find_if(
      inside, [](const Mark& inner) { return inner.cue == Cue::negate && !inner.range.empty(); });
  const bool denies = negation != inside.end() && mark.cue != Cue::needless &&
                      (mark.cue != Cue::spare || negation->range.begin == mark.range.begin);
  return denies ? std::optional(negation->range) : std::nullopt;
}

/// Words that open no predicate: not (be a) defence.
bool is_filler(const Grain& grain) {
  static const auto fillers = grains_of("a an the be been any to").list;
  return has_stem(fillers, grain.stem);
}

/// Whether what begins somewhere in a clause stands in a clause within another one (what you do not
/// know, those who do not pay), so that its denial is no claim.
bool is_embedded(std::size_t begin, const Range& clause, const Grains& text) {
  static const auto subjects = grains_of("who which that").list;
  static const auto objects = grains_of("what how where when why whom").list;
  const auto is_one_of = [&](const std::vector<Grain>& words, std::size_t before) {
    return begin > clause.begin + before && has_stem(words, text.list[begin - before].stem);
  };
  return is_one_of(subjects, 1) || is_one_of(objects, 1) || is_one_of(objects, 2);
}

/// What the clause denies, if it denies one thing in plain words.
std::optional<Denied> denied_in(const Wording& wording, const Range& clause) {
  const auto all = working_marks(wording.marks);
  std::optional<Range> negation;
  for (const auto& mark : all) {
    if (mark.range.begin < clause.begin || mark.range.begin >= clause.end) {
      continue;
    }
    const auto found = negation_of(mark, wording.marks);
    if (found && (negation || is_embedded(mark.range.begin, clause, wording.grains))) {
      return std::nullopt;
    }
    negation = found ? found : negation;
  }
  if (!negation || has_cue(wording.marks, Cue::condition, clause) ||
      has_cue(wording.marks, Cue::bound, {negation->end, clause.end})) {
    return std::nullopt;
  }
  for (auto i = negation->end; i < std::min(negation->end + kAsides, clause.end); ++i) {
    const auto& grain = wording.grains.list[i];
    if (grain.type == Grain::Type::word && !is_filler(grain)) {
      return Denied{
          &wording, clause, {clause.begin, negation->begin}, grain.stem, {i + 1, clause.end}, {}};
    }
  }
  return std::nullopt;
}

class Affirmations {
 public:
  explicit Affirmations(const Heard& heard) : heard_(heard), asked_(questions_in(heard)) {}

  /// What the target's name and detail deny of a subject that they name.
  [[nodiscard]] std::vector<Denied> denied_by(const Target& target) const {
    std::vector<Denied> found;
    for (const auto& wording : target.wordings) {
      if (!wording.defines()) {
        continue;
      }
      for (const auto& clause : segments_of(wording.grains, wording.marks).clauses) {
        if (auto denied = denied_in(wording, clause.grains)) {
          denied->occurrences = heard_.targets.vocabulary.occurrences(wording.grains);
          found.push_back(std::move(*denied));
        }
      }
    }
    return found;
  }

  /// Whether a clause affirms it: it has the subject and the predicate, and neither it nor what
  /// follows in its sentence says anything against anything.
  [[nodiscard]] bool affirms(const Denied& denied, std::size_t clause) {
    const auto& said = heard_.clause(clause);
    if (!has_word(denied.predicate, said) || is_open(denied, clause)) {
      return false;
    }
    heard_.presence.look_at(said);
    const auto subject = heard_.presence.found(denied.occurrences, denied.subject);
    const auto behind = heard_.presence.found(denied.occurrences, denied.behind);
    return subject.weight >= kLeastSubject && subject.share() >= kSubjectShare &&
           (behind.weight <= 0 || behind.share() >= kSubjectShare);
  }

 private:
  [[nodiscard]] bool has_word(std::uint64_t stem, const Range& range) const {
    return has_stem(heard_.text.in(range), stem);
  }

  /// Whether the point has the words of a mark before its denial.
  [[nodiscard]] bool is_own(const Mark& mark, const Denied& denied) const {
    return has_run(denied.wording->grains.in(denied.subject), heard_.text.in(mark.range));
  }

  /// Whether it is not plainly said: supposed, bounded, narrowed, reported, or denied in its
  /// sentence from there on.
  [[nodiscard]] bool is_open(const Denied& denied, std::size_t clause) const {
    static const auto opening = grains_of(
                                    "only whether hardly barely scarcely little far too thought "
                                    "fear believe confuse mistake look seem")
                                    .list;
    const auto& clauses = heard_.segments.clauses;
    const auto& said = clauses[clause].grains;
    const Range rest{said.begin, clauses[heard_.segments.last_of_sentence(clause)].grains.end};
    const auto opens = [&](const Mark& mark) {
      return (bears_on_polarity(mark.cue) || mark.cue == Cue::condition || mark.cue == Cue::bound ||
              mark.cue == Cue::objection || mark.cue == Cue::averse || mark.cue == Cue::report) &&
             !is_own(mark, denied);
    };
    return share_word(opening, heard_.text.in(said)) || heard_.has(Cue::seldom, said) ||
           std::ranges::any_of(marks_in(heard_.marks, rest), opens) ||
           asked_[clauses[clause].sentence];
  }

  Heard heard_;
  std::vector<bool> asked_;  ///< By sentence.
};

}  // namespace

void add_affirmations(const Heard& heard, Polarity& polarity) {
  const auto& targets = heard.targets;
  Affirmations affirmations(heard);
  for (std::size_t t = 0; t < targets.list.size() && !targets.asks_denial; ++t) {
    for (const auto& denied : affirmations.denied_by(targets.list[t])) {
      for (std::size_t c = 0; c < heard.segments.clauses.size(); ++c) {
        if (affirmations.affirms(denied, c)) {
          const auto& said = heard.clause(c);
          polarity.voids[t].push_back(
              {said, reason::kReversed, said, denied.clause, denied.wording});
        }
      }
    }
  }
}

}  // namespace pith::grading
