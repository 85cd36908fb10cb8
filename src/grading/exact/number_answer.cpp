#include "grading/exact/number_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/trim.h"
#include "grading/exact/asked_numbers.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/number_marks.h"
#include "grading/exact/number_times.h"
#include "grading/exact/pieces.h"
#include "grading/exact/said_numbers.h"
#include "grading/reason.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// What an answer spells between two of its folded characters.
std::string spelled(std::string_view answer, const text::Folded& folded, const Span& place) {
  const auto begin = folded.begin[place.begin];
  return std::string(answer.substr(begin, folded.end[place.end - 1] - begin));
}

/// Whether two numbers are the same but for what digits and powers lose when they are added up.
bool is_near(double value, double wanted, double tolerance = 0) {
  constexpr double kRounding = 1e-14;
  return std::abs(value - wanted) <= tolerance + kRounding * (tolerance + std::abs(wanted));
}

/// A number as it is spelled: 20k is no 20 kelvins.
bool is_right(const deck::NumberAnswer& right, const AskedNumbers& asked, const ReadNumber& number,
              std::string_view spelling) {
  const auto is_wanted = [&](double said) { return is_near(said, right.value, right.tolerance); };
  const bool kelvins = spelling.ends_with('K');
  return is_wanted(number.value) || is_wanted(number.value * number.prefix) ||
         (asked.takes_parts(number, right.value) &&
          (is_wanted(number.parts()) || (number.whole == 10 && is_wanted(number.value * 100)))) ||
         (kelvins && is_wanted(number.value / 1000));
}

/// What a number adds to a total: a pair two.
double share_of_total(std::u32string_view folded, const ReadNumber& number) {
  constexpr std::array<std::u32string_view, 5> kPairs = {U"对", U"双", U" pair", U" pairs",
                                                         U" couples"};
  return one_at(folded, number.end, kPairs) ? 2 * number.value : number.value;
}

/// Whether the last number is called the sum of at least two others, and is: 3 + 4 = 7, 一共7,
/// 22对和1对，一共46条.
bool ends_with_total(std::u32string_view folded, const std::vector<SaidNumber>& said) {
  constexpr std::array<std::u32string_view, 9> kTotalBefore = {
      U"一共", U"总共", U"共计", U"合计", U"总计", U"共", U"total", U"altogether", U"="};
  constexpr std::array<std::u32string_view, 3> kTotalBehind = {U"in all", U"in total",
                                                               U"altogether"};
  if (said.size() < 3 || std::ranges::any_of(said, [](const SaidNumber& one) {
        return one.denial || one.taken_back || one.open || one.begins_range;
      })) {
    return false;
  }
  const auto& last = said.back().number;
  const auto from = said[said.size() - 2].number.end;
  double sum = -last.value;
  double pairs = -last.value;
  for (const auto& one : said) {
    sum += one.number.value;
    pairs += share_of_total(folded, one.number);
  }
  return (is_near(sum, last.value) || is_near(pairs, last.value)) &&
         (first_of(folded.substr(from, last.begin - from), 0, kTotalBefore) ||
          first_of(folded.substr(last.end), 0, kTotalBehind));
}

/// Whether the last number is what the ones before it come to: "five 32-bit words, so 20 bytes".
bool ends_with_conclusion(std::u32string_view folded, const std::vector<SaidNumber>& said) {
  constexpr std::array<std::u32string_view, 10> kSo = {
      U"so",   U"that makes", U"which makes", U"hence", U"therefore",
      U"thus", U"所以",       U"因此",        U"因而",  U"于是"};
  constexpr std::array<std::u32string_view, 10> kIs = {
      U"it's", U"it is", U"that's", U"that is", U"it makes", U"is", U"是", U"就是", U"一共", U"共"};
  if (said.size() < 2 || said.back().denial || said.back().taken_back) {
    return false;
  }
  const auto from = said[said.size() - 2].number.end;
  auto before = less_blanks_behind(folded.substr(from, said.back().number.begin - from));
  if (const auto is = one_ending(before, kIs)) {
    before = less_blanks_behind(before.substr(0, is->begin));
  }
  const auto so = one_ending(before, kSo);
  const auto mark = so ? before.substr(0, so->begin).find_last_not_of(U' ') : before.npos;
  return mark != before.npos && kClauseEnds.find(before[mark]) != before.npos;
}

}  // namespace

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  PointResult result;
  const auto folded = fold_with_marks(answer);
  const auto expected = fmt::format("{}", item.number->value);
  result.reason = {base::trimmed(answer).empty() ? reason::kEmpty : reason::kNoNumber, {expected}};
  const AskedNumbers asked(item.question);
  const bool is_share = item.number->value > 0 && item.number->value < 1;
  auto said = numbers_said(folded.text, times_asked(item.question), is_share || asked.whole());
  mark_given(folded.text, asked, said);
  mark_other_units(folded.text, asked, said);
  const auto spelling_of = [&](const SaidNumber& one) {
    return spelled(answer, folded, {one.number.begin, one.number.end});
  };
  const auto is_wanted = [&](const SaidNumber& one) {
    if (one.in_other_unit) {
      return one.number.prefix != 1 && is_near(one.number.value * one.number.prefix,
                                               item.number->value, item.number->tolerance);
    }
    return is_right(*item.number, asked, one.number, spelling_of(one)) ||
           is_near(asked.counted(folded.text, one.number), item.number->value,
                   item.number->tolerance);
  };
  const auto decide = [&](const SaidNumber& one, const SaidNumber& last, bool right) {
    const Span evidence{folded.begin[one.number.begin], folded.end[last.number.end - 1]};
    const auto quoted = spelled(answer, folded, {one.number.begin, last.number.end});
    result.verdict = right ? Verdict::hit : Verdict::missed;
    result.credit = right ? 1.0 : 0.0;
    result.reason = {right ? reason::kInRange : reason::kOutOfRange, {quoted, expected}};
    result.evidence = right ? std::optional(evidence) : std::nullopt;
  };
  for (std::size_t i = 0; i < said.size(); ++i) {
    const auto& one = said[i];
    const auto& last = one.begins_range ? said[i + 1] : one;
    const bool right = !one.open && is_wanted(one) && is_wanted(last);
    if (!one.denial && !one.taken_back && !one.is_operand && (right || !one.is_given)) {
      decide(one, last, right);
      if (right || !one.equals_next) {
        break;
      }
    }
    if (one.denial && right) {
      result.verdict = Verdict::contradicted;
      result.reason = {reason::kRejected, {spelled(answer, folded, *one.denial)}};
      result.evidence = Span{folded.begin[one.number.begin], folded.end[one.number.end - 1]};
    }
  }
  const bool ends_with_result =
      ends_with_total(folded.text, said) || ends_with_conclusion(folded.text, said);
  if (result.credit == 0 && ends_with_result && is_wanted(said.back())) {
    decide(said.back(), said.back(), true);
  }
  return result;
}

}  // namespace pith::grading
