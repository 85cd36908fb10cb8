// The cues that steer contrast where they stand in an answer, and what is named around them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "grading/stretches/segments.h"
#include "grading/words/cues.h"

namespace pith::grading {

/// What a grain may name of a topic: nothing if it is a grammatical or generic word, nothing new if
/// the question has it.
enum class Topical : std::uint8_t { no, asked, character, word };

/// Of each grain of an answer to the question.
[[nodiscard]] std::vector<Topical> topical_of(const Grains& text, std::span<const Mark> marks,
                                              const Grains& question);

inline constexpr std::size_t kLeastTopic = 2;  ///< Grains that make a topic.

/// The cues of polarity from left to right (working_marks), each with its surroundings.
class PlacedCues {
 public:
  /// `topical` is of each grain; both must outlive it.
  PlacedCues(const Passage& passage, std::span<const Topical> topical);

  [[nodiscard]] std::size_t size() const { return polar_.size(); }
  [[nodiscard]] const Mark& operator[](std::size_t cue) const { return polar_[cue]; }
  [[nodiscard]] const std::vector<Mark>& polar() const { return polar_; }
  /// The cues of every kind.
  [[nodiscard]] std::span<const Mark> all() const { return marks_; }
  [[nodiscard]] const Segments& segments() const { return segments_; }

  /// The grains of a clause.
  [[nodiscard]] const Range& clause(std::size_t number) const {
    return segments_.clauses[number].grains;
  }
  /// The clause of a cue of polarity.
  [[nodiscard]] std::size_t clause_at(std::size_t cue) const {
    return segments_.clause_at(polar_[cue].range.begin);
  }
  [[nodiscard]] const Clause& clause_of(std::size_t cue) const {
    return segments_.clauses[clause_at(cue)];
  }
  /// The clause behind that one in its sentence, if there is one.
  [[nodiscard]] const Clause* clause_behind(std::size_t cue) const {
    const auto next = clause_at(cue) + 1;
    return segments_.goes_on_at(next) ? &segments_.clauses[next] : nullptr;
  }
  /// The clause before it in its sentence, if there is one.
  [[nodiscard]] const Clause* clause_before(std::size_t cue) const {
    const auto at = clause_at(cue);
    return segments_.goes_on_at(at) ? &segments_.clauses[at - 1] : nullptr;
  }
  /// What stands before the cue in its clause, and behind it.
  [[nodiscard]] Range left_of(std::size_t cue) const {
    return {clause_of(cue).grains.begin, polar_[cue].range.begin};
  }
  [[nodiscard]] Range right_of(std::size_t cue) const {
    return {polar_[cue].range.end, clause_of(cue).grains.end};
  }

  /// Whether a cue of this kind begins in the range.
  [[nodiscard]] bool has(Cue cue, const Range& range) const { return has_cue(marks_, cue, range); }

  /// Whether a negation tells that one can do without: 没有票也能进, 不买票也不会被拦.
  [[nodiscard]] bool does_without(std::size_t cue) const;

  /// Whether its clause, or the next one of the sentence, says that all is well then.
  [[nodiscard]] bool gains_behind(std::size_t cue) const;

  /// How many grains of the range name something that the question does not.
  [[nodiscard]] std::size_t topic_size(const Range& range) const;
  /// How many grains of the range may name as much as `least`.
  [[nodiscard]] std::size_t count(const Range& range, Topical least) const;

 private:
  std::span<const Mark> marks_;
  const Segments& segments_;
  std::span<const Topical> topical_;
  std::vector<Mark> polar_;
};

}  // namespace pith::grading
