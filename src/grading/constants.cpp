// From scripts/fit-formula, the calibration from scripts/fit-decision; see docs/grading.md.
#include "grading/formula.h"

namespace pith::grading {

const Formula& words_formula() {
  static constexpr Formula kFormula{
      {3.862, 0, 0, 2.379, 0.559, 1.087, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
      -1.843,
      0.109,
      0.347,
      0.602,
      0.204,
      1.098,
      0.80};
  return kFormula;
}

const Formula& meaning_formula() {
  static constexpr Formula kFormula{{2.004, 0, 0, 0.727, 0.592, 0.411, 0, 0,     0,      0,
                                     0,     0, 0, 0,     1.457, 3.054, 0, 4.029, -1.731, 0.221},
                                    -1.329,
                                    0.095,
                                    0.650,
                                    0.322,
                                    0.345,
                                    0.926,
                                    0.87};
  return kFormula;
}

const Formula& formula_for(bool by_meaning) {
  return by_meaning ? meaning_formula() : words_formula();
}

}  // namespace pith::grading
