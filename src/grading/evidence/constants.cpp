// From scripts/fit-formula, the calibration from scripts/fit-decision; see docs/grading-fitting.md.
#include <array>

#include "grading/evidence/formula.h"

namespace pith::grading {
namespace {

constexpr std::array kWords = {Weight{kDetailRecall, 3.862}, Weight{kMargin, 2.379},
                               Weight{kNovelty, 0.559}, Weight{kPrecision, 1.087}};

constexpr std::array kMeaning = {
    Weight{kDetailRecall, 2.004},  Weight{kMargin, 0.727},           Weight{kNovelty, 0.592},
    Weight{kPrecision, 0.411},     Weight{kNameMeaning, 1.457},      Weight{kDetailMeaning, 3.054},
    Weight{kMeaningMargin, 4.029}, Weight{kQuestionMeaning, -1.731}, Weight{kStance, 0.221}};

}  // namespace

const Formula& words_formula() {
  static constexpr Formula kFormula{kWords, -1.843, 0.109, 0.347, 0.602, 0.129, 1.124, 0.80};
  return kFormula;
}

const Formula& meaning_formula() {
  static constexpr Formula kFormula{kMeaning, -1.329, 0.095, 0.650, 0.322, 0.230, 1.011, 0.87};
  return kFormula;
}

const Formula& formula_for(bool by_meaning) {
  return by_meaning ? meaning_formula() : words_formula();
}

}  // namespace pith::grading
