#include "support/text_generators.h"

#include <vector>

#include "text/utf8.h"

namespace pith::test {
namespace {

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const auto& piece : pieces) {
    text += piece;
  }
  return text;
}

std::string code_point(char32_t c) {
  std::string text;
  text::append_utf8(text, c >= 0xD800 && c <= 0xDFFF ? U'x' : c);
  return text;
}

rc::Gen<std::string> between(char32_t first, char32_t last) {
  return rc::gen::map(rc::gen::inRange<std::uint32_t>(first, last + 1),
                      [](std::uint32_t c) { return code_point(c); });
}

}  // namespace

rc::Gen<std::string> gen_text() {
  const auto piece = rc::gen::weightedOneOf<std::string>({
      {8, between(0x20, 0x7E)},
      {8, between(0x4E00, 0x9FFF)},
      {2, between(0x3000, 0x30FF)},
      {2, between(0xFF00, 0xFFEF)},
      {2, between(0x300, 0x36F)},
      {2, between(0x1F1E6, 0x1F64F)},
      {1, between(0xAC00, 0xD7A3)},
      {1, between(0x900, 0x97F)},
      {1, between(0, 0x10FFFF)},
      {4, rc::gen::element<std::string>(" ", "\n", "\t", "word", "👨‍👩‍👧", "❤️",
                                        "，", "”", "\u200d", "\u200b", "\u202e", "\x1b[31m", "\x7f",
                                        "\u00ad", "\ufeff")},
  });
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), joined);
}

}  // namespace pith::test
