#include "report/statistics_text.h"

#include <algorithm>

#include "report/numbers.h"
#include "report/overview.h"
#include "report/text_sections.h"
#include "text/display.h"

namespace pith::report {
namespace {

using memory::iso_date;
using statistics::Statistics;

void overview(TextPage& page, const Statistics& s) {
  page.title(page.tr().format("Progress on {}", iso_date(s.today)));
  page.say("", "");
  for (const auto& [label, words] : overview_lines(s, page.tr())) {
    page.labelled(label, std::max(kLabelCells, text::display_width(label) + 2), words);
  }
}

}  // namespace

std::string statistics_text(const Statistics& s, const TextOptions& options) {
  TextPage page(options);
  overview(page, s);
  if (s.effort.answers == 0) {
    const auto& tr = page.tr();
    page.say("", "");
    page.say("", s.streak.longest == 0 ? tr("Nothing has been answered yet: `pith review` begins.")
                                       : tr("Nothing was answered in this period."));
    return page.take();
  }
  write_heat_map(page, s);
  write_daily_lines(page, s);
  write_forecast(page, s);
  write_expected_score(page, s);
  if (s.recall.reviews > 0) {
    write_true_retention(page, s);
    write_retention_by_age(page, s);
  }
  write_memories(page, s);
  write_answer_time(page, s);
  write_weakest(page, s);
  write_confused(page, s);
  write_overruled(page, s);
  write_time_of_day(page, s);
  write_exams(page, s);
  write_learn_next(page, s);
  return page.take();
}

}  // namespace pith::report
