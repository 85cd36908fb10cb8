#include "report/csv.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/json.h"
#include "report/words.h"
#include "text/csv_quotes.h"
#include "text/display.h"

namespace pith::report {
namespace {

constexpr std::string_view kHeader =
    "session,day,item,question,topic,section,why,outcome,answer,score,seconds,time_over,point,name,"
    "weight,verdict,credit,confidence,rating,evidence\r\n";

/// Signs that begin a formula, in their full-width forms as well: some spreadsheets fold those.
constexpr std::array<std::string_view, 12> kFormulaSigns = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                            "\n", "＝", "＋", "－", "＠", "|"};

std::string row_of(const Scorecard& card, const Mark& mark, const PointMark* point) {
  auto row = fmt::format("{},{},{},{},{},{},{},{},{}", csv_cell(card.session),
                         memory::iso_date(card.when.day), csv_cell(mark.item),
                         csv_cell(mark.question), csv_cell(mark.topic), csv_cell(mark.section),
                         name_of(mark.why), outcome_of(mark), csv_cell(mark.answer));
  if (point == nullptr) {
    return row + ",,,,,,,,,,,\r\n";
  }
  return row + fmt::format(",{:.4f},{:.3f},{},{},{},{},{},{:.4f},{:.4f},{},{}\r\n", mark.score,
                           mark.seconds, mark.time_over, csv_cell(point->id), csv_cell(point->name),
                           point->weight, grading::name_of(point->verdict), point->credit,
                           point->confidence, memory::name_of(point->rating),
                           csv_cell(point->evidence));
}

}  // namespace

std::string csv_cell(std::string_view text) {
  const auto value = text::sanitise(text);
  const auto first = value.find_first_not_of(' ');
  const std::string_view start =
      first == std::string::npos ? std::string_view() : std::string_view(value).substr(first);
  const bool formula = std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                                   [&](const auto sign) { return start.starts_with(sign); });
  return text::in_csv_quotes(formula ? "'" + value : value);
}

std::string to_csv(const Scorecard& card) {
  std::string csv(kHeader);
  for (const auto& mark : card.marks) {
    if (mark.points.empty()) {
      csv += row_of(card, mark, nullptr);
    }
    for (const auto& point : mark.points) {
      csv += row_of(card, mark, &point);
    }
  }
  return csv;
}

}  // namespace pith::report
