#include "text/encoding.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "text/utf8.h"

using pith::text::decode;

namespace {

/// Without a byte order mark.
std::string utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  const auto add = [&](unsigned unit) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8U);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (const auto c : pith::text::to_utf32(text)) {
    if (c > 0xFFFF) {
      add(0xD800U + ((c - 0x10000U) >> 10U));
      add(0xDC00U + ((c - 0x10000U) & 0x3FFU));
    } else {
      add(c);
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("text of other encodings becomes UTF-8", "[text]") {
  CHECK(decode("plain").encoding == "UTF-8");
  CHECK(decode("\xEF\xBB\xBF茶").text == "茶");
  CHECK(decode(std::string("\xFF\xFE\x36\x83", 4)).text == "茶");
  CHECK(decode(std::string("\xFE\xFF\x83\x36", 4)).text == "茶");
  CHECK(decode(std::string("\xFF\xFE\0\0\x36\x83\0\0", 8)).text == "茶");
  CHECK(decode(std::string("\0\0\xFE\xFF\0\0\x83\x36", 8)).text == "茶");
  CHECK(decode("d\xE9j\xE0 vu").text == "déjà vu");
  CHECK(decode("\xB2\xE8\xBA\xCD\xCB\xAE, tea").text == "茶和水, tea");
  CHECK(decode("\xB2\xE8\xBA\xCD\xCB\xAE, tea").encoding == "GB18030");
}

TEST_CASE("UTF-16 is known without a byte order mark by the halves of its ASCII", "[text]") {
  const std::string text = GENERATE(
      "front;back\n", "一;茶叶是一种植物的叶子\n二;一一一\n", "Größe: größer als 一\r\n",
      "什么是护城河？\n别人买不到、也建不快的东西——团队与数据 🙂\n",
      "a\n", "Привет, мир\n");
  const bool big_endian = GENERATE(false, true);
  CAPTURE(text, big_endian);
  const auto decoded = decode(utf16(text, big_endian));
  CHECK(decoded.text == text);
  CHECK(decoded.encoding == (big_endian ? "UTF-16BE" : "UTF-16LE"));
}

TEST_CASE("a few NULs alone make no UTF-16", "[text]") {
  using namespace std::string_literals;
  const auto bytes =
      GENERATE("thequickbrownfox\0\0jumpsover"s, "a\0b"s, "茶\0茶叶"s, "\0"s,
               "\xB2\xE8\xBA\xCD\0\xCB\xAE\n\xB2\xE8\n\xB2"s, "PK\x03\x04\x14\0\0\0\x08\0"s);
  CAPTURE(bytes);
  CHECK_THAT(decode(bytes).encoding, !Catch::Matchers::StartsWith("UTF-16"));
}

TEST_CASE("two letters together within a word are Latin, common Chinese is not", "[text]") {
  CHECK(decode("Frage;Antwort\n\"Gr\xF6\xDF"
               "e\";\"4 KiB\"\n")
            .text == "Frage;Antwort\n\"Größe\";\"4 KiB\"\n");
  CHECK(decode("cr\xE9\xE9"
               "e;made")
            .text == "créée;made");
  CHECK(decode("TCP\xBA\xCD"
               "UDP")
            .text == "TCP和UDP");
  CHECK(decode("C\xD3\xEF\xD1\xD4").text == "C语言");
  CHECK(decode("\xE0\xDE").text == "噢");
}

TEST_CASE("a few wrong bytes in UTF-8 are replaced, and their lines named", "[text]") {
  const auto decoded = decode("茶\n水\n\xFF!\n");
  CHECK(decoded.text == "茶\n水\n\xEF\xBF\xBD!\n");
  CHECK(decoded.damaged_lines == std::vector<std::size_t>{3});
}

TEST_CASE("any bytes become valid UTF-8", "[text]") {
  rc::prop("whatever they are", [](const std::string& bytes) {
    RC_ASSERT(!pith::text::find_invalid_utf8(decode(bytes).text));
  });
}
