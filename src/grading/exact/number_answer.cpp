#include "grading/exact/number_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// Goes through the numbers of an answer up to the one that decides.
class NumberGrader {
 public:
  NumberGrader(const deck::Item& item, std::string_view answer)
      : right_(*item.number),
        answer_(answer),
        folded_(fold_with_marks(answer)),
        asked_(item.question) {
    const bool is_share = right_.value > 0 && right_.value < 1;
    said_ =
        numbers_said(folded_.text, asked_, times_asked(item.question), is_share || asked_.whole());
    mark_given(folded_.text, asked_, said_);
    mark_other_units(folded_.text, asked_, said_);
  }

  PointResult run() {
    const bool empty = base::trimmed(answer_).empty();
    result_.reason = {empty ? reason::kEmpty : reason::kNoNumber, {expected()}};
    bool decided = false;
    for (std::size_t i = 0; i < said_.size() && !decided; ++i) {
      decided = decides(i);
    }
    if (result_.credit == 0 && ends_with_result() && is_wanted(said_.back())) {
      decide(said_.back(), said_.back(), true);
    }
    return std::move(result_);
  }

 private:
  /// Takes a number, or the range that it begins, for the answer if it claims to be; whether the
  /// numbers behind it no longer count.
  bool decides(std::size_t at) {
    const auto& one = said_[at];
    const auto& last = one.begins_range ? said_[at + 1] : one;
    const bool right = !one.open && is_wanted(one) && is_wanted(last);
    const bool claimed =
        !one.denial && !one.taken_back && !one.is_operand && (right || !one.is_given);
    if (claimed) {
      decide(one, last, right);
    } else if (one.denial && right) {
      reject(one);
    }
    return claimed && (right || !one.equals_next);
  }

  void decide(const SaidNumber& one, const SaidNumber& last, bool right) {
    const Span place{one.number.begin, last.number.end};
    result_.verdict = right ? Verdict::hit : Verdict::missed;
    result_.credit = right ? 1.0 : 0.0;
    result_.reason = {right ? reason::kInRange : reason::kOutOfRange, {spelled(place), expected()}};
    result_.evidence = right ? std::optional(in_answer(place)) : std::nullopt;
  }

  void reject(const SaidNumber& one) {
    result_.verdict = Verdict::contradicted;
    result_.reason = {reason::kRejected, {spelled(*one.denial)}};
    result_.evidence = in_answer({one.number.begin, one.number.end});
  }

  [[nodiscard]] bool is_wanted(const SaidNumber& one) const {
    const auto& number = one.number;
    if (asked_.spells(folded_.text, number)) {
      return false;
    }
    if (one.in_other_unit) {
      return number.prefix != 1 && is_right_value(number.value * number.prefix);
    }
    return is_right(right_, asked_, number, spelled({number.begin, number.end})) ||
           is_right_value(asked_.counted(folded_.text, number));
  }

  [[nodiscard]] bool is_right_value(double value) const {
    return is_near(value, right_.value, right_.tolerance);
  }

  [[nodiscard]] bool ends_with_result() const {
    return ends_with_total(folded_.text, said_) || ends_with_conclusion(folded_.text, said_);
  }

  [[nodiscard]] std::string expected() const { return fmt::format("{}", right_.value); }

  /// Bytes of the answer that folded characters came from.
  [[nodiscard]] Span in_answer(const Span& place) const {
    return {folded_.begin[place.begin], folded_.end[place.end - 1]};
  }

  [[nodiscard]] std::string spelled(const Span& place) const {
    const auto bytes = in_answer(place);
    return std::string(answer_.substr(bytes.begin, bytes.end - bytes.begin));
  }

  const deck::NumberAnswer& right_;
  std::string_view answer_;
  text::Folded folded_;
  AskedNumbers asked_;
  std::vector<SaidNumber> said_;
  PointResult result_;
};

}  // namespace

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  return NumberGrader(item, answer).run();
}

}  // namespace pith::grading
