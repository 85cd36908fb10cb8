#include "text/line_joins.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::text {
namespace {

char32_t last_code_point(std::string_view text) {
  auto at = text.size();
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
  return next_code_point(text, at);
}

}  // namespace

bool stands_without_space(char32_t c) {
  constexpr std::array<char32_t, 6> kAlsoLatin = {0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026};
  return is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60) ||
         std::ranges::find(kAlsoLatin, c) != kAlsoLatin.end();
}

void join_line(std::string& text, std::string_view line) {
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  std::size_t first = 0;
  const bool tight = stands_without_space(last_code_point(text)) &&
                     stands_without_space(next_code_point(line, first));
  text += tight || text.ends_with('\n') ? "" : " ";
  text += line;
}

}  // namespace pith::text
