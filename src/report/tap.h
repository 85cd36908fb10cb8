// A scorecard in the Test Anything Protocol, version 14: a question is a test point.
#pragma once

#include <string>

#include "report/scorecard.h"

namespace pith::report {

/// Repeats and follow-ups are no test points of their own.
[[nodiscard]] std::string to_tap(const Scorecard& card);

}  // namespace pith::report
