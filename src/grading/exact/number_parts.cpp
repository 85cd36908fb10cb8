#include "grading/exact/number_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_decimals.h"
#include "grading/exact/number_tables.h"
#include "grading/exact/part_words.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// What "and a half" halves: the dozen of "a dozen and a half", else one.
double halved_behind(FoldedView text, const ReadNumber& number) {
  constexpr std::array<ValuedWord, 2> kDozens = {{{U"dozen", 12}, {U"打", 12}}};
  constexpr auto kPowers = joined(kScales, kDozens);
  const auto said = text.substr(number.begin, number.end - number.begin);
  const auto power =
      std::ranges::find_if(kPowers, [&](const auto& one) { return said.ends_with(one.first); });
  return power == kPowers.end() ? 1 : power->second;
}

/// "and a half", "and three quarters".
bool read_and_part(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kAnd = U" and ";
  const double halved = halved_behind(text, number);
  if (const auto half = behind_and_a_half(text, number.end)) {
    number.value += 0.5 * halved;
    number.end = *half;
    return true;
  }
  const bool joined = text.substr(number.end).starts_with(kAnd);
  const auto part = joined ? parts_in_words_at(text, number.end + kAnd.size()) : std::nullopt;
  if (part) {
    number.value += part->value * halved;
    number.end += kAnd.size() + part->length;
  }
  return part.has_value();
}

/// "two years and a half"; not "two men and a half of the women".
void read_counted_and_half(FoldedView text, ReadNumber& number) {
  constexpr FoldedView kOf = U" of";
  const auto word = behind_counted_word(text, number.end);
  const auto part = word ? and_part_at(text, *word) : std::nullopt;
  if (part && !word_stands_at(text, *word + part->length, kOf) && number.value >= 1) {
    number.value += part->value;
    number.end = *word + part->length;
  }
}

/// What is less than one behind a whole number: `1 1/2`, 一又二分之一, "one and a half", "two and
/// three quarters".
void read_mixed(FoldedView text, ReadNumber& number) {
  if (read_and_part(text, number)) {
    return;
  }
  constexpr std::array<FoldedView, 4> kJoined = {U"又", U" ", U" and ", U"-"};
  constexpr FoldedView kOf = U" of";
  const auto join = one_at(text, number.end, kJoined);
  const auto at = join ? join->end : text.size();
  const bool joined = join && !number.ratio && (text[number.end] == U'又' || digit_at(text, at));
  if (const auto numeral = joined ? numeral_at(text, at) : std::nullopt) {
    ReadNumber part{numeral->value, at, at + numeral->length};
    read_ratio(text, part);
    if (part.end > at + numeral->length && part.value < 1 && !part.in_parts() &&
        (at == number.end + 1 || !word_stands_at(text, part.end, kOf))) {
      number.value += part.value;
      number.end = part.end;
    }
  }
}

/// 三个半, 两点半, 一年半; not 三个半岛.
void read_half(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 17> kBehindHalf = {
      U"小时", U"月", U"钟头", U"星期", U"学期", U"世纪", U"左右", U"以上", U"的",
      U"了",   U"吧", U"时间", U"饭",   U"水",   U"酒",   U"肉",   U"油"};
  const auto measure = measure_at(text, number.end);
  const auto half = measure ? measure->end : number.end;
  const auto end = half + 1;
  if (half < text.size() && text[half] == U'半' &&
      (end == text.size() || text::is_punctuation_or_space(text[end]) ||
       one_at(text, end, kBehindHalf))) {
    number.end = half;
    number.value = (number.value + 0.5) * halved_behind(text, number);
    number.end = end;
  }
}

/// 一米七五, 三块五, 三元五角: the digits behind the measure are its decimals.
void read_decimals_of_measure(FoldedView text, ReadNumber& number) {
  constexpr std::array<FoldedView, 4> kMeasures = {U"米", U"斤", U"块", U"元"};
  constexpr std::array<FoldedView, 11> kBehind = {U"左右", U"高", U"长", U"重", U"钱", U"的",
                                                  U"了",   U"吧", U"毛", U"角", U"两"};
  constexpr std::size_t kMostDecimals = 2;
  constexpr FoldedView kDigits = U"0123456789零一二三四五六七八九";
  const auto measure = one_at(text, number.end, kMeasures);
  const auto begin = measure ? measure->end : text.size();
  const auto end = std::min(text.find_first_not_of(kDigits, begin), text.size());
  if (end == begin || end > begin + kMostDecimals ||
      !(end == text.size() || text::is_punctuation_or_space(text[end]) ||
        one_at(text, end, kBehind))) {
    return;
  }
  double scale = 0.1;
  for (auto at = begin; at < end; ++at, scale /= 10) {
    number.value += scale * static_cast<double>(kDigits.find(text[at]) % 10);
  }
  number.end = end;
}

}  // namespace

void read_ratio(std::u32string_view text, ReadNumber& number) {
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
    number.whole = chinese && (number.value == 100 || number.value == 1000) ? number.value : 1;
    number.ratio = number.whole != 100;
    number.value = chinese ? other.value / number.value : number.value / other.value;
    number.end = other.end;
  }
}

void read_rest_below_one(std::u32string_view text, ReadNumber& number) {
  read_mixed(text, number);
  read_half(text, number);
  read_decimals_of_measure(text, number);
}

void read_rest_behind_word(std::u32string_view text, ReadNumber& number) {
  if (!read_and_part(text, number)) {
    read_counted_and_half(text, number);
  }
}

}  // namespace pith::grading
