// How a text is built: sentences, clauses, the parts of lists, and the stretches (windows) that may
// be evidence for a point.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

#include "grading/stretches/breaks.h"
#include "grading/words/grains.h"
#include "grading/words/lexicon.h"

namespace pith::grading {

struct Clause {
  Range grains;
  Range parts;  ///< Indices into Segments::parts.
  std::size_t sentence = 0;
  std::size_t chunk = 0;  ///< Run of clauses of a sentence up to a turn.
};

/// A run of neighbouring parts that is looked at as a whole.
struct Window {
  Range parts;
  Range grains;
  bool whole_clauses = true;  ///< False for parts of a clause.
};

struct Segments {
  std::vector<Range> parts;  ///< The smallest pieces, as grains.
  std::vector<Clause> clauses;
  std::vector<Window> windows;

  [[nodiscard]] std::size_t clause_at(std::size_t grain) const;
  /// All of the clause of a grain.
  [[nodiscard]] const Range& clause_around(std::size_t grain) const {
    return clauses[clause_at(grain)].grains;
  }
  [[nodiscard]] std::size_t sentences() const {
    return clauses.empty() ? 0 : clauses.back().sentence + 1;
  }
  /// Whether a clause goes on with the sentence of the one before it; not one behind the last.
  [[nodiscard]] bool goes_on_at(std::size_t clause) const {
    return clause > 0 && clause < clauses.size() &&
           clauses[clause].sentence == clauses[clause - 1].sentence;
  }
  /// Of the sentence of a clause, the first clause and the last.
  [[nodiscard]] std::size_t first_of_sentence(std::size_t clause) const;
  [[nodiscard]] std::size_t last_of_sentence(std::size_t clause) const;
  /// From the first of a run of parts, which is not empty, to the last.
  [[nodiscard]] Range grains_of(const Range& run) const {
    return {parts[run.begin].begin, parts[run.end - 1].end};
  }
  [[nodiscard]] std::vector<Range> grains_of(std::span<const Range> runs) const;
};

/// Marks must be those of `text`. Long runs without punctuation are cut into parts at
/// `topic_changes` (ascending) as well.
[[nodiscard]] Segments segments_of(const Grains& text, std::span<const Mark> marks,
                                   std::span<const TopicChange> topic_changes = {},
                                   Pauses pauses = Pauses::written);

/// A text with the cues in it and how it is built. It owns none of them.
struct Passage {
  const Grains& text;
  std::span<const Mark> marks;
  const Segments& segments;

  /// The grains of a clause.
  [[nodiscard]] const Range& clause(std::size_t number) const {
    return segments.clauses[number].grains;
  }
  /// Whether a cue of this kind begins in the range, or of one of these kinds.
  [[nodiscard]] bool has(Cue cue, const Range& range) const { return has_cue(marks, cue, range); }
  [[nodiscard]] bool has_any(std::initializer_list<Cue> cues, const Range& range) const;
};

/// By sentence: whether it is a question.
[[nodiscard]] std::vector<bool> questions_in(const Passage& passage);

}  // namespace pith::grading
