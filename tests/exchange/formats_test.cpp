#include "exchange/formats.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "text/utf8.h"

using namespace pith;

namespace {

std::string format_of(const std::string& name, const std::string& bytes) {
  const auto* format = exchange::import_format_of({name, bytes});
  return format == nullptr ? "none" : std::string(format->name);
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  for (const auto c : U"\uFEFF" + text::to_utf32(text)) {
    const auto low = static_cast<char>(c & 0xFFU);
    const auto high = static_cast<char>(c >> 8U);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

/// Of the few Chinese characters in these tests.
std::string gb18030(std::string_view text) {
  static const std::map<char32_t, std::string> kPairs{
      {U'茶', "\xB2\xE8"}, {U'：', "\xA3\xBA"}, {U'题', "\xCC\xE2"}, {U'目', "\xC4\xBF"}};
  std::string bytes;
  for (const auto c : text::to_utf32(text)) {
    bytes += c < 0x80 ? std::string(1, static_cast<char>(c)) : kPairs.at(c);
  }
  return bytes;
}

/// The text in every encoding that import reads.
std::vector<std::pair<std::string, std::string>> encoded(const std::string& text) {
  return {{"UTF-8", text},
          {"UTF-8 with a mark", "\xEF\xBB\xBF" + text},
          {"UTF-16LE", utf16(text, false)},
          {"UTF-16BE", utf16(text, true)},
          {"UTF-16LE without a mark", utf16(text, false).substr(2)},
          {"UTF-16BE without a mark", utf16(text, true).substr(2)},
          {"GB18030", gb18030(text)}};
}

}  // namespace

TEST_CASE("a file's format is told by its characters, not by its bytes", "[exchange]") {
  const auto [name, text, format] = GENERATE(table<std::string, std::string, std::string>({
      {"a.txt", "茶\ttea\n\nb\tc\n", "csv"},
      {"a.txt", "#separator:Comma\n#html:false\n茶,tea\n", "csv"},
      {"a.md", "Q: 茶\nA: tea\n", "hashcards"},
      {"a.md", "Q：茶\nA：tea\n", "hashcards"},
      {"a.md", "#flashcards\n\n茶::tea\n", "obsidian"},
      {"a.md", "茶 :: tea\nb :: c\n", "obsidian"},
      {"a.md", "**题目：** 茶?\n\nA: tea\n", "markdown"},
  }));
  CAPTURE(text);
  for (const auto& [encoding, bytes] : encoded(text)) {
    CAPTURE(encoding);
    CHECK(format_of(name, bytes) == format);
  }
}

TEST_CASE("lines with the same separator, each as often, are a table", "[exchange]") {
  const auto [text, format] = GENERATE(table<std::string, std::string>({
      {"茶;tea\n水;water, or H2O\n", "csv"},
      {"front|back\na|b\n\nc|d\n", "csv"},
      {"a,1\n\"b, c\",2\n", "csv"},
      {"What is tea?;It is a plant.\n什么是水？;一种液体。\n", "csv"},
      {"a;b\n", "markdown"},                                     // one line is no table
      {"a;b\nc\n", "markdown"},                                  //
      {"a;b\nc;d;e\n", "markdown"},                              //
      {"Tea, a plant.\nWater, a liquid.\n", "markdown"},         //
      {"Question: tea;\nAnswer: a plant; or so\n", "markdown"},  //
      {"1. tea;plant\n2. water;liquid\n", "markdown"},           //
      {"- tea;plant\n- water;liquid\n", "markdown"},             //
      {"# Tea;plant\nwater;liquid\n", "markdown"},               //
      {"|a|b|\n|-|-|\n", "markdown"},                            //
  }));
  CAPTURE(text);
  CHECK(format_of("a.txt", text) == format);
}

TEST_CASE("a document of labelled questions is none of Obsidian's for the colons in them",
          "[exchange]") {
  CHECK(format_of("a.md",
                  "**Question:** f :: Int\n\n**Answer:** a\n\n"
                  "**Question:** g :: Int\n\n**Answer:** b\n") == "markdown");
  CHECK(format_of("a.md", "Q: f\n\nf :: Int\n\ng :: Int\n\nh :: Int\n") == "obsidian");
}

TEST_CASE("a long file's format is told by the whole lines it begins with", "[exchange]") {
  std::string table;
  while (table.size() < (std::size_t{1} << 19U)) {
    table += std::string(table.size() % 97, '-') + "茶\ttea\n";
  }
  for (const auto& [encoding, bytes] : encoded(table)) {
    CAPTURE(encoding);
    CHECK(format_of("a.txt", bytes) == "csv");
  }
}
