#include "report/svg.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "grading/verdict.h"
#include "report/junit.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::report {
namespace {

constexpr double kWidth = 360;
constexpr double kHeight = 170;
constexpr double kLeft = 34;
constexpr double kRight = 8;
constexpr double kTop = 8;
constexpr double kBottom = 22;
constexpr double kPlotWidth = kWidth - kLeft - kRight;
constexpr double kPlotHeight = kHeight - kTop - kBottom;

std::string opened(std::string_view title, double width, double height,
                   std::string_view kind = "chart") {
  return fmt::format(R"(<svg class="{}" viewBox="0 0 {:g} {:g}" role="img" aria-label="{}">)", kind,
                     width, height, html_escaped(title));
}

std::string label(double x, double y, std::string_view anchor, std::string_view text) {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor,
                     html_escaped(text));
}

std::string box(double x, double y, double width, double height, std::string_view kind,
                std::string_view tip) {
  const auto said =
      tip.empty() ? std::string() : fmt::format(R"( data-tip="{}")", html_escaped(tip));
  return fmt::format(R"(<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"{}/>)",
                     kind, x, y, width, height, said);
}

std::string line_element(double x1, double y1, double x2, double y2, std::string_view kind) {
  return fmt::format(R"(<path class="{}" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>)", kind, x1, y1, x2,
                     y2);
}

/// 1, 2 or 5 times a power of ten, at least `value`.
double round_top(double value) {
  const auto power = std::pow(10, std::floor(std::log10(std::max(value, 1.0))));
  for (const double step : {1.0, 2.0, 5.0, 10.0}) {
    if (step * power >= value) {
      return step * power;
    }
  }
  return value;
}

/// Below the axis, kept inside of the picture.
std::string axis_label(double x, std::string_view text) {
  const auto half = 3.3 * static_cast<double>(text::display_width(text));
  return x + half > kWidth ? label(kWidth, kHeight - 6, "end", text)
                           : label(x, kHeight - 6, "middle", text);
}

double height_of(double share) {
  return std::clamp(share, 0.0, 1.0) * kPlotHeight;
}

/// Left axis with 0, the middle and the top.
std::string axis(double top, bool percent) {
  std::string svg;
  for (const double share : {0.0, 0.5, 1.0}) {
    const auto y = kTop + kPlotHeight - height_of(share);
    const auto value = top * share;
    svg += line_element(kLeft, y, kWidth - kRight, y, "axis");
    svg += label(kLeft - 4, y + 4, "end",
                 percent ? fmt::format("{}%", text::percent(value)) : fmt::format("{:g}", value));
  }
  return svg;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  return xml_escaped(text);
}

std::string bar_chart(const BarChart& chart) {
  double top = chart.top;
  for (const auto& bar : chart.bars) {
    top = std::max({top, chart.top > 0 ? 0.0 : bar.value, bar.second.value_or(0.0)});
  }
  top = chart.top > 0 ? chart.top : round_top(top);
  auto svg = opened(chart.title, kWidth, kHeight) + axis(top, chart.percent);
  const auto step = kPlotWidth / static_cast<double>(std::max<std::size_t>(1, chart.bars.size()));
  const auto floor = kTop + kPlotHeight;
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const auto& bar = chart.bars[i];
    const auto x = kLeft + step * static_cast<double>(i);
    const auto width = step * (bar.second ? 0.38 : 0.8);
    const auto height = height_of(bar.value / top);
    svg += box(x + step * 0.1, floor - height, width, height, "first", bar.tip);
    if (bar.second) {
      const auto other = height_of(*bar.second / top);
      svg += box(x + step * 0.1 + width, floor - other, width, other, "second", bar.tip);
    }
    if (!bar.label.empty()) {
      svg += axis_label(x + step / 2, bar.label);
    }
  }
  if (chart.wanted) {
    const auto y = floor - height_of(*chart.wanted / top);
    svg += line_element(kLeft, y, kWidth - kRight, y, "wanted");
  }
  return svg + "</svg>";
}

