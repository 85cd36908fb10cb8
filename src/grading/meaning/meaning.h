// The semantic layer: how near a stretch is to a point in the space of a sentence encoder, with
// what any unrelated text would get taken away.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "grading/evidence/features.h"
#include "grading/meaning/space.h"
#include "grading/meaning/token_match.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// What is known of an item's meaning before an answer comes. Throws what the encoder throws.
class Meaning {
 public:
  Meaning(const SentenceEncoder& encoder, const Targets& targets, const std::string& question,
          std::string_view language);

  /// Fills the features of meaning in, for the stretches that are worth encoding; the others are
  /// marked void. Gives the windows' centred vectors, empty ones for those others. Throws what the
  /// encoder throws.
  std::vector<Vector> add_to(PairTable& table, const Targets& targets, const Segments& segments,
                             const Grains& text, std::string_view source,
                             std::span<const Mark> marks) const;

 private:
  struct TargetVectors {
    std::vector<Vector> names;    ///< Name and accepted wordings.
    std::vector<Vector> details;  ///< Empty where there is none.
    std::vector<Vector> both;
    std::vector<Vector> opposites;  ///< `reject` wordings.
    Vector affirming;
    Vector denying;
  };

  /// `vectors` are those of the target's wordings, then of its name in the frames.
  [[nodiscard]] static TargetVectors vectors_of(const Target& target,
                                                std::span<const Vector> vectors);
  /// How much nearer a stretch is to what says the opposite of a target than to the target, which
  /// it is as near as `best`.
  [[nodiscard]] static double opposed(const TargetVectors& own, const Vector& window, double best);
  void fill(Pair* row, const Targets& targets, const Vector& window) const;
  void fill_in_context(Pair* row, const Targets& targets, const Vector& window) const;
  /// `runs` of parts were all read.
  void fill_tokens(Pair* row, const Targets& targets, const TokenMatch::Answer& answer,
                   std::span<const Range> runs) const;
  [[nodiscard]] double background(const Vector& window) const;

  const SentenceEncoder* encoder_;
  std::vector<TargetVectors> targets_;
  std::shared_ptr<const Space> space_;
  std::vector<const Vector*> background_;  ///< What of the space's is about none of the points.
  Vector question_;
  TokenMatch tokens_;
};

}  // namespace pith::grading
