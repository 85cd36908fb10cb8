#include "grading/number_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "grading/corrections.h"
#include "grading/exact_denial.h"
#include "grading/folded_words.h"
#include "grading/number_reading.h"
#include "grading/reason.h"
#include "text/normalise.h"
#include "text/trim.h"

namespace pith::grading {
namespace {

/// A number of an answer, and what was made of it.
struct Said {
  ReadNumber number;
  std::optional<Span> denial;  ///< In folded characters: "not 64".
  bool taken_back = false;     ///< "64, no, 128"
  bool open = false;           ///< "64 or 128"
  bool equals_next = false;    ///< "16 bytes = 128 bits"
};

/// Whether what stands between two numbers leaves open which is meant.
bool leaves_open(std::u32string_view between) {
  constexpr std::array<std::u32string_view, 4> kOr = {U"or", U"或者", U"或", U"还是"};
  const auto begin = std::min(between.find_first_not_of(U' '), between.size());
  const auto word = one_at(between, begin, kOr);
  return word && between.find_first_not_of(U' ', word->end) == std::u32string_view::npos;
}

/// Whether what stands between two numbers says that they are the same.
bool equates(std::u32string_view between) {
  constexpr std::array<std::u32string_view, 5> kSame = {U"=", U"≈", U"也就是", U"等于", U"约为"};
  constexpr std::u32string_view kEnds = U",;，；。\n";
  const auto same = first_of(between, 0, kSame);
  if (!same || denial_before(between) ||
      between.substr(same->end).find_first_of(kEnds) != std::u32string_view::npos) {
    return false;
  }
  const bool goes_on = between[same->begin] == U'也';  // may begin a clause: 0度，也就是32华氏度
  return goes_on ||
         between.substr(0, same->begin).find_first_of(kEnds) == std::u32string_view::npos;
}

/// Whether a number is followed by nothing but that it is wrong.
bool called_wrong(std::u32string_view behind) {
  constexpr std::array<std::u32string_view, 4> kWrong = {U"is wrong", U"不对", U"错了", U"是错的"};
  const auto begin = std::min(behind.find_first_not_of(U" ,，"), behind.size());
  const auto word = one_at(behind, begin, kWrong);
  return word && std::ranges::all_of(behind.substr(word->end), text::is_punctuation_or_space);
}

/// The numbers that count: none that is often no number, unless there is no other.
std::vector<Said> numbers_said(std::u32string_view folded) {
  auto numbers = numbers_in(folded);
  const auto vague = [](const ReadNumber& number) { return number.vague; };
  if (!std::ranges::all_of(numbers, vague)) {
    std::erase_if(numbers, vague);
  }
  std::vector<Said> said;
  for (const auto& number : numbers) {
    if (!said.empty()) {
      const auto end = said.back().number.end;
      const auto between = folded.substr(end, number.begin - end);
      said.back().taken_back = takes_back(between);
      said.back().open = leaves_open(between);
      said.back().equals_next = equates(between);
    }
    said.push_back({number, denial_before(folded.substr(0, number.begin))});
  }
  if (!said.empty() && called_wrong(folded.substr(said.back().number.end))) {
    said.back().taken_back = true;
  }
  return said;
}

/// What an answer spells between two of its folded characters.
std::string spelled(std::string_view answer, const text::Folded& folded, const Span& place) {
  const auto begin = folded.begin[place.begin];
  return std::string(answer.substr(begin, folded.end[place.end - 1] - begin));
}

/// `folded` as it is spelled: 20k is no 20 kelvins.
bool is_right(const deck::NumberAnswer& right, double value, std::u32string_view folded,
              std::string_view spelling) {
  constexpr double kRounding = 1e-14;  // of digits and powers that are added up
  const double slack = right.tolerance + kRounding * (right.tolerance + std::abs(right.value));
  const auto is_near = [&](double said) { return std::abs(said - right.value) <= slack; };
  const bool percent =
      folded.find(U'%') != std::u32string_view::npos || folded.starts_with(U"百分之");
  const bool kelvins = spelling.ends_with('K');
  return is_near(value) || (percent && is_near(value * 100)) || (kelvins && is_near(value / 1000));
}

}  // namespace

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  PointResult result;
  const auto folded = text::fold(answer);
  const auto expected = fmt::format("{}", item.number->value);
  result.reason = {text::trimmed(answer).empty() ? reason::kEmpty : reason::kNoNumber, {expected}};
  for (const auto& [number, denial, taken_back, open, equals_next] : numbers_said(folded.text)) {
    const Span place{number.begin, number.end};
    const auto spelling = spelled(answer, folded, place);
    const bool right =
        is_right(*item.number, number.value,
                 std::u32string_view(folded.text).substr(place.begin, place.end - place.begin),
                 spelling) &&
        !open;
    const Span evidence{folded.begin[place.begin], folded.end[place.end - 1]};
    if (!denial && !taken_back) {
      result.verdict = right ? Verdict::hit : Verdict::missed;
      result.credit = right ? 1.0 : 0.0;
      result.reason = {right ? reason::kInRange : reason::kOutOfRange, {spelling, expected}};
      result.evidence = right ? std::optional(evidence) : std::nullopt;
      if (right || !equals_next) {
        break;
      }
    }
    if (denial && right) {
      result.verdict = Verdict::contradicted;
      result.reason = {reason::kRejected, {spelled(answer, folded, *denial)}};
      result.evidence = evidence;
    }
  }
  return result;
}

}  // namespace pith::grading