std::string line_chart(const std::string& title, const std::vector<Spot>& spots) {
  auto svg = opened(title, kWidth, kHeight) + axis(1.0, true);
  const auto step =
      spots.size() > 1 ? kPlotWidth / static_cast<double>(spots.size() - 1) : kPlotWidth;
  std::string path;
  std::string dots;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const auto x = kLeft + step * static_cast<double>(i);
    const auto y = kTop + kPlotHeight - height_of(spots[i].value);
    path += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L", x, y);
    dots += fmt::format(R"(<circle class="first" cx="{:.1f}" cy="{:.1f}" r="3" data-tip="{}"/>)", x,
                        y, html_escaped(spots[i].tip));
  }
  svg += fmt::format(R"(<path class="line" d="{}"/>)", path) + dots;
  if (!spots.empty()) {
    svg += label(kLeft, kHeight - 6, "start", spots.front().label);
    svg += spots.size() > 1 ? label(kWidth - kRight, kHeight - 6, "end", spots.back().label) : "";
  }
  return svg + "</svg>";
}

std::string match_chart(const std::string& title, const std::vector<Match>& matches) {
  constexpr double kFrom = 0.5;
  const auto x_of = [](double share) {
    return kLeft + std::clamp((share - kFrom) / (1 - kFrom), 0.0, 1.0) * kPlotWidth;
  };
  const auto y_of = [](double share) {
    return kTop + kPlotHeight - height_of((share - kFrom) / (1 - kFrom));
  };
  auto svg = opened(title, kWidth, kHeight);
  for (const double share : {0.5, 0.75, 1.0}) {
    svg += line_element(kLeft, y_of(share), kWidth - kRight, y_of(share), "axis");
    svg += label(kLeft - 4, y_of(share) + 4, "end", fmt::format("{}%", text::percent(share)));
    svg += label(x_of(share), kHeight - 6,
                 share < 0.6   ? "start"
                 : share > 0.9 ? "end"
                               : "middle",
                 fmt::format("{}%", text::percent(share)));
  }
  svg += line_element(x_of(kFrom), y_of(kFrom), x_of(1), y_of(1), "wanted");
  for (const auto& match : matches) {
    svg +=
        fmt::format(R"(<circle class="first" cx="{:.1f}" cy="{:.1f}" r="{:.1f}" data-tip="{}"/>)",
                    x_of(match.foreseen), y_of(match.found), 3 + 6 * std::sqrt(match.share),
                    html_escaped(match.tip));
  }
  return svg + "</svg>";
}

std::string calendar_chart(const std::string& title, std::span<const CalendarWeek> weeks,
                           std::span<const std::string> months, std::span<const std::string> days,
                           const std::function<std::string(const CalendarDay&)>& tip) {
  constexpr double kStep = 12;
  constexpr double kCell = 10;
  constexpr double kNames = 30;
  constexpr double kHead = 16;
  auto svg = opened(title, kWidth, kHead + 7 * kStep + 2);
  double free = 0.0;
  for (std::size_t d = 0; d < days.size(); d += 2) {
    svg += label(kNames - 4, kHead + kStep * static_cast<double>(d) + 9, "end", days[d]);
  }
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const auto x = kNames + kStep * static_cast<double>(w);
    if (weeks[w].begins_month && x >= free && x < kWidth - 24) {
      const auto month = month_of(weeks[w].monday + std::chrono::days{6});
      svg += label(x, 11, "start", months[month - 1]);
      free = x + 34;
    }
    for (std::size_t d = 0; d < 7; ++d) {
      if (const auto& day = weeks[w].days.at(d)) {
        svg += box(x, kHead + kStep * static_cast<double>(d), kCell, kCell,
                   fmt::format("l{}", day->level), tip(*day));
      }
    }
  }
  return svg + "</svg>";
}

std::string verdict_strip(const std::vector<grading::Verdict>& verdicts, std::string_view title) {
  constexpr double kStep = 7;
  constexpr double kStrip = 16;
  if (verdicts.empty()) {
    return "";
  }
  auto svg = opened(title, kStep * static_cast<double>(verdicts.size()), kStrip, "strip");
  double x = 0.0;
  for (const auto verdict : verdicts) {
    const auto name = grading::name_of(verdict);
    const auto high = verdict == grading::Verdict::hit       ? 14.0
                      : verdict == grading::Verdict::partial ? 8.0
                                                             : 4.0;
    const auto y = verdict == grading::Verdict::contradicted ? 1.0 : kStrip - 1 - high;
    svg += box(x, y, kStep - 2, high, name, "");
    x += kStep;
  }
  return svg + "</svg>";
}

}  // namespace pith::report
