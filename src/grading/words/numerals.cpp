#include "grading/words/numerals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pith::grading {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

char32_t char_at(std::u32string_view text, std::size_t at) {
  return at < text.size() ? text[at] : U'\0';
}

/// Index of a character in a row of characters, -1 if it is not there.
int index_in(std::u32string_view row, char32_t c) {
  const auto found = row.find(c);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

int han_digit(char32_t c) {
  static constexpr std::array<std::u32string_view, 3> kRows = {
      U"零一二三四五六七八九", U"〇壹贰叁肆伍陆柒捌玖", U"零一两三四五六七八九"};
  for (const auto row : kRows) {
    if (const int digit = index_in(row, c); digit >= 0) {
      return digit;
    }
  }
  return -1;
}

double han_unit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'万':
      return 1e4;
    case U'亿':
      return 1e8;
    default:
      return 0;
  }
}

/// 三百二十五, 二十, 百, 一九八四.
std::optional<Numeral> han_numeral(std::u32string_view text, std::size_t at,
                                   std::size_t most_digits) {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  double total = 0;
  double last = 0;       // unit from 万 on
  double below = kNone;  // unit of the section
  double section = 0;
  double digit = -1;
  std::size_t i = at;
  for (; i < text.size() && i - at < most_digits; ++i) {
    if (const int d = han_digit(text[i]); d >= 0) {
      digit = digit >= 0 ? digit * 10 + d : d;
      continue;
    }
    const double unit = han_unit(text[i]);
    const bool counts = digit >= 0 && unit < below;  // 三千米 are 3000 metres
    if (unit == 0 || (!counts && unit_prefix_at(text, i) > 0)) {
      break;
    }
    if (unit < 1e4) {
      section += (digit < 0 ? 1 : digit) * unit;
      below = unit;
    } else {
      section += digit < 0 ? (section == 0 && total == 0 ? 1 : 0) : digit;
      const bool smaller = unit < last && section > 0;  // 一亿二千万, not 三万二千亿
      total = smaller ? total + section * unit : (total + section) * unit;
      last = unit;
      section = 0;
      below = kNone;
    }
    digit = -1;
  }
  if (i == at) {
    return std::nullopt;
  }
  return Numeral{total + section + (digit < 0 ? 0 : digit), i - at};
}

/// 1200, 1,200, 0.25.
std::optional<Numeral> arabic_numeral(std::u32string_view text, std::size_t at,
                                      std::size_t most_digits) {
  double value = 0;
  std::size_t i = at;
  const auto digits = [&] {
    for (; is_digit(char_at(text, i)) && i - at < most_digits; ++i) {
      value = value * 10 + (text[i] - U'0');
    }
  };
  digits();
  while (char_at(text, i) == U',' && is_digit(char_at(text, i + 1)) &&
         is_digit(char_at(text, i + 2)) && is_digit(char_at(text, i + 3)) &&
         !is_digit(char_at(text, i + 4)) && i - at < most_digits) {
    ++i;
    digits();
  }
  if (char_at(text, i) == U'.' && is_digit(char_at(text, i + 1))) {
    const auto point = ++i;
    digits();
    value /= std::pow(10.0, static_cast<double>(i - point));
  }
  if (i == at) {
    return std::nullopt;
  }
  return Numeral{value, i - at};
}

/// Without 百分之 before it.
std::optional<Numeral> plain_numeral(std::u32string_view text, std::size_t at,
                                     std::size_t most_digits) {
  auto number = arabic_numeral(text, at, most_digits);
  if (!number) {
    return han_numeral(text, at, most_digits);
  }
  if (char_at(text, at + number->length) == U'%') {
    return Numeral{number->value / 100, number->length + 1};
  }
  for (double unit = 0; (unit = han_unit(char_at(text, at + number->length))) > 0 &&
                        unit_prefix_at(text, at + number->length) == 0;) {
    *number = {number->value * unit, number->length + 1};
  }
  return number;
}

}  // namespace

double unit_prefix_at(std::u32string_view text, std::size_t at) {
  static constexpr std::array<std::u32string_view, 13> kUnits = {
      U"米", U"克", U"瓦",   U"伏",   U"卡",   U"焦",    U"赫",
      U"牛", U"帕", U"欧姆", U"字节", U"比特", U"电子伏"};
  const auto prefix = char_at(text, at);
  const auto unit = text.substr(std::min(at + 1, text.size()));
  const bool thousand = prefix == U'千' && std::ranges::any_of(kUnits, [&](auto word) {
                          return unit.starts_with(word);
                        });
  return thousand || (prefix == U'百' && unit.starts_with(U"帕")) ? han_unit(prefix) : 0;
}

std::optional<Numeral> numeral_at(std::u32string_view text, std::size_t at,
                                  std::size_t most_digits) {
  static constexpr std::u32string_view kPercentOf = U"百分之";
  if (text.substr(at, kPercentOf.size()) == kPercentOf) {
    if (const auto part = plain_numeral(text, at + kPercentOf.size(), most_digits)) {
      return Numeral{part->value / 100, part->length + kPercentOf.size()};
    }
  }
  return plain_numeral(text, at, most_digits);
}

std::optional<double> number_word(std::u32string_view word) {
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i <= kMost; ++i) {
    if (i != 1 && kBelowTwenty[i] == word) {
      return static_cast<double>(i);
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
