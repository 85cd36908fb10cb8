#include "grading/exact/number_reading.h"

#include <algorithm>
#include <array>
#include <optional>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_bases.h"
#include "grading/exact/number_decimals.h"
#include "grading/exact/number_parts.h"
#include "grading/exact/number_powers.h"
#include "grading/exact/number_tables.h"
#include "grading/exact/number_tenths.h"
#include "grading/exact/number_units.h"
#include "grading/exact/number_words.h"
#include "grading/exact/part_words.h"
#include "grading/exact/vague_numbers.h"
#include "grading/words/numerals.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostDigits = 40;

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

/// `50 %`, "fifty percent", "half a percent", `3‰`.
void read_parts_sign(FoldedView text, ReadNumber& number) {
  if (text[number.end - 1] == U'%') {
    number.whole = 100;
    return;
  }
  constexpr std::array<FoldedView, 3> kOne = {U" ", U" a ", U" of a "};  // half a percent
  const auto between = one_at(text, number.end, kOne);
  const bool joined = between && (number.ratio || between->end == number.end + 1);
  const auto at = joined ? between->end : number.end;
  if (const auto sign = valued_at(text, at, kPartSigns)) {
    number.value /= sign->second;
    number.whole = sign->second;
    number.ratio = false;
    number.end = at + sign->first.size();
  }
}

/// `-`, `–`, `负`, `零下` or `minus` in front.
void read_sign(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 7> kSigns = {U"-",      U"−",         U"–",   U"负",
                                                U"minus ", U"negative ", U"零下"};
  constexpr std::array<FoldedView, 2> kHyphens = {U"-in-", U"-of-"};  // one-in-five
  const auto ends_before = [&](FoldedView word) {
    return text.substr(0, number.begin).ends_with(word);
  };
  if (std::ranges::any_of(kHyphens, ends_before)) {
    return;
  }
  for (const auto sign : kSigns) {
    const bool between = sign.size() == 1 && sign != U"负" && number.begin > 1 &&
                         digit_at(text, number.begin - 2);  // 12-20
    if (ends_before(sign) && !between) {
      number.value = -number.value;
      number.begin -= sign.size();
      return;
    }
  }
}

/// "all but a third" is two thirds.
void read_rest_of_all(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kAllBut = U"all but ";
  if (number.is_share() && number.value < 1 && text.substr(0, number.begin).ends_with(kAllBut)) {
    number.value = 1 - number.value;
    number.begin -= kAllBut.size();
  }
}

/// `0x10`, whose digits nothing goes on with.
std::optional<ReadNumber> number_of_base_at(FoldedView text, std::size_t at) {
  const auto numeral = based_number_at(text, at);
  if (!numeral) {
    return std::nullopt;
  }
  ReadNumber number{.value = numeral->value, .begin = at, .end = at + numeral->length};
  number.based = true;
  read_sign(text, number);
  return number;
}

/// The number that begins at `at`.
std::optional<ReadNumber> number_at(FoldedView text, std::size_t at) {
  if (const auto number = number_of_base_at(text, at)) {
    return number;
  }
  auto numeral =
      text.substr(at).starts_with(U"百分之") ? Numeral{100, 1} : number_in_words_at(text, at);
  if (!numeral && !text.substr(at).starts_with(U"零下")) {
    numeral = numeral_at(text, at, kMostDigits);
  }
  if (!numeral) {
    return std::nullopt;
  }
  ReadNumber number{numeral->value, at, at + numeral->length};
  const bool in_words = !digit_at(text, at) || part_or_dozen_at(text, at);
  number.ratio = numeral->value > 0 && numeral->value < 1 && in_words;
  read_groups(text, number);
  read_decimals(text, number);
  read_powers(text, number);
  read_ratio(text, number);
  read_tenths(text, number);
  read_rest_below_one(text, number);
  read_magnitude(text, number);
  read_rest_behind_word(text, number);
  read_parts_sign(text, number);
  read_sign(text, number);
  read_rest_of_all(text, number);
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
