#include "grading/exact/number_parts.h"

#include <array>
#include <cstddef>
#include <optional>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_decimals.h"
#include "grading/exact/number_words.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

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
    if (part.end > at + numeral->length && part.value < 1 && !part.in_parts()) {
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
}

}  // namespace pith::grading
