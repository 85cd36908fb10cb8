#include "grading/exact/number_dates.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "grading/exact/folded_words.h"

namespace pith::grading {
namespace {

/// Figures of a date.
struct DateField {
  double value = 0;
  std::size_t digits = 0;

  [[nodiscard]] bool may_be_year() const { return digits == 4 && is_year_number(value); }
  [[nodiscard]] bool may_be_day() const { return digits <= 2 && value >= 1 && value <= 31; }
  [[nodiscard]] bool may_be_month() const { return may_be_day() && value <= 12; }
};

/// The digits at `at`; moves behind them.
DateField read_field(FoldedView text, std::size_t& at) {
  DateField field;
  for (; digit_at(text, at); ++at, ++field.digits) {
    field.value = field.value * 10 + static_cast<double>(text[at] - U'0');
  }
  return field;
}

/// The year of a date that has these fields: `1989/11/9`, `9.11.1989`, of two fields `11/1989`.
std::optional<double> year_of(std::vector<DateField> fields) {
  if (!fields.front().may_be_year()) {
    std::ranges::reverse(fields);
  }
  const auto year = fields.front();
  const bool whole = fields.size() == 3;
  const bool month_first = fields[1].may_be_month() && (!whole || fields[2].may_be_day());
  const bool day_first = whole && fields[1].may_be_day() && fields[2].may_be_month();
  return year.may_be_year() && (month_first || day_first) ? std::optional(year.value)
                                                          : std::nullopt;
}

/// Whether a result follows, so that what looks like a date is calculated with: 1000/10/5 = 20.
bool has_result(FoldedView text, std::size_t at) {
  const auto next = text.find_first_not_of(U' ', at);
  return next != FoldedView::npos && text[next] == U'=';
}

/// The date that begins at `at`, where no number goes on.
std::optional<ReadNumber> date_at(FoldedView text, std::size_t at, bool year_asked) {
  constexpr FoldedView kMarks = U"/.-";
  auto end = at;
  std::vector<DateField> fields = {read_field(text, end)};
  const auto mark = end < text.size() ? text[end] : U' ';
  if (fields.front().digits == 0 || kMarks.find(mark) == FoldedView::npos) {
    return std::nullopt;
  }
  while (end < text.size() && text[end] == mark && digit_at(text, end + 1) && fields.size() < 4) {
    fields.push_back(read_field(text, ++end));
  }
  if (fields.size() > 3 || fields.size() < (year_asked ? 2 : 3) || has_result(text, end)) {
    return std::nullopt;
  }
  const auto year = year_of(fields);
  return year ? std::optional(ReadNumber{.value = *year, .begin = at, .end = end}) : std::nullopt;
}

/// All dates of the text, in its order.
std::vector<ReadNumber> dates_in(FoldedView text, bool year_asked) {
  std::vector<ReadNumber> dates;
  for (std::size_t at = 0; at < text.size();) {
    const bool goes_on = at > 0 && (latin_at(text, at - 1) || text[at - 1] == U'.');
    const auto date = goes_on ? std::nullopt : date_at(text, at, year_asked);
    if (date) {
      dates.push_back(*date);
      at = date->end;
    } else {
      do {
        ++at;
      } while (digit_at(text, at - 1) && digit_at(text, at));
    }
  }
  return dates;
}

}  // namespace

std::vector<ReadNumber> with_dates(std::u32string_view folded, const AskedTimes& asked,
                                   const std::vector<ReadNumber>& numbers) {
  auto dates = dates_in(folded, asked.year);
  for (auto& date : dates) {
    date.vague = !asked.year;
  }
  const auto in_date = [&](const ReadNumber& number) {
    const auto date = std::ranges::upper_bound(dates, number.begin, {}, &ReadNumber::end);
    return date != dates.end() && date->begin < number.end;
  };
  std::vector<ReadNumber> all;
  std::ranges::remove_copy_if(numbers, std::back_inserter(all), in_date);
  all.insert(all.end(), dates.begin(), dates.end());
  std::ranges::sort(all, {}, &ReadNumber::begin);
  return all;
}

}  // namespace pith::grading
