#include "terminal/layout.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/text_generators.h"
#include "text/display.h"

using namespace pith::terminal;

namespace {

/// Rows as they look, indentation as spaces.
std::vector<std::string> seen(const Layout& layout) {
  std::vector<std::string> rows;
  for (const auto& row : layout.rows) {
    std::string line(row.empty() ? 0 : row.front().column, ' ');
    for (const auto& glyph : row) {
      line += glyph.text;
    }
    rows.push_back(line);
  }
  return rows;
}

Layout at_end(std::string_view prompt, std::string_view text, std::size_t columns) {
  return lay_out({prompt, text, text.size(), ""}, columns);
}

}  // namespace

TEST_CASE("text stands in cells and the caret where the next character goes", "[terminal]") {
  using Rows = std::vector<std::string>;
  const auto [text, rows, caret] = GENERATE(table<std::string, Rows, Position>({
      {"", {"> "}, {0, 2}},
      {"abc", {"> abc"}, {0, 5}},
      {"机器", {"> 机器"}, {0, 6}},
      {"e\u0301", {"> e\u0301"}, {0, 3}},
      {"12345678", {"> 12345678", ""}, {1, 2}},  // full: the caret goes to the next row
      {"1234567", {"> 1234567"}, {0, 9}},
      {"1234567中", {"> 1234567", "  中"}, {1, 4}},  // wide at the right margin
      {"123456，", {"> 123456，", ""}, {1, 2}},
      {"a\nb", {"> a", "  b"}, {1, 3}},
      {"a\n", {"> a", ""}, {1, 2}},
      {"12345678\n9", {"> 12345678", "", "  9"}, {2, 3}},
      {"👨‍👩‍👧!", {"> 👨‍👩‍👧!"}, {0, 5}},
      {"a\x1b[b", {"> a␛[b"}, {0, 6}},
      {"ab cdefgh", {"> ab ", "  cdefgh"}, {1, 8}},        // words stay whole …
      {"ab 123456789", {"> ab 12345", "  6789"}, {1, 6}},  // … where a row can hold them
      {"12345678 ab", {"> 12345678", "  ab"}, {1, 4}},     // no row begins with a single space
      {"机器学习，好", {"> 机器学", "  习，好"}, {1, 8}},
  }));
  CAPTURE(text);
  const auto layout = at_end("> ", text, 10);
  CHECK(seen(layout) == rows);
  CHECK(layout.caret == caret);
}

TEST_CASE("a prompt wider than half the terminal does not indent", "[terminal]") {
  CHECK(seen(at_end("123456 ", "一二三", 10)) == std::vector<std::string>{"123456 一", "二三"});
  CHECK(seen(at_end("123456 ", "abcdef", 10)) == std::vector<std::string>{"123456 ", "abcdef"});
}

TEST_CASE("the status row stands below, cut to the width", "[terminal]") {
  const auto layout = lay_out({"> ", "abc", 1, "一二三四五六"}, 10);
  CHECK(seen(layout) == std::vector<std::string>{"> abc", "一二三四…"});
  CHECK(layout.caret == Position{0, 3});
}

TEST_CASE("the byte nearest to a cell is found", "[terminal]") {
  const auto layout = at_end("> ", "机器\nab", 10);
  CHECK(offset_at(layout, {0, 0}) == 0);
  CHECK(offset_at(layout, {0, 4}) == 3);
  CHECK(offset_at(layout, {0, 9}) == 6);
  CHECK(offset_at(layout, {1, 3}) == 8);
  CHECK(offset_at(layout, {1, 9}) == 9);
}

TEST_CASE("nothing in a prompt or a status breaks the row", "[terminal]") {
  const auto layout = lay_out({"a\r\nb\t", "", 0, "x\ny\u0301"}, 10);
  CHECK(seen(layout) == std::vector<std::string>{"a␍␊b ", "x␊y\u0301"});
  CHECK(seen(at_end("\u0301", "中\u200d", 10)) == std::vector<std::string>{"◌\u0301中"});
}

TEST_CASE("no row is wider than the terminal and the caret is always on it", "[terminal]") {
  CHECK(rc::check([] {
    const auto text = *pith::test::gen_text();
    const auto columns = *rc::gen::inRange<std::size_t>(2, 40);
    const auto layout = lay_out({*pith::test::gen_text(), text, text.size(), "status"}, columns);
    for (const auto& row : layout.rows) {
      RC_ASSERT(width_of(row) <= columns);
    }
    for (const auto& stop : layout.stops) {
      RC_ASSERT(stop.position.row < layout.rows.size());
      RC_ASSERT(stop.position.column < columns);
    }
    RC_ASSERT(layout.stops.size() == pith::text::grapheme_bounds(text).size());
  }));
}

TEST_CASE("a line of words is broken between them", "[terminal]") {
  const auto layout = lay_out_words("Enter next · u undo", Role::dim, 12);
  CHECK(seen(layout) == std::vector<std::string>{"Enter next", "· u undo"});
  CHECK(layout.caret == Position{1, 8});
  CHECK(lay_out_words("", Role::dim, 12).rows.size() == 1);
}
