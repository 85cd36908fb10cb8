// Charts as inline SVG: no script, no style of their own (assets/page.css has the colours), a title
// for readers of the screen. Texts are escaped here.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "report/calendar.h"

namespace pith::report {

/// Text for an element or an attribute: safe to show, markup escaped.
[[nodiscard]] std::string html_escaped(std::string_view text);

struct Bar {
  std::string label;  ///< Below the bar; may be empty.
  double value = 0.0;
  std::optional<double> second;  ///< Beside it.
  std::string tip;               ///< What it says when pointed at.
};

struct BarChart {
  std::string title;
  std::vector<Bar> bars;
  double top = 0.0;              ///< Of the axis; the largest value if 0.
  bool percent = false;          ///< Values are shares.
  std::optional<double> wanted;  ///< A dashed line.
};
[[nodiscard]] std::string bar_chart(const BarChart& chart);

struct Spot {
  std::string label;   ///< Of the first and the last.
  double value = 0.0;  ///< [0, 1].
  std::string tip;
};
/// A line of shares over time.
[[nodiscard]] std::string line_chart(const std::string& title, const std::vector<Spot>& spots);

struct Match {
  double foreseen = 0.0;  ///< [0, 1], as is `found`.
  double found = 0.0;
  double share = 0.0;  ///< Of all reviews: the size of the dot.
  std::string tip;
};
/// Found against foreseen from 0.5 on (lower ones at the edge), with the line of agreement.
[[nodiscard]] std::string match_chart(const std::string& title, const std::vector<Match>& matches);

/// Weeks as columns. `months` has twelve names, `days` seven from Monday on, `tip` says what a day
/// shows when pointed at.
[[nodiscard]] std::string calendar_chart(const std::string& title,
                                         std::span<const CalendarWeek> weeks,
                                         std::span<const std::string> months,
                                         std::span<const std::string> days,
                                         const std::function<std::string(const CalendarDay&)>& tip);

/// Verdicts from left to right, told apart by height as well as colour.
[[nodiscard]] std::string verdict_strip(const std::vector<grading::Verdict>& verdicts,
                                        std::string_view title);

}  // namespace pith::report
