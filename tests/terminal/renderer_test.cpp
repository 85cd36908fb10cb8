#include "terminal/renderer.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/screen.h"
#include "text/display.h"

using namespace pith::terminal;
using pith::test::Cursor;
using pith::test::Screen;
using Rows = std::vector<std::string>;

namespace {

const Style& plain_style() {
  static const Style style(false, true);
  return style;
}

Layout laid_out(std::string_view text, std::size_t columns, std::string_view status = "") {
  return lay_out({"> ", text, text.size(), status}, columns);
}

}  // namespace

TEST_CASE("a key writes little more than itself", "[terminal]") {
  Renderer renderer(plain_style(), false);
  const std::string text(70, 'x');
  static_cast<void>(renderer.draw(laid_out(text, 80), {80, 24}));
  CHECK(renderer.draw(laid_out(text + "y", 80), {80, 24}).size() < 24);
  CHECK(renderer.draw(laid_out(text + "y", 80), {80, 24}).empty());
}

TEST_CASE("roles are painted and end with their text", "[terminal]") {
  const Style style(true, true);
  Renderer renderer(style, false);
  const auto bytes = renderer.draw(laid_out("a", 20, "low"), {20, 5});
  CHECK(bytes.find("\x1b[1;36m> \x1b[0ma") != std::string::npos);
  CHECK(bytes.find("\x1b[2mlow\x1b[0m") != std::string::npos);
}

TEST_CASE("where a terminal breaks rows anew the block is found again", "[terminal]") {
  Renderer renderer(plain_style(), true);
  static_cast<void>(renderer.draw(laid_out(std::string(50, 'x'), 40), {40, 24}));
  // Rows of 40 and 14 cells become 2 and 1 of 20; the caret stands in the third.
  CHECK(renderer.resized({20, 24}) == "\r\x1b[2A\x1b[J");
}

TEST_CASE("a block is never erased beyond the top of the screen", "[terminal]") {
  Renderer renderer(plain_style(), true);
  static_cast<void>(renderer.draw(laid_out(std::string(500, 'x'), 80), {80, 24}));
  CHECK(renderer.resized({10, 5}) == "\r\x1b[4A\x1b[J");
}

TEST_CASE("a screen of one row shows the row of the caret", "[terminal]") {
  Renderer renderer(plain_style(), false);
  static_cast<void>(renderer.draw(laid_out("a\nb\nc", 80), {80, 24}));
  static_cast<void>(renderer.resized({80, 1}));
  const auto drawn = renderer.draw(lay_out({"> ", "a\nb\nc", 1, "status"}, 80), {80, 1});
  CHECK(drawn.find("> a") != std::string::npos);
  CHECK(drawn.find('b') == std::string::npos);
  CHECK(drawn.size() < 24);
}

TEST_CASE("drawing the difference shows the same as drawing at once", "[terminal]") {
  CHECK(rc::check([] {
    const auto words =
        rc::gen::element<std::string>("a", "word ", "中", "，", "\n", "e\u0301", "😀", "机器学习");
    const auto columns = *rc::gen::inRange<std::size_t>(6, 20);
    const Size size{columns, 6};
    Screen screen(columns, size.rows);
    Renderer renderer(plain_style(), false);
    Layout layout;
    for (int step = 0; step < 4; ++step) {
      std::string text;
      for (const auto& word : *rc::gen::container<std::vector<std::string>>(words)) {
        text += word;
      }
      const auto bounds = pith::text::grapheme_bounds(text);
      const auto caret = bounds[*rc::gen::inRange<std::size_t>(0, bounds.size())];
      layout = lay_out({"> ", text, caret, *rc::gen::element<std::string>("", "status")}, columns);
      screen.write(renderer.draw(layout, size));
    }
    Screen fresh(columns, size.rows);
    Renderer first(plain_style(), false);
    fresh.write(first.draw(layout, size));
    RC_ASSERT(screen.rows() == fresh.rows());
    RC_ASSERT(screen.cursor().column == layout.caret.column);
    RC_ASSERT(screen.cursor() == fresh.cursor());
  }));
}
