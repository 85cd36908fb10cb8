#include "grading/exact/said_numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grading/exact/calculations.h"
#include "grading/exact/corrections.h"
#include "grading/exact/exact_denial.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/left_open.h"
#include "grading/exact/number_dates.h"
#include "grading/exact/number_durations.h"
#include "grading/exact/proportions.h"
#include "grading/exact/shares_of_shares.h"
#include "grading/exact/vague_numbers.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Whether two neighbouring numbers are the ends of a range: 12-20, "between 12 and 20", 12到20.
bool is_range(std::u32string_view folded, const ReadNumber& first, const ReadNumber& second) {
  constexpr std::array<std::u32string_view, 3> kTo = {U"to", U"到", U"至"};
  constexpr std::array<std::u32string_view, 4> kAnd = {U"and", U"和", U"与", U"跟"};
  constexpr std::array<std::u32string_view, 3> kRangeBegins = {U"between", U"介于", U"在"};
  constexpr std::u32string_view kDashes = U"-–—~〜−";
  constexpr std::size_t kMeasureWord = 2;  // 12个到20个, 5千米到6千米
  const auto between = less_blanks(folded.substr(first.end, second.begin - first.end));
  const auto before = less_blanks_behind(folded.substr(0, first.begin));
  const auto behind = folded.substr(second.end);
  if (between.size() == 1 && kDashes.find(between[0]) != std::u32string_view::npos) {
    const bool in_date =
        (!before.empty() && kDashes.find(before.back()) != std::u32string_view::npos) ||
        (!behind.empty() && kDashes.find(behind.front()) != std::u32string_view::npos);
    return first.value < second.value && !in_date;
  }
  if (const auto to = one_ending(between, kTo)) {
    return to->begin <= kMeasureWord;
  }
  const auto joined = one_ending(between, kAnd);
  return joined && joined->begin <= kMeasureWord &&
         (one_ending(before, kRangeBegins) ||
          behind.substr(0, 4).find(U"之间") != std::u32string_view::npos);
}

/// Whether one of two neighbouring numbers is a share of the other: "half of 10", 10的一半.
bool takes_share(std::u32string_view folded, const ReadNumber& first, const ReadNumber& second) {
  const auto between = less_blanks(folded.substr(first.end, second.begin - first.end));
  return (first.is_share() && between == U"of") || (second.is_share() && between == U"的");
}

/// Marks what a result is calculated from: it is no answer.
void mark_operands(std::u32string_view folded, std::vector<SaidNumber>& said) {
  for (auto end = said.size(); end > 1; --end) {
    const auto i = end - 2;
    const bool has_result =
        said[i + 1].equals_next || said[i + 1].is_operand ||
        (end < said.size() &&
         results_in(folded.substr(said[i + 1].number.end,
                                  said[end].number.begin - said[i + 1].number.end)));
    if (has_result && (calculates(folded, said[i].number, said[i + 1].number) ||
                       takes_share(folded, said[i].number, said[i + 1].number))) {
      said[i].is_operand = said[i + 1].is_operand = true;
    }
  }
}

/// Whether a number is followed by nothing but that it is wrong.
bool called_wrong(std::u32string_view behind) {
  constexpr std::array<std::u32string_view, 4> kWrong = {U"is wrong", U"不对", U"错了", U"是错的"};
  const auto begin = std::min(behind.find_first_not_of(U" ,，"), behind.size());
  const auto word = one_at(behind, begin, kWrong);
  return word && std::ranges::all_of(behind.substr(word->end), text::is_punctuation_or_space);
}

/// The numbers of a text less those that are often none, unless there are no others.
std::vector<ReadNumber> numbers_that_count(std::u32string_view folded, const AskedNumbers& counting,
                                           const AskedTimes& asked, bool as_share) {
  auto numbers = with_durations(folded, counting, with_dates(folded, asked, numbers_in(folded)));
  if (as_share) {
    numbers = with_proportions(folded, numbers);
  }
  numbers = with_shares_of_shares(folded, numbers);
  for (auto& number : numbers) {
    const bool year_of_date =
        asked.year && is_plain_year(folded, number) && follows_month(folded, number);
    number.vague = (number.vague && !year_of_date) || is_decade(folded, number, asked) ||
                   (!asked.year && is_year_of_beginning(folded, number)) ||
                   (!as_share && is_place_in_row(folded, number));
  }
  if (!std::ranges::all_of(numbers, &ReadNumber::vague)) {
    std::erase_if(numbers, [](const ReadNumber& number) { return number.vague; });
  }
  return numbers;
}

/// Marks what the words up to the next number make of the one before them.
void mark_by_next(std::u32string_view folded, const AskedTimes& asked, SaidNumber& one,
                  const ReadNumber& next) {
  const auto between = folded.substr(one.number.end, next.begin - one.number.end);
  one.taken_back = (takes_back(between) && !denial_before(folded.substr(0, next.begin))) ||
                   (!asked.past && is_outdated(folded, one.number, next));
  one.open = is_or(between);
  one.equals_next = equates(between);
  one.begins_range = is_range(folded, one.number, next);
}

/// Marks that both ends of a range are denied with the first, and taken back with the second.
void mark_ranges(std::vector<SaidNumber>& said) {
  for (std::size_t i = 1; i < said.size(); ++i) {
    if (said[i - 1].begins_range) {
      said[i].denial = said[i].denial ? said[i].denial : said[i - 1].denial;
      said[i - 1].taken_back = said[i].taken_back;
    }
  }
}

}  // namespace

std::vector<SaidNumber> numbers_said(std::u32string_view folded, const AskedNumbers& numbers,
                                     const AskedTimes& asked, bool as_share) {
  std::vector<SaidNumber> said;
  for (const auto& number : numbers_that_count(folded, numbers, asked, as_share)) {
    if (!said.empty()) {
      mark_by_next(folded, asked, said.back(), number);
    }
    said.push_back({number, denial_before(folded.substr(0, number.begin))});
  }
  if (!said.empty() && called_wrong(folded.substr(said.back().number.end))) {
    said.back().taken_back = true;
  }
  mark_operands(folded, said);
  mark_ranges(said);
  return said;
}

void mark_given(std::u32string_view folded, const AskedNumbers& asked,
                std::vector<SaidNumber>& said) {
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool in_row = said[i].open || said[i].begins_range || (i > 0 && said[i - 1].begins_range);
    said[i].is_given = !in_row && asked.gives(folded, said[i].number);
  }
  const bool answered = std::ranges::any_of(said, [](const SaidNumber& one) {
    return !one.is_given && !one.denial && !one.taken_back && !one.is_operand;
  });
  for (auto& one : said) {
    one.is_given =
        (one.is_given && answered) || (said.size() > 1 && asked.spells(folded, one.number));
  }
}

void mark_other_units(std::u32string_view folded, const AskedNumbers& asked,
                      std::vector<SaidNumber>& said) {
  for (auto& one : said) {
    const auto end = asked.other_unit(folded, one.number);
    one.in_other_unit = end.has_value();
    one.number.end = end.value_or(one.number.end);
  }
}

}  // namespace pith::grading
