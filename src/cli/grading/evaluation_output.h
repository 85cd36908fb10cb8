// What `pith eval` prints.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/grading/labelled.h"
#include "report/json.h"

namespace pith::cli {

/// A file of answers that were graded.
struct Evaluation {
  std::string deck;
  std::string answers;
  std::string encoder;
  double seconds = 0.0;
  std::vector<Labelled> graded;
};

/// The figures for programs; `per_answer`: with every answer and its grade.
[[nodiscard]] report::Json evaluation_json(const Evaluation& evaluation, bool per_answer);

/// The same for people: with every answer, else with those furthest from the human mark.
void print_evaluation(Context& context, const Evaluation& evaluation, bool per_answer);

}  // namespace pith::cli
