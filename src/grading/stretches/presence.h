// What of an item's wordings stands in a stretch of an answer.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// Of words in the order in which they begin, those that do in the stretch.
[[nodiscard]] std::span<const Occurrence> beginning_in(std::span<const Occurrence> ascending,
                                                       const Range& stretch);

/// What a part of a wording weighs, and how much of that a stretch has.
struct Found {
  double weight = 0;
  double present = 0;

  /// [0, 1]
  [[nodiscard]] double share() const { return weight > 0 ? present / weight : 0.0; }
};

/// Which tokens a stretch of an answer has, and how much of every wording that is.
class Presence {
 public:
  /// Both must outlive it.
  Presence(const Targets& targets, std::span<const Occurrence> occurrences);

  /// Looks at these stretches of the answer, which do not touch, from now on.
  void look_at(std::span<const Range> stretches);
  void look_at(const Range& stretch) { look_at(std::span(&stretch, 1)); }

  /// Share of the wording's weight that is present, [0, 1].
  [[nodiscard]] double recall(const Wording& wording) const {
    return wording.total <= 0.0F
               ? 0.0
               : static_cast<double>(present_[wording.number].weight / wording.total);
  }
  /// Base weight of the wording's tokens that are present and not in the question.
  [[nodiscard]] double novel_weight(const Wording& wording) const {
    return present_[wording.number].novel;
  }
  /// Of the part of a wording with these occurrences.
  [[nodiscard]] Found found(std::span<const Occurrence> wording, const Range& part) const;
  [[nodiscard]] float strength(TokenId token) const { return strength_[token]; }
  /// Whether a word that names something is there outright, and is none of the question's.
  [[nodiscard]] bool names(TokenId token) const;
  [[nodiscard]] std::span<const Occurrence> all() const { return occurrences_; }
  /// Of all, those that begin in the stretch.
  [[nodiscard]] std::span<const Occurrence> within(const Range& stretch) const {
    return beginning_in(occurrences_, stretch);
  }

 private:
  struct Present {
    float weight = 0.0F;
    double novel = 0.0;
  };

  const Targets& targets_;
  std::span<const Occurrence> occurrences_;
  std::vector<float> strength_;   ///< By token.
  std::vector<TokenId> set_;      ///< The tokens that are present, ascending.
  std::vector<Present> present_;  ///< By wording.
};

/// Best recall of the target's wordings of the given roles, unless told of all that state it but
/// `both`; the second is which wording.
struct BestRecall {
  double value = 0.0;
  const Wording* wording = nullptr;
};
[[nodiscard]] BestRecall best_recall(const Target& target, const Presence& presence,
                                     std::initializer_list<Wording::Role> roles = {
                                         Wording::Role::name, Wording::Role::detail,
                                         Wording::Role::accept});

}  // namespace pith::grading
