// A scorecard as JUnit XML: a question is a test case, its points are in the case's output.
#pragma once

#include <string>
#include <string_view>

#include "report/scorecard.h"

namespace pith::report {

/// Valid by the schema that CI servers share (tests/report/junit.xsd). Repeats and follow-ups are
/// no cases of their own.
[[nodiscard]] std::string to_junit(const Scorecard& card);

/// Text for an element or an attribute of XML: sanitised, which leaves XML's characters alone, and
/// its markup escaped.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace pith::report
