#include "grading/exact/number_times.h"

#include <algorithm>
#include <array>

#include "grading/exact/folded_words.h"
#include "grading/exact/pieces.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 19> kPast = {
    U"以前",     U"之前",       U"从前",   U"过去",       U"原来",       U"原先",     U"原本",
    U"曾经",     U"起初",       U"最初",   U"used to be", U"before",     U"formerly", U"previously",
    U"at first", U"originally", U"it was", U"there were", U"in the past"};
constexpr std::array<FoldedView, 15> kLater = {
    U"现在", U"如今",     U"目前",  U"今天",  U"之后",      U"以后",  U"后来",      U"今后",
    U"now",  U"nowadays", U"today", U"later", U"currently", U"since", U"these days"};

/// What stands in a number's clause before it, as far as one looks.
FoldedView clause_up_to(FoldedView folded, std::size_t begin) {
  constexpr std::size_t kReach = 200;
  const auto from = begin - std::min(begin, kReach);
  const auto before = folded.substr(from, begin - from);
  return before.substr(before.find_last_of(kClauseEnds) + 1);  // npos + 1 is 0
}

}  // namespace

AskedTimes times_asked(std::string_view question) {
  constexpr std::array<FoldedView, 13> kWhen = {
      U"哪年",     U"哪一年", U"何年",       U"几几年",    U"何时",     U"什么时候", U"年份",
      U"什么时间", U"when",   U"which year", U"what year", U"the year", U"since"};
  constexpr std::array<FoldedView, 4> kPastTense = {U"was", U"were", U"did", U"once"};
  const auto folded = text::fold(question).text;
  return {first_of(folded, 0, kWhen).has_value(),
          first_of(folded, 0, kPast) || first_of(folded, 0, kPastTense)};
}

bool is_year_number(double value) {
  constexpr double kFirstYear = 1000;
  constexpr double kLastYear = 2200;
  return value >= kFirstYear && value < kLastYear;
}

bool is_plain_year(std::u32string_view folded, const ReadNumber& number) {
  return number.end - number.begin == 4 && digit_at(folded, number.begin) &&
         is_year_number(number.value);
}

bool is_decade(std::u32string_view folded, const ReadNumber& number, const AskedTimes& asked) {
  constexpr std::array<FoldedView, 5> kLeads = {U"the", U"late", U"early", U"mid", U"mid-"};
  constexpr int kYears = 10;
  const auto behind = folded.substr(number.end);
  const bool plain = is_plain_year(folded, number);
  if (behind.starts_with(U"年代")) {
    return plain || (asked.year && number.value < 100);
  }
  return plain && static_cast<int>(number.value) % kYears == 0 && behind.starts_with(U's') &&
         !latin_at(folded, number.end + 1) &&
         one_ending(less_blanks_behind(folded.substr(0, number.begin)), kLeads);
}

bool is_year_of_beginning(std::u32string_view folded, const ReadNumber& number) {
  constexpr std::array<FoldedView, 3> kSince = {U"since ", U"since the year ", U"as of "};
  constexpr std::array<FoldedView, 2> kFrom = {U"从", U"自"};
  constexpr std::array<FoldedView, 7> kOn = {U"起",   U"开始", U"以来", U"之后",
                                             U"以后", U"至今", U"后"};
  constexpr FoldedView kMonthAndDay = U"0123456789月日号 ";
  const auto before = folded.substr(0, number.begin);
  const bool year = folded.substr(number.end).starts_with(U"年");
  const auto ends_before = [&](FoldedView word) { return before.ends_with(word); };
  const auto goes_on = [&] {
    const auto behind = folded.find_first_not_of(kMonthAndDay, number.end + 1);
    return behind != FoldedView::npos && one_at(folded, behind, kOn).has_value();
  };
  return is_plain_year(folded, number) &&
         (std::ranges::any_of(kSince, ends_before) ||
          (year && (std::ranges::any_of(kFrom, ends_before) || goes_on())));
}

bool is_outdated(std::u32string_view folded, const ReadNumber& first, const ReadNumber& second) {
  const auto between = folded.substr(first.end, second.begin - first.end);
  const auto mark = between.find_first_of(kClauseEnds);
  return mark != FoldedView::npos && first_of(between.substr(mark), 0, kLater) &&
         first_of(clause_up_to(folded, first.begin), 0, kPast);
}

}  // namespace pith::grading
