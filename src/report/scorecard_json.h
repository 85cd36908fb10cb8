// A scorecard as the JSON that docs/interfaces.md promises to programs.
#pragma once

#include "report/json.h"
#include "report/scorecard.h"

namespace pith::report {

/// Without the answers of each question.
[[nodiscard]] Json scorecard_json(const Scorecard& card);

/// The same with `marks`: every question, its answer and points. One line with its end.
[[nodiscard]] std::string to_json(const Scorecard& card);

}  // namespace pith::report
