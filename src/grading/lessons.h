// What the learner taught by overruling verdicts: wordings that state a point, or that do not,
// found again in an answer by their content words, in any order and with other particles, or by
// meaning.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "grading/lexicon.h"
#include "grading/segments.h"
#include "grading/space.h"
#include "grading/vocabulary.h"

namespace pith::grading {

/// A lesson that a stretch of an answer repeats.
struct Repetition {
  std::size_t lesson = 0;
  std::size_t window = 0;
  double closeness = 0.0;  ///< [0, 1]; 1 for the same words.
};

/// Those learned wordings whose verdict is `hit` or `missed`; one of `contradicted` counts like the
/// deck's `reject` and is no concern of this class.
class Lessons {
 public:
  struct Lesson {
    std::size_t point = 0;
    std::string text;
    bool states = true;  ///< Else it does not earn the point.
  };

  Lessons() = default;
  Lessons(std::span<const LearnedWording> learned, std::string_view question);

  [[nodiscard]] const std::vector<Lesson>& list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }

  /// Encodes the lessons that state a point. Throws what the encoder throws.
  void encode(const SentenceEncoder& encoder, const Space& space);

  /// Every stretch that repeats a lesson. `meanings`: centred vectors of the windows, empty for
  /// those without one; none at all by words alone.
  [[nodiscard]] std::vector<Repetition> repetitions(const Grains& text, std::span<const Mark> marks,
                                                    const Segments& segments,
                                                    std::span<const Vector> meanings) const;

 private:
  /// The content of a lesson as tokens; what the question has counts for little.
  struct Content {
    std::vector<TokenId> singles;
    std::vector<TokenId> pairs;
    std::size_t size = 0;  ///< Grains.
    bool denies = false;
  };

  [[nodiscard]] double closeness(const Content& content, const std::vector<float>& present) const;

  std::vector<Lesson> list_;
  std::vector<Content> contents_;
  std::vector<Vector> vectors_;  ///< Empty before encode(), and for lessons that state nothing.
  Vocabulary vocabulary_;
  std::vector<double> weights_;  ///< By token.
};

}  // namespace pith::grading
