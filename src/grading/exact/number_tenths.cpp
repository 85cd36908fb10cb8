#include "grading/exact/number_tenths.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grading/exact/folded_words.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Whether 成 at `at` counts tenths, and begins no word.
bool counts_tenths(FoldedView text, std::size_t at) {
  constexpr std::array<FoldedView, 36> kWords = {
      U"成不变", U"成为", U"成了", U"成员", U"成本", U"成功", U"成立", U"成年", U"成人",
      U"成分",   U"成份", U"成绩", U"成果", U"成熟", U"成长", U"成都", U"成语", U"成品",
      U"成套",   U"成像", U"成就", U"成交", U"成对", U"成群", U"成名", U"成型", U"成形",
      U"成婚",   U"成见", U"成行", U"成排", U"成倍", U"成千", U"成双", U"成家", U"成材"};
  return text.substr(at).starts_with(U"成") && !one_at(text, at, kWords);
}

/// Whether 折 at `at` tells what is left of a price, and begins no word.
bool counts_off(FoldedView text, std::size_t at) {
  constexpr std::array<FoldedView, 15> kBehind = {U"优惠", U"出售", U"促销", U"销售", U"左右",
                                                  U"上下", U"以上", U"以下", U"的",   U"了",
                                                  U"吧",   U"后",   U"卖",   U"买",   U"半"};
  const auto behind = at + 1;
  return text.substr(at).starts_with(U"折") &&
         (behind == text.size() || text::is_punctuation_or_space(text[behind]) ||
          one_at(text, behind, kBehind));
}

/// The digit behind 成 or 折: the 三 of 三成三, half a tenth for 半; moves behind it.
double read_hundredths(FoldedView text, std::size_t& at) {
  constexpr double kMostDigit = 9;
  if (text.substr(at).starts_with(U"半")) {
    ++at;
    return 5;
  }
  const auto digit = numeral_at(text, at);
  if (!digit || digit->length != 1 || digit->value > kMostDigit ||
      text.substr(at).starts_with(U"十")) {
    return 0;
  }
  ++at;
  return digit->value;
}

}  // namespace

void read_tenths(std::u32string_view text, ReadNumber& number) {
  const bool tenths = counts_tenths(text, number.end);
  const bool off = counts_off(text, number.end);
  const double most = off ? 99 : 10;
  if ((!tenths && !off) || number.value <= 0 || number.value > most) {
    return;
  }
  const bool hundredths = number.value > 10;
  number.whole = 10;
  number.value /= hundredths ? 100 : 10;
  ++number.end;
  if (!hundredths) {
    number.value += read_hundredths(text, number.end) / 100;
  }
}

void read_tenths_of_people(std::u32string_view text, ReadNumber& number) {
  constexpr FoldedView kPeople = U"成人";
  if (text.substr(number.end).starts_with(kPeople) && number.value > 0 && number.value <= 10 &&
      !digit_at(text, number.begin) && !number.is_share()) {
    number.whole = 10;
    number.value /= 10;
    ++number.end;
  }
}

}  // namespace pith::grading
