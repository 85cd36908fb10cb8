// A scorecard as CSV (RFC 4180): a row a point.
#pragma once

#include <string>
#include <string_view>

#include "report/scorecard.h"

namespace pith::report {

/// A question that was not answered has one row without a point.
[[nodiscard]] std::string to_csv(const Scorecard& card);

/// A quoted cell of sanitised text that no spreadsheet takes for a formula: what could begin one
/// gets a `'` before it.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace pith::report
