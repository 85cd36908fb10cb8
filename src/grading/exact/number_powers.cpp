#include "grading/exact/number_powers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "grading/exact/folded_words.h"

namespace pith::grading {
namespace {

/// The exponent that stands at `at`: `23`, `+23`, `-3`; moves behind it.
std::optional<int> read_power(FoldedView text, std::size_t& at) {
  constexpr FoldedView kMinus = U"-−";
  const auto sign = at < text.size() ? text[at] : U'\0';
  const bool negative = kMinus.find(sign) != FoldedView::npos;
  auto end = at + (negative || sign == U'+' ? 1 : 0);
  if (!digit_at(text, end)) {
    return std::nullopt;
  }
  int power = 0;
  for (; digit_at(text, end) && power < 400; ++end) {
    power = power * 10 + static_cast<int>(text[end] - U'0');
  }
  at = end;
  return negative ? -power : power;
}

/// `e-3`, `e+23`.
void read_exponent(FoldedView text, ReadNumber& number) {
  auto at = number.end + 1;
  const bool exponent = number.end < text.size() && text[number.end] == U'e';
  if (const auto power = exponent ? read_power(text, at) : std::nullopt) {
    number.value *= std::pow(10.0, *power);
    number.end = at;
  }
}

/// The power that what stands before `at` is raised to: `^9`, `**9`, 的9次方; moves behind it.
std::optional<int> read_raised(FoldedView text, std::size_t& at) {
  constexpr FoldedView kPowerOf = U"次方";
  const auto rest = text.substr(at);
  const bool chinese = rest.starts_with(U"的");
  const std::size_t mark = chinese || rest.starts_with(U"^") ? 1 : rest.starts_with(U"**") ? 2 : 0;
  auto end = at + mark;
  const auto power = mark > 0 ? read_power(text, end) : std::nullopt;
  if (!power || (chinese && text.substr(end, kPowerOf.size()) != kPowerOf)) {
    return std::nullopt;
  }
  at = end + (chinese ? kPowerOf.size() : 0);
  return power;
}

/// `^10` behind a number, and `× 10^23`.
void read_raised_or_times(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 8> kTimes = {U"×", U"x", U"*", U"·", U"⋅", U"∗", U"乘以", U"乘"};
  constexpr FoldedView kBase = U"10";
  if (const auto power = read_raised(text, number.end)) {
    number.value = std::pow(number.value, *power);
    return;
  }
  const auto times = text.find_first_not_of(U' ', number.end);
  const auto sign = std::ranges::find_if(kTimes, [&](FoldedView word) {
    return times != FoldedView::npos && text.substr(times).starts_with(word);
  });
  if (sign == kTimes.end()) {
    return;
  }
  const auto base = text.find_first_not_of(U' ', times + sign->size());
  if (base != FoldedView::npos && text.substr(base).starts_with(kBase)) {
    auto at = base + kBase.size();
    if (const auto power = read_raised(text, at)) {
      number.value *= std::pow(10.0, *power);
      number.end = at;
    }
  }
}

}  // namespace

void read_powers(std::u32string_view text, ReadNumber& number) {
  read_exponent(text, number);
  read_raised_or_times(text, number);
}

}  // namespace pith::grading
