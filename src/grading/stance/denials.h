// What an answer's denials tell of its stretches.
#pragma once

#include <cstddef>
#include <vector>

#include "grading/stance/polarity.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

/// How the denials of an answer bear on a stretch. Shares of its grains, [0, 1].
struct Bearing {
  std::vector<std::size_t> denials;  ///< Which ones touch it.
  // By the one that covers most:
  double denied = 0.0;
  double dismissed = 0.0;  ///< Said to be of no use.
  double skipped = 0.0;    ///< Left out or taken back.
  // By all of them:
  double clauses = 0.0;         ///< In clauses that they deny something of.
  std::vector<Range> affirmed;  ///< What of the stretch nothing is said against.
};

/// The denials of an answer, to be asked about its stretches.
class Denials {
 public:
  /// The segments of what is heard must outlive this.
  Denials(const Heard& heard, std::vector<Denial> list);

  /// `grains` are not empty.
  [[nodiscard]] Bearing on(const Range& grains) const;
  /// How much of a target the denials name that bear on a stretch, [0, 1].
  [[nodiscard]] double recall(const Bearing& bearing, std::size_t target) const;
  /// Whether something is skipped in the sentence or in one beside it.
  [[nodiscard]] bool skips_near(std::size_t sentence) const;

 private:
  void set_shares(const Range& grains, Bearing& bearing) const;

  const Segments& segments_;
  std::vector<Denial> list_;                  ///< By their begin.
  std::vector<std::size_t> reach_;            ///< Farthest end of the denials up to each.
  std::vector<std::vector<double>> recalls_;  ///< By denial and target: what it names.
  std::vector<bool> skips_;                   ///< By sentence.
};

}  // namespace pith::grading
