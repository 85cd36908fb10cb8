// Grades answers in free text against the points of one item.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/decision/decision.h"
#include "grading/decision/lessons.h"
#include "grading/evidence/features.h"
#include "grading/grader.h"
#include "grading/meaning/meaning.h"
#include "grading/meaning/relatedness.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// A lesson that a point is not stated, which the answer repeats.
struct Overruled {
  Repetition repetition;          ///< The one that decides over the others.
  std::vector<bool> said_before;  ///< By window: it earns nothing for the point.
};

/// Everything found out about one answer, for the decision, for `--explain` and for fitting.
struct Analysis {
  Grains text;
  std::vector<Mark> marks;
  Segments segments;
  Polarity polarity;
  PairTable table;
  std::vector<Repetition> repetitions;  ///< Of the lessons.
  std::vector<Overruled> overruled;
  bool by_meaning = false;  ///< The encoder took part.
  bool cut = false;         ///< It has so many parts that the last ones are not read.

  [[nodiscard]] Passage passage() const { return {text, marks, segments}; }
};

/// All of it throws what the encoder throws. Then another one has to grade, without an encoder:
/// points are made ready for words in another way than for meaning.
class FreeTextGrader {
 public:
  FreeTextGrader(const deck::Item& item, const Options& options,
                 std::span<const LearnedWording> learned);

  [[nodiscard]] Analysis analyse(std::string_view answer) const;
  [[nodiscard]] Grade grade(std::string_view answer) const;
  /// What speaks for each target after the stretches were assigned.
  [[nodiscard]] std::vector<Belief> beliefs(const Analysis& analysis) const;
  [[nodiscard]] const Targets& targets() const { return targets_; }

 private:
  [[nodiscard]] Grade grade_of(const Analysis& analysis, std::string_view answer) const;
  /// Finds what the learner ruled to state nothing.
  void add_overruled(Analysis& analysis) const;
  [[nodiscard]] std::vector<Belief> believed(const Analysis& analysis,
                                             const PairTable& table) const;
  /// Takes from the points in question what was ruled to earn nothing. They are decided anew
  /// without it, and nothing else moves.
  void withdraw(const Analysis& analysis, std::vector<Belief>& beliefs) const;
  /// The pairs without those that were ruled to earn the point nothing.
  [[nodiscard]] PairTable without_overruled(const Analysis& analysis, std::size_t point) const;
  /// Believes what repeats a wording that the learner ruled to state the point, whichever other
  /// points the same words serve.
  void apply_lessons(const Analysis& analysis, std::vector<Belief>& beliefs) const;

  Targets targets_;
  RelatedWords related_words_;
  Lessons lessons_;
  std::vector<double> weights_;             ///< Of the points.
  std::vector<std::string> names_;          ///< Of the points.
  std::unique_ptr<const Meaning> meaning_;  ///< Empty: by words alone.
};

}  // namespace pith::grading
