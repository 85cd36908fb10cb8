// The sections of the statistics as text, one a function. Internal to report/.
#pragma once

#include <cstddef>

#include "report/text_page.h"
#include "statistics/statistics.h"

namespace pith::report {

/// Cells of the labels before words and drawings.
inline constexpr std::size_t kLabelCells = 12;

// Each writes a whole section with its heading. What is about answers or recall has to be there:
// see statistics_text(). The others write nothing where there is nothing to show.

// Drawings.
void write_heat_map(TextPage& page, const statistics::Statistics& s);
void write_daily_lines(TextPage& page, const statistics::Statistics& s);
void write_forecast(TextPage& page, const statistics::Statistics& s);
void write_expected_score(TextPage& page, const statistics::Statistics& s);
void write_memories(TextPage& page, const statistics::Statistics& s);
void write_answer_time(TextPage& page, const statistics::Statistics& s);

// Tables and lists.
void write_true_retention(TextPage& page, const statistics::Statistics& s);
void write_retention_by_age(TextPage& page, const statistics::Statistics& s);
void write_time_of_day(TextPage& page, const statistics::Statistics& s);
void write_weakest(TextPage& page, const statistics::Statistics& s);
void write_confused(TextPage& page, const statistics::Statistics& s);
void write_overruled(TextPage& page, const statistics::Statistics& s);
void write_exams(TextPage& page, const statistics::Statistics& s);
void write_learn_next(TextPage& page, const statistics::Statistics& s);

}  // namespace pith::report
