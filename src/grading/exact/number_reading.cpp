#include "grading/exact/number_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_units.h"
#include "grading/exact/number_words.h"
#include "grading/exact/vague_numbers.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostDigits = 40;

/// The value of the digits from `at` on, as of a decimal fraction; moves behind them.
double read_fraction(FoldedView text, std::size_t& at) {
  double value = 0;
  for (double scale = 0.1; digit_at(text, at); ++at, scale /= 10) {
    value += scale * static_cast<double>(text[at] - U'0');
  }
  return value;
}

/// `12 345`, `12'345`, `12_345`: groups of three digits behind one to three.
void read_groups(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kBetween = U" '_";
  const auto is_group = [&](std::size_t at) {
    return at < text.size() && kBetween.find(text[at]) != FoldedView::npos &&
           digit_at(text, at + 1) && digit_at(text, at + 2) && digit_at(text, at + 3) &&
           !digit_at(text, at + 4);
  };
  const auto digits = text.substr(number.begin, number.end - number.begin);
  const bool whole = digits.size() <= 3 &&
                     std::ranges::all_of(digits, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  while (whole && is_group(number.end)) {
    for (auto at = number.end + 1; at < number.end + 4; ++at) {
      number.value = number.value * 10 + static_cast<double>(text[at] - U'0');
    }
    number.end += 4;
  }
}

/// `,5` behind a whole number, `点五` behind a Chinese one.
void read_decimals(FoldedView text, ReadNumber& number) {
  if (number.end >= text.size()) {
    return;
  }
  if (auto at = number.end + 1; text[number.end] == U',' && digit_at(text, at)) {
    number.value += read_fraction(text, at);
    number.end = at;
  } else if (text[number.end] == U'点') {
    double scale = 0.1;
    for (auto digit = numeral_at(text.substr(0, at + 1), at); digit && digit->value < 10;
         digit = numeral_at(text.substr(0, at + 1), at), scale /= 10) {
      number.value += scale * digit->value;
      number.end = ++at;
    }
  }
}

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
void read_powers(FoldedView text, ReadNumber& number) {
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

/// `1/2`, `½` and `二分之一`, `百分之三点五`.
void read_ratio(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kPartsOf = U"分之";
  const bool chinese = text.substr(number.end, kPartsOf.size()) == kPartsOf;
  const bool slash =
      number.end < text.size() && (text[number.end] == U'/' || text[number.end] == U'⁄');
  const auto mark = number.end + (chinese ? kPartsOf.size() : 1);
  const auto at = mark + (chinese && mark < text.size() && text[mark] == U' ' ? 1 : 0);
  const auto numeral =
      chinese || (slash && digit_at(text, at)) ? numeral_at(text, at) : std::nullopt;
  if (!numeral) {
    return;
  }
  ReadNumber other{numeral->value, at, at + numeral->length};
  if (chinese) {
    read_decimals(text, other);
  }
  if ((chinese ? number.value : other.value) != 0) {
    number.percent = chinese && number.value == 100;
    number.ratio = !number.percent;
    number.value = chinese ? other.value / number.value : number.value / other.value;
    number.end = other.end;
  }
}

/// What is less than one behind a whole number: `1 1/2`, 一又二分之一, "one and a half", "two and
/// three quarters".
void read_mixed(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 2> kAndHalf = {U" and a half", U" and one half"};
  const auto half = one_at(text, number.end, kAndHalf);
  if (half && (half->end == text.size() || text[half->end] != U'-')) {
    number.value += 0.5;
    number.end = half->end;
    return;
  }
  constexpr FoldedView kAnd = U" and ";
  if (text.substr(number.end).starts_with(kAnd)) {
    if (const auto parts = parts_in_words_at(text, number.end + kAnd.size())) {
      number.value += parts->value;
      number.end += kAnd.size() + parts->length;
    }
    return;
  }
  const auto at = number.end + 1;
  const bool joined =
      number.end < text.size() &&
      (text[number.end] == U'又' || (text[number.end] == U' ' && digit_at(text, at)));
  if (const auto numeral = joined ? numeral_at(text, at) : std::nullopt) {
    ReadNumber part{numeral->value, at, at + numeral->length};
    read_ratio(text, part);
    if (part.end > at + numeral->length && part.value < 1 && !part.percent) {
      number.value += part.value;
      number.end = part.end;
    }
  }
}

/// 三个半, 两点半, 一年半; not 三个半岛.
void read_half(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 16> kMeasures = {U"个", U"年", U"月", U"天",   U"倍", U"斤",
                                                    U"米", U"点", U"吨", U"小时", U"周", U"升",
                                                    U"里", U"块", U"岁", U"公里"};
  constexpr std::array<FoldedView, 11> kBehindHalf = {
      U"小时", U"月", U"钟头", U"星期", U"学期", U"世纪", U"左右", U"以上", U"的", U"了", U"吧"};
  const auto measure = one_at(text, number.end, kMeasures);
  const auto half = measure ? measure->end : number.end;
  const auto end = half + 1;
  if (half < text.size() && text[half] == U'半' &&
      (end == text.size() || text::is_punctuation_or_space(text[end]) ||
       one_at(text, end, kBehindHalf))) {
    number.value += 0.5;
    number.end = end;
  }
}

/// `50 %`, "fifty percent".
void read_percent(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 4> kPercent = {U"%", U"percent", U"per cent", U"pct"};
  const bool blank = number.end < text.size() && text[number.end] == U' ';
  if (text[number.end - 1] == U'%') {
    number.percent = true;
  } else if (const auto sign = one_at(text, number.end + (blank ? 1 : 0), kPercent)) {
    number.value /= 100;
    number.end = sign->end;
    number.percent = true;
  }
}

/// `-`, `–`, `负`, `零下` or `minus` in front.
void read_sign(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 7> kSigns = {U"-",      U"−",         U"–",   U"负",
                                                U"minus ", U"negative ", U"零下"};
  for (const auto sign : kSigns) {
    const bool between = sign.size() == 1 && sign != U"负" && number.begin > 1 &&
                         digit_at(text, number.begin - 2);  // 12-20
    if (text.substr(0, number.begin).ends_with(sign) && !between) {
      number.value = -number.value;
      number.begin -= sign.size();
      return;
    }
  }
}

/// The number that begins at `at`.
std::optional<ReadNumber> number_at(FoldedView text, std::size_t at) {
  auto numeral =
      text.substr(at).starts_with(U"百分之") ? Numeral{100, 1} : number_in_words_at(text, at);
  if (!numeral && !text.substr(at).starts_with(U"零下")) {
    numeral = numeral_at(text, at, kMostDigits);
  }
  if (!numeral) {
    return std::nullopt;
  }
  ReadNumber number{numeral->value, at, at + numeral->length};
  number.ratio = numeral->value > 0 && numeral->value < 1 && !digit_at(text, at);
  read_groups(text, number);
  read_decimals(text, number);
  read_exponent(text, number);
  read_powers(text, number);
  read_ratio(text, number);
  read_mixed(text, number);
  read_half(text, number);
  read_magnitude(text, number);
  read_percent(text, number);
  read_sign(text, number);
  const double behind = unit_prefix_at(text, number.end);
  const double inside = unit_prefix_at(text, number.end - 1);
  number.prefix = behind > 0 ? behind : inside > 0 ? 1 / inside : 1;
  number.vague = is_vague_number(text, number);
  return number;
}

}  // namespace

std::vector<ReadNumber> numbers_in(std::u32string_view folded) {
  std::vector<ReadNumber> numbers;
  for (std::size_t at = 0; at < folded.size();) {
    const auto number = number_at(folded, at);
    at = number ? number->end : at + 1;
    if (number) {
      numbers.push_back(*number);
    }
  }
  return numbers;
}

}  // namespace pith::grading
