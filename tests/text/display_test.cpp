#include "text/display.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/text_generators.h"
#include "text/utf8.h"

using namespace pith::text;

namespace {

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n') {
      out += c;
    }
  }
  return out;
}

bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0xAD ||
         c == 0x200B || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE;
}

}  // namespace

TEST_CASE("text is as wide as the cells that it fills", "[text]") {
  const auto [text, cells] = GENERATE(table<std::string, std::size_t>({
      {"", 0},
      {"abc", 3},
      {"机器学习", 8},
      {"，。！", 6},
      {"ＧＰＵ", 6},
      {"ｶﾅ", 2},
      {"e\u0301", 1},
      {"中\u0301", 2},
      {"…—“”", 4},  // ambiguous
      {"✓◐✗⇄", 4},
      {"😀", 2},
      {"👨‍👩‍👧", 2},
      {"👍🏽", 2},
      {"🇨🇳", 2},
      {"❤", 1},
      {"❤️", 2},
      {"1️⃣", 2},
      {"한글", 4},
      {"\u1112\u1161\u11ab", 2},
      {"\u200b", 0},
      {"\n", 0},
  }));
  CAPTURE(text);
  CHECK(display_width(text) == cells);
}

TEST_CASE("nothing that steers a terminal or hides text gets through", "[text]") {
  const auto [text, safe] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"plain 中文\n\tgoes on", "plain 中文\n\tgoes on"},
      {"\x1b[31mred", "␛[31mred"},
      {"a\rb\bc\x7f", "a␍b␈c␡"},
      {std::string("\0", 1), "␀"},
      {"\u009b31m", "\ufffd31m"},            // CSI in one byte of C1
      {"\xc2", "\ufffd"},                    // invalid UTF-8
      {"\x9b", "\ufffd"},                    // raw C1 byte
      {"a\u202etxt.exe", "a\ufffdtxt.exe"},  // right-to-left override
      {"a\u2066b\u2069", "a\ufffdb\ufffd"},
      {"x\u200ey\u200fz", "x\ufffdy\ufffdz"},
      {"soft\u00adhyphen", "soft\ufffdhyphen"},
      {"zero\u200bwidth\ufeff", "zero\ufffdwidth\ufffd"},
      {"line\u2028paragraph\u2029", "line\ufffdparagraph\ufffd"},
      {"\ufffe\U0010ffff", "\ufffd\ufffd"},
      {"👨‍👩‍👧", "👨‍👩‍👧"},  // joiners inside a sequence
      {"می‌خواهم", "می‌خواهم"},
      {"a\u200db", "a\ufffdb"},  // joiners that join nothing
      {"\u200d\u200d", "\ufffd\ufffd"},
      {"❤️", "❤️"},
      {"\U000e0041", "\ufffd"},  // tag character
  }));
  CAPTURE(text);
  CHECK(sanitise(text) == safe);
}

TEST_CASE("sanitised text is valid, free of what is forbidden, and stays as it is", "[text]") {
  CHECK(rc::check([] {
    const auto text = *pith::test::gen_text() + *rc::gen::arbitrary<std::string>();
    const auto safe = sanitise(text);
    RC_ASSERT(!find_invalid_utf8(safe));
    RC_ASSERT(sanitise(safe) == safe);
    const auto points = to_utf32(safe);
    RC_ASSERT(std::none_of(points.begin(), points.end(), is_forbidden));
  }));
}

TEST_CASE("JSON says the same when what it hides is escaped", "[text]") {
  CHECK(with_hidden_escaped(R"({"a":"中文 ✓\n"})") == R"({"a":"中文 ✓\n"})");
  CHECK(with_hidden_escaped("\"\x7F\u009b\u202e\u200d\U000e0041\"") ==
        R"("\u007f\u009b\u202e\u200d\udb40\udc41")");
}

