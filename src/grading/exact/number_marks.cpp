#include "grading/exact/number_marks.h"

#include <cstddef>

#include "text/utf8.h"

namespace pith::grading {
namespace {

bool is_superscript(char32_t c) {
  constexpr std::u32string_view kLatin1 = U"²³¹";
  return kLatin1.find(c) != std::u32string_view::npos || c == U'⁰' || (c >= U'⁴' && c <= U'⁻');
}

bool is_fraction(char32_t c) {
  return (c >= U'¼' && c <= U'¾') || (c >= U'⅐' && c <= U'⅞');
}

}  // namespace

text::Folded fold_with_marks(std::string_view answer) {
  const auto folded = text::fold(answer);
  text::Folded marked;
  const auto add = [&](char32_t c, std::size_t like) {
    marked.text += c;
    marked.begin.push_back(folded.begin[like]);
    marked.end.push_back(folded.end[like]);
  };
  char32_t before = U' ';
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    auto at = folded.begin[i];
    const auto typed = text::next_code_point(answer, at);
    const bool first = i == 0 || folded.begin[i] != folded.begin[i - 1];
    if (first && i > 0 && is_superscript(typed) && !is_superscript(before)) {
      add(U'^', i);
    } else if (first && is_fraction(typed) && before >= U'0' && before <= U'9') {
      add(U' ', i);
    }
    add(folded.text[i], i);
    before = typed;
  }
  return marked;
}

}  // namespace pith::grading
