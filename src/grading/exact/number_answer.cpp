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
#include "grading/exact/calculations.h"
#include "grading/exact/corrections.h"
#include "grading/exact/exact_denial.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/left_open.h"
#include "grading/exact/number_marks.h"
#include "grading/exact/number_reading.h"
#include "grading/exact/number_times.h"
#include "grading/exact/proportions.h"
#include "grading/reason.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// A number of an answer, and what was made of it.
struct Said {
  ReadNumber number;
  std::optional<Span> denial;  ///< In folded characters: "not 64".
  bool taken_back = false;     ///< "64, no, 128"
  bool open = false;           ///< "64 or 128"
  bool equals_next = false;    ///< "16 bytes = 128 bits"
  bool is_operand = false;     ///< "4 * 32 = 128"
  bool begins_range = false;   ///< "64 to 128"
  bool is_given = false;       ///< By the question.
  bool in_other_unit = false;  ///< 5 g, where kg are asked for.
};

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

/// Marks what a result is calculated from: it is no answer.
void mark_operands(std::u32string_view folded, std::vector<Said>& said) {
  for (auto end = said.size(); end > 1; --end) {
    const auto i = end - 2;
    const bool has_result =
        said[i + 1].equals_next || said[i + 1].is_operand ||
        (end < said.size() &&
         results_in(folded.substr(said[i + 1].number.end,
                                  said[end].number.begin - said[i + 1].number.end)));
    if (has_result && calculates(folded, said[i].number, said[i + 1].number)) {
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

/// The numbers that count: none that is often no number, unless there is no other.
std::vector<Said> numbers_said(std::u32string_view folded, const AskedTimes& asked, bool as_share) {
  auto numbers = numbers_in(folded);
  if (as_share) {
    numbers = with_proportions(folded, numbers);
  }
  for (auto& number : numbers) {
    number.vague = number.vague || (!asked.year && is_year_of_beginning(folded, number));
  }
  const auto vague = [](const ReadNumber& number) { return number.vague; };
  if (!std::ranges::all_of(numbers, vague)) {
    std::erase_if(numbers, vague);
  }
  std::vector<Said> said;
  for (const auto& number : numbers) {
    if (!said.empty()) {
      const auto end = said.back().number.end;
      const auto between = folded.substr(end, number.begin - end);
      said.back().taken_back =
          (takes_back(between) && !denial_before(folded.substr(0, number.begin))) ||
          (!asked.past && is_outdated(folded, said.back().number, number));
      said.back().open = is_or(between);
      said.back().equals_next = equates(between);
      said.back().begins_range = is_range(folded, said.back().number, number);
    }
    said.push_back({number, denial_before(folded.substr(0, number.begin))});
  }
  if (!said.empty() && called_wrong(folded.substr(said.back().number.end))) {
    said.back().taken_back = true;
  }
  mark_operands(folded, said);
  for (std::size_t i = 1; i < said.size(); ++i) {
    if (said[i - 1].begins_range) {
      said[i].denial = said[i].denial ? said[i].denial : said[i - 1].denial;
      said[i - 1].taken_back = said[i].taken_back;
    }
  }
  return said;
}

/// Marks what only repeats the question where another number answers it.
void mark_given(std::u32string_view folded, const AskedNumbers& asked, std::vector<Said>& said) {
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool in_row = said[i].open || said[i].begins_range || (i > 0 && said[i - 1].begins_range);
    said[i].is_given = !in_row && asked.gives(folded, said[i].number);
  }
  const bool answered = std::ranges::any_of(said, [](const Said& one) {
    return !one.is_given && !one.denial && !one.taken_back && !one.is_operand;
  });
  for (auto& one : said) {
    one.is_given = one.is_given && answered;
  }
}

/// Marks what is counted in another unit than the question asks for; the unit goes with it.
void mark_other_units(std::u32string_view folded, const AskedNumbers& asked,
                      std::vector<Said>& said) {
  for (auto& one : said) {
    const auto end = asked.other_unit(folded, one.number);
    one.in_other_unit = end.has_value();
    one.number.end = end.value_or(one.number.end);
  }
}

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
bool is_right(const deck::NumberAnswer& right, const ReadNumber& number,
              std::string_view spelling) {
  const auto is_wanted = [&](double said) { return is_near(said, right.value, right.tolerance); };
  const bool kelvins = spelling.ends_with('K');
  return is_wanted(number.value) || is_wanted(number.value * number.prefix) ||
         (number.percent && is_wanted(number.value * 100)) ||
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
bool ends_with_total(std::u32string_view folded, const std::vector<Said>& said) {
  constexpr std::array<std::u32string_view, 9> kTotalBefore = {
      U"一共", U"总共", U"共计", U"合计", U"总计", U"共", U"total", U"altogether", U"="};
  constexpr std::array<std::u32string_view, 3> kTotalBehind = {U"in all", U"in total",
                                                               U"altogether"};
  if (said.size() < 3 || std::ranges::any_of(said, [](const Said& one) {
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
bool ends_with_conclusion(std::u32string_view folded, const std::vector<Said>& said) {
  constexpr std::array<std::u32string_view, 10> kSo = {
      U"so",   U"that makes", U"which makes", U"hence", U"therefore",
      U"thus", U"所以",       U"因此",        U"因而",  U"于是"};
  constexpr std::array<std::u32string_view, 10> kIs = {
      U"it's", U"it is", U"that's", U"that is", U"it makes", U"is", U"是", U"就是", U"一共", U"共"};
  constexpr std::u32string_view kEnds = U",;.，；。\n";
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
  return mark != before.npos && kEnds.find(before[mark]) != kEnds.npos;
}

}  // namespace

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  PointResult result;
  const auto folded = fold_with_marks(answer);
  const auto expected = fmt::format("{}", item.number->value);
  result.reason = {base::trimmed(answer).empty() ? reason::kEmpty : reason::kNoNumber, {expected}};
  const AskedNumbers asked(item.question);
  const bool is_share = item.number->value > 0 && item.number->value < 1;
  auto said = numbers_said(folded.text, times_asked(item.question), is_share || asked.percent());
  mark_given(folded.text, asked, said);
  mark_other_units(folded.text, asked, said);
  const auto spelling_of = [&](const Said& one) {
    return spelled(answer, folded, {one.number.begin, one.number.end});
  };
  const auto is_wanted = [&](const Said& one) {
    if (one.in_other_unit) {
      return one.number.prefix != 1 && is_near(one.number.value * one.number.prefix,
                                               item.number->value, item.number->tolerance);
    }
    return is_right(*item.number, one.number, spelling_of(one)) ||
           is_near(asked.counted(folded.text, one.number), item.number->value,
                   item.number->tolerance);
  };
  const auto decide = [&](const Said& one, const Said& last, bool right) {
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
