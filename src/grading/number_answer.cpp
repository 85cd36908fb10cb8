#include "grading/number_answer.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "grading/number_reading.h"
#include "grading/reason.h"
#include "text/normalise.h"
#include "text/trim.h"

namespace pith::grading {

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  PointResult result;
  const auto folded = text::fold(answer);
  const auto expected = fmt::format("{}", item.number->value);
  const auto numbers = numbers_in(folded.text);
  if (numbers.empty()) {
    result.reason = {text::trimmed(answer).empty() ? reason::kEmpty : reason::kNoNumber,
                     {expected}};
    return result;
  }
  const auto& number = numbers.front();
  const Span span{folded.begin[number.begin], folded.end[number.end - 1]};
  const std::string spelled(answer.substr(span.begin, span.end - span.begin));
  const double slack = item.number->tolerance + 1e-9 * std::max(1.0, std::abs(item.number->value));
  const auto is_right = [&](double value) { return std::abs(value - item.number->value) <= slack; };
  const bool percent = spelled.find('%') != std::string::npos;
  const bool kelvins = spelled.ends_with('K');
  const bool right = is_right(number.value) || (percent && is_right(number.value * 100)) ||
                     (kelvins && is_right(number.value / 1000));
  result.verdict = right ? Verdict::hit : Verdict::missed;
  result.credit = right ? 1.0 : 0.0;
  result.reason = {right ? reason::kInRange : reason::kOutOfRange, {spelled, expected}};
  if (right) {
    result.evidence = span;
  }
  return result;
}

}  // namespace pith::grading
