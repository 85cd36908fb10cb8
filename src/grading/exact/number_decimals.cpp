#include "grading/exact/number_decimals.h"

#include <cstddef>

#include "grading/exact/folded_words.h"
#include "grading/words/numerals.h"

namespace pith::grading {
namespace {

/// The value of the digits from `at` on, as of a decimal fraction; moves behind them.
double read_fraction(FoldedView text, std::size_t& at) {
  double value = 0;
  for (double scale = 0.1; digit_at(text, at); ++at, scale /= 10) {
    value += scale * static_cast<double>(text[at] - U'0');
  }
  return value;
}

}  // namespace

void read_decimals(std::u32string_view text, ReadNumber& number) {
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

}  // namespace pith::grading
