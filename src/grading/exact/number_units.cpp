#include "grading/exact/number_units.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_tables.h"
#include "grading/words/numerals.h"

namespace pith::grading {
namespace {

/// `30 万`: the unit behind a blank.
void read_distant_unit(FoldedView text, ReadNumber& number) {
  constexpr std::array<ValuedWord, 6> kUnits = {{{U" 万亿", 1e12},
                                                 {U" 亿", 1e8},
                                                 {U" 千万", 1e7},
                                                 {U" 百万", 1e6},
                                                 {U" 十万", 1e5},
                                                 {U" 万", 1e4}}};
  for (const auto& [unit, power] : kUnits) {
    if (text.substr(number.end, unit.size()) == unit && digit_at(text, number.end - 1)) {
      number.value *= power;
      number.end += unit.size();
      return;
    }
  }
}

/// The power of ten of a Chinese sign; 0 if it is none.
double power_of(char32_t sign) {
  constexpr std::array<std::pair<char32_t, double>, 6> kSigns = {
      {{U'百', 1e2}, {U'佰', 1e2}, {U'千', 1e3}, {U'仟', 1e3}, {U'万', 1e4}, {U'亿', 1e8}}};
  const auto* const found = std::ranges::find(kSigns, sign, &std::pair<char32_t, double>::first);
  return found == kSigns.end() ? 0 : found->second;
}

/// Whether "a month" or "each" goes on where the digit at `at` stands: the 一个月 of 三千一个月.
bool tells_rate(FoldedView text, std::size_t at) {
  constexpr FoldedView kOne = U"一1";
  constexpr FoldedView kOf = U"个月年天日次人晚周斤";
  return at + 1 < text.size() && kOne.find(text[at]) != FoldedView::npos &&
         kOf.find(text[at + 1]) != FoldedView::npos;
}

/// The last digit of 一千二 is of the next lower power; not of 一千零二.
void read_short_power(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kDigits = U"一二三四五六七八九";
  constexpr FoldedView kPartsOf = U"分之";
  if (number.end < number.begin + 2 || number.ratio) {
    return;
  }
  const auto last = number.end - 1;
  const auto digit = kDigits.find(text[last]);
  const double power = power_of(text[last - 1]);
  const auto behind = text.substr(number.end);
  const bool bare = number.end == number.begin + 2;  // 千五, but 万一
  if (digit == FoldedView::npos || power == 0 || (bare && power > 1000) ||
      behind.starts_with(U"点") || behind.starts_with(kPartsOf)) {
    return;
  }
  const auto value = static_cast<double>(digit + 1) / number.whole;
  if (tells_rate(text, last)) {
    number.value -= value;
    number.end = last;
  } else {
    number.value += value * (power / 10 - 1);
  }
}

/// `2345` behind `1万`, `5百` behind `3千`, and the 2 of `1千2`.
void read_rest(FoldedView text, ReadNumber& number) {
  while (number.end > number.begin && digit_at(text, number.end) && !tells_rate(text, number.end)) {
    const double power = power_of(text[number.end - 1]);
    const auto rest = numeral_at(text, number.end);
    if (rest->value >= power || text[number.end + rest->length - 1] == U'%') {
      return;
    }
    number.value += rest->length == 1 ? rest->value * power / 10 : rest->value;
    number.end += rest->length;
  }
}

/// Where a word for a power may stand behind a number: behind a blank, and behind the "a" of
/// "half a million".
std::size_t power_begin(FoldedView text, const ReadNumber& number) {
  constexpr std::array<FoldedView, 2> kOne = {U" a ", U" of a "};
  const bool blank = number.end < text.size() && text[number.end] == U' ';
  const auto one = number.ratio ? one_at(text, number.end, kOne) : std::nullopt;
  return one ? one->end : number.end + (blank ? 1 : 0);
}

/// Words for powers of ten.
void read_power_word(FoldedView text, ReadNumber& number) {
  constexpr std::array<ValuedWord, 4> kOthers = {
      {{U"k", 1e3}, {U"dozen", 12}, {U"dozens", 12}, {U"bn", 1e9}}};
  constexpr auto kPowers = joined(kScales, kOthers);
  constexpr FoldedView kHundred = U"hundred";
  if (const auto at = power_begin(text, number); word_stands_at(text, at, kHundred)) {
    number.value *= 100;
    number.end = at + kHundred.size();
    number.ratio = false;
  }
  const auto next = power_begin(text, number);
  for (const auto& [word, power] : kPowers) {
    const auto at = word.size() == 1 ? number.end : next;  // 5 k may be kelvins
    if (text.substr(at, word.size()) == word && !latin_at(text, at + word.size())) {
      number.value *= power;
      number.end = at + word.size();
      number.ratio = false;
      return;
    }
  }
}

}  // namespace

void read_magnitude(std::u32string_view text, ReadNumber& number) {
  read_distant_unit(text, number);
  read_short_power(text, number);
  read_rest(text, number);
  read_power_word(text, number);
}

}  // namespace pith::grading
