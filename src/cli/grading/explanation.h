// The working behind a grade, for people and for programs.
#pragma once

#include <string>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "grading/explain.h"

namespace pith::cli {

/// Prints the steps: clauses, words that steer, and for each point what speaks for it. Lines keep
/// to the width of the screen.
void print_explanation(Context& context, const deck::Item& item, const std::string& answer,
                       const grading::Explanation& explanation);

/// The `explanation` of `pith grade --explain --json`.
[[nodiscard]] base::Json explanation_json(const std::string& answer,
                                          const grading::Explanation& explanation);

}  // namespace pith::cli