TEST_CASE("lines break at spaces in Latin and anywhere in Han but before closing marks", "[text]") {
  using Lines = std::vector<std::string>;
  const auto [text, width, lines] = GENERATE(table<std::string, std::size_t, Lines>({
      {"", 10, {""}},
      {"one two three", 8, {"one two", "three"}},
      {"one  two", 4, {"one", "two"}},
      {"one two  ", 7, {"one two"}},
      {"extraordinary", 5, {"extra", "ordin", "ary"}},
      {"an extraordinary day", 6, {"an", "extrao", "rdinar", "y day"}},
      {"机器学习很好", 8, {"机器学习", "很好"}},
      {"机器学习，很好", 8, {"机器学", "习，很好"}},
      {"机器学", 5, {"机器", "学"}},
      {"s\u00A0跳过\u00A0· o\u00A0编辑", 10, {"s 跳过 ·", "o 编辑"}},
      {"copy it from /usr/share/decks", 16, {"copy it from", "/usr/share/decks"}},
      {"by extension .txt, .json or .md", 15, {"by extension", ".txt, .json or", ".md"}},
      {"and so on ...", 11, {"and so", "on ..."}},
      {"pith --count `ai-startup-en`", 17, {"pith --count", "`ai-startup-en`"}},
      {"待编辑：d/b（`pith list --marked`）。", 30, {"待编辑：d/b（`pith list", "--marked`）。"}},
      {"题库在/usr/share里", 12, {"题库", "在/usr/share", "里"}},
      {"“/usr/share/decks”", 16, {"“/usr/share/", "decks”"}},
      {"in /usr/share/decks", 10, {"in /usr/", "share/", "decks"}},
      {"a\nb", 10, {"a", "b"}},
      {"a\n\nb\n", 10, {"a", "", "b", ""}},
      {"  indented", 20, {"  indented"}},
      {"\tcode", 20, {"    code"}},
      {"👨‍👩‍👧👨‍👩‍👧", 3, {"👨‍👩‍👧", "👨‍👩‍👧"}},
      {"e\u0301e\u0301e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
  }));
  CAPTURE(text, width);
  CHECK(wrap(text, width) == lines);
}

TEST_CASE("wrapping keeps to the width and loses nothing but spaces", "[text]") {
  CHECK(rc::check([] {
    const auto text = sanitise(*pith::test::gen_text());
    const auto width = *rc::gen::inRange<std::size_t>(2, 30);
    const auto lines = wrap(text, width);
    std::string all;
    for (const auto& line : lines) {
      RC_ASSERT(display_width(line) <= width);
      all += line;
    }
    RC_ASSERT(without_spaces(all) == without_spaces(text));
  }));
}

TEST_CASE("text is cut and padded to cells", "[text]") {
  CHECK(pith::text::truncate("机器学习", 8) == "机器学习");
  CHECK(pith::text::truncate("机器学习", 7) == "机器学…");
  CHECK(pith::text::truncate("机器学习", 6) == "机器…");
  CHECK(pith::text::truncate("abc", 1) == "…");
  CHECK(pith::text::truncate("abc", 0).empty());
  CHECK(pith::text::truncate("ae\u0301i", 2) == "a…");
  CHECK(pad("机器", 6) == "机器  ");
  CHECK(pad("机器", 3) == "机器");
}

TEST_CASE("text falls into graphemes and words", "[text]") {
  using Bounds = std::vector<std::size_t>;
  CHECK(grapheme_bounds("") == Bounds{0});
  CHECK(grapheme_bounds("ae\u0301中") == Bounds{0, 1, 4, 7});
  CHECK(grapheme_bounds("👨‍👩‍👧!") == Bounds{0, 18, 19});
  CHECK(word_bounds("one two") == Bounds{0, 3, 4, 7});
  CHECK(word_bounds("机器学习很有用").size() > 3);  // not one run
}

TEST_CASE("of a page only what is too wide for the window is wrapped, and indented further",
          "[text]") {
  const auto [page, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"short\n  stays\n", "short\n  stays\n"},
      {"no break at its end", "no break at\n  its end\n"},
      {"  one two three four five\n", "  one two\n    three four\n    five\n"},
      {"机器学习机器学习机器学习\n", "机器学习机器学\n  习机器学习\n"},
      {"\x1b[1mfits in colour\x1b[0m\n", "\x1b[1mfits in colour\x1b[0m\n"},
      {"\n\n", "\n\n"},
  }));
  CAPTURE(page);
  CHECK(pith::text::fitted(page, 16) == expected);
}
