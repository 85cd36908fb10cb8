#include "grading/exact/number_units.h"

#include <array>
#include <cstddef>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/words/numerals.h"

namespace pith::grading {
namespace {

/// `30 万`: the unit behind a blank.
void read_distant_unit(FoldedView text, ReadNumber& number) {
  constexpr std::array<std::pair<FoldedView, double>, 6> kUnits = {{{U" 万亿", 1e12},
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

/// `2345` behind `1万`.
void read_rest(FoldedView text, ReadNumber& number) {
  const bool by_unit =
      number.end > 0 && (text[number.end - 1] == U'万' || text[number.end - 1] == U'亿');
  if (by_unit && digit_at(text, number.end)) {
    const auto rest = numeral_at(text, number.end);
    number.value += rest->value;
    number.end += rest->length;
  }
}

/// Words for powers of ten.
void read_power_word(FoldedView text, ReadNumber& number) {
  constexpr std::array<std::pair<FoldedView, double>, 7> kPowers = {{{U"k", 1e3},
                                                                     {U"dozen", 12},
                                                                     {U"thousand", 1e3},
                                                                     {U"million", 1e6},
                                                                     {U"billion", 1e9},
                                                                     {U"bn", 1e9},
                                                                     {U"trillion", 1e12}}};
  const auto next = number.end + (number.end < text.size() && text[number.end] == U' ' ? 1 : 0);
  for (const auto& [word, power] : kPowers) {
    const auto at = word.size() == 1 ? number.end : next;  // 5 k may be kelvins
    if (text.substr(at, word.size()) == word && !latin_at(text, at + word.size())) {
      number.value *= power;
      number.end = at + word.size();
      return;
    }
  }
}

}  // namespace

void read_magnitude(std::u32string_view text, ReadNumber& number) {
  read_distant_unit(text, number);
  read_rest(text, number);
  read_power_word(text, number);
}

}  // namespace pith::grading
