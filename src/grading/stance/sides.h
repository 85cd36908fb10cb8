// What stands on either side of an order or a comparison, and how it is said.
#pragma once

#include <span>
#include <vector>

#include "grading/stance/couples.h"
#include "grading/stance/joints.h"
#include "grading/stretches/segments.h"

namespace pith::grading {

/// The two sides of a clause, or two clauses, with what joins them.
struct Sides {
  Couple couple;
  Joint joint;
  Range clauses;             ///< That they stand in.
  bool is_claim = true;      ///< It is said that it is so.
  bool is_denied = false;    ///< It is said that it is not so.
  bool is_objected = false;  ///< That is supposed, denied or said to end badly.
};

/// Of clauses that have a joint, or deny a comparison, and of clauses side by side where the second
/// begins with "then", or with 再 or 后 behind one with 先.
[[nodiscard]] std::vector<Sides> sides_in(const Vocabulary& vocabulary,
                                          std::span<const Occurrence> occurrences,
                                          const Passage& passage);

}  // namespace pith::grading
