#include "text/utf8.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace pith::text;

TEST_CASE("the first invalid byte of a text is found", "[text]") {
  const auto [bytes, at] = GENERATE(table<std::string, std::size_t>({
      {"\xFF", 0},
      {"a\x80", 1},
      {"ab\xC0\xAF", 2},         // overlong slash
      {"中\xED\xA0\x80", 3},     // surrogate
      {"中\xE4\xB8", 3},         // cut short
      {"x\xF4\x90\x80\x80", 1},  // above U+10FFFF
      {"\xF0\x80\x80\x80", 0},   // overlong
  }));
  CHECK(find_invalid_utf8(bytes) == at);
  CHECK_FALSE(find_invalid_utf8(repair_utf8(bytes)));
}

TEST_CASE("a text is cut between characters", "[text]") {
  CHECK(prefix("abc", 2) == "ab");
  CHECK(prefix("abc", 3) == "abc");
  CHECK(prefix("abc", 9) == "abc");
  CHECK(prefix("a中文", 4) == "a中");
  CHECK(prefix("a中文", 6) == "a中");
  CHECK(prefix("中", 2).empty());
  CHECK(prefix(std::string(9, '\x80'), 5).empty());
}

TEST_CASE("code points survive the way to UTF-8 and back", "[text]") {
  CHECK(rc::check([](const std::vector<std::uint32_t>& raw) {
    std::u32string text;
    for (const auto value : raw) {
      const char32_t c = value % 0x110000;
      text += (c >= 0xD800 && c <= 0xDFFF) ? U'x' : c;
    }
    const auto utf8 = to_utf8(text);
    RC_ASSERT(!find_invalid_utf8(utf8));
    RC_ASSERT(to_utf32(utf8) == text);
    RC_ASSERT(count_code_points(utf8) == text.size());
  }));
}
