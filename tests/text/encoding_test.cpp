#include "text/encoding.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "text/utf8.h"

using pith::text::decode;

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
