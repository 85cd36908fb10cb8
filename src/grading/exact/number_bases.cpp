#include "grading/exact/number_bases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "grading/exact/folded_words.h"

namespace pith::grading {
namespace {

/// The base that a number's beginning tells; 0 if it tells none.
int base_at(FoldedView text, std::size_t at) {
  constexpr std::array<std::pair<FoldedView, int>, 3> kPrefixes = {
      {{U"0x", 16}, {U"0b", 2}, {U"0o", 8}}};
  for (const auto& [prefix, base] : kPrefixes) {
    if (text.substr(at).starts_with(prefix)) {
      return base;
    }
  }
  return 0;
}

/// The value of a digit in any base up to 16; 16 if it is none.
int digit_value(char32_t c) {
  constexpr FoldedView kDigits = U"0123456789abcdef";
  return static_cast<int>(std::min(kDigits.find(c), kDigits.size()));
}

/// Whether the word or the formula goes on there: 0xfoo, 0x10^5.
bool number_goes_on(FoldedView text, std::size_t at) {
  return latin_at(text, at) || digit_at(text, at) || (at < text.size() && text[at] == U'^');
}

}  // namespace

std::optional<Numeral> based_number_at(std::u32string_view folded, std::size_t at) {
  constexpr std::size_t kPrefix = 2;
  constexpr std::size_t kMostDigits = 64;
  const int base = base_at(folded, at);
  const bool begins = at == 0 || (!digit_at(folded, at - 1) && !latin_at(folded, at - 1) &&
                                  folded[at - 1] != U'.' && folded[at - 1] != U'_');
  if (base == 0 || !begins) {
    return std::nullopt;
  }
  Numeral number{0, kPrefix};
  for (auto end = at + kPrefix; end < folded.size() && digit_value(folded[end]) < base; ++end) {
    number.value = number.value * base + digit_value(folded[end]);
    ++number.length;
  }
  const bool whole = number.length > kPrefix && number.length <= kPrefix + kMostDigits &&
                     !number_goes_on(folded, at + number.length);
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace pith::grading
