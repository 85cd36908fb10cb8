// What the learner taught by overruling verdicts: wordings that state a point, or that do not,
// found again in an answer word for word, by their content words in any order and with other
// particles, or by meaning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "grading/grade.h"
#include "grading/meaning/space.h"
#include "grading/stretches/segments.h"
#include "grading/words/cues.h"
#include "grading/words/vocabulary.h"

namespace pith::grading {

/// A lesson that a stretch of an answer repeats.
struct Repetition {
  std::size_t lesson = 0;
  std::size_t window = 0;
  double closeness = 0.0;      ///< [0, 1]; 1 for the same words.
  bool word_for_word = false;  ///< In the same order, with nothing between them.
};

/// Where two lessons disagree, one repeated word for word decides, then the closer one, then the
/// newer one.
[[nodiscard]] bool decides_over(const Repetition& a, const Repetition& b);

/// The learned wordings. One of `contradicted` counts like the deck's `reject` besides.
class Lessons {
 public:
  struct Lesson {
    std::size_t point = 0;
    std::string text;
    bool states = true;        ///< Else it does not earn the point …
    bool contradicts = false;  ///< … or even says the opposite.
  };

  Lessons() = default;
  Lessons(std::span<const LearnedWording> learned, std::string_view question);

  [[nodiscard]] const std::vector<Lesson>& list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }

  /// Encodes the lessons that state a point. Throws what the encoder throws.
  void encode(const SentenceEncoder& encoder, const Space& space);

  /// Every stretch that repeats a lesson; where the answer has it word for word, or is the one that
  /// it was taken from, one stretch at least. `meanings`: centred vectors of the windows, empty for
  /// those without one; none at all by words alone.
  [[nodiscard]] std::vector<Repetition> repetitions(const Passage& answer,
                                                    std::span<const Vector> meanings) const;

  /// By window: whether the answer that the repeated lesson was taken from has all that it says.
  /// Where that answer is not known, whether the window touches the repetition.
  [[nodiscard]] std::vector<bool> said_before(const Repetition& repetition,
                                              const Passage& answer) const;

 private:
  /// The content of a lesson as tokens; what the question has counts for little.
  struct Content {
    std::vector<TokenId> singles;
    std::vector<TokenId> pairs;
    std::vector<std::uint64_t> words;  ///< Keys of all grains.
    bool denies = false;
  };

  /// The answer that a lesson was taken from.
  struct Source {
    std::vector<std::uint64_t> words;          ///< Keys of all grains.
    std::unordered_set<std::uint64_t> tokens;  ///< Stems, and pairs of characters.
  };

  void add(const LearnedWording& wording);
  [[nodiscard]] std::optional<Repetition> word_for_word(std::size_t lesson,
                                                        const Passage& answer) const;
  /// By grain of the text: whether the lesson has it.
  [[nodiscard]] static std::vector<bool> known_in(const Content& content, const Grains& text,
                                                  std::span<const Occurrence> occurrences);
  /// By token, how plainly the range has it.
  [[nodiscard]] std::vector<float> present_in(std::span<const Occurrence> occurrences,
                                              const Range& range) const;
  /// Whether a stretch of that closeness has enough of the lesson's words.
  [[nodiscard]] bool may_repeat(std::size_t lesson, double closeness) const;
  [[nodiscard]] double closeness(const Content& content, const std::vector<float>& present) const;

  std::vector<Lesson> list_;
  std::vector<Content> contents_;
  std::vector<Source> sources_;
  std::vector<Vector> vectors_;  ///< Empty before encode(), and for lessons that state nothing.
  Vocabulary vocabulary_;
  std::vector<double> weights_;  ///< By token.
};

}  // namespace pith::grading
