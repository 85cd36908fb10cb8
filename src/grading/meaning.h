// The semantic layer: how near a stretch is to a point in the space of a sentence encoder, with
// what any unrelated text would get taken away.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "grading/features.h"
#include "grading/tables.h"
#include "grading/targets.h"

namespace pith::grading {

/// Makes raw vectors comparable: takes away the mean and the strongest directions of short texts of
/// a language, which all texts share, and normalises.
class Space {
 public:
  /// Knows the compiled-in constants of e5; for another encoder takes the mean of `sample`.
  Space(const SentenceEncoder& encoder, std::string_view language, std::span<const Vector> sample);

  [[nodiscard]] Vector centred(const Vector& raw) const;

 private:
  Vector mean_;
  std::vector<Vector> directions_;
};

/// What is known of an item's meaning before an answer comes. Throws what the encoder throws.
class Meaning {
 public:
  Meaning(const SentenceEncoder& encoder, const Targets& targets, const std::string& question,
          std::string_view language);

  /// Fills the features of meaning in, for the stretches that are worth encoding; the others are
  /// marked void. Throws what the encoder throws.
  void add_to(PairTable& table, const Targets& targets, const Segments& segments,
              const Grains& text, std::string_view source, std::span<const Mark> marks) const;

 private:
  struct TargetVectors {
    std::vector<Vector> names;    ///< Name and accepted wordings.
    std::vector<Vector> details;  ///< Empty where there is none.
    std::vector<Vector> both;
    Vector affirming;
    Vector denying;
  };

  void fill(Pair* row, const Targets& targets, const Vector& window) const;
  [[nodiscard]] double background(const Vector& window) const;

  const SentenceEncoder* encoder_;
  std::vector<TargetVectors> targets_;
  std::vector<Vector> background_;
  Vector question_;
  std::vector<Space> space_;  ///< One; made once the background is known.
};

}  // namespace pith::grading
