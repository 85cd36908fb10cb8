#include "terminal/style.h"

#include <limits>
#include <optional>
#include <regex>
#include <string>

#include <catch2/catch.hpp>

#include "terminal/capabilities.h"

using namespace pith::terminal;
using pith::grading::Verdict;

TEST_CASE("colour follows the option, then NO_COLOR, then FORCE_COLOR, then the output",
          "[terminal]") {
  struct Case {
    ColourChoice color;
    std::string no_color, force_color, term;
    bool terminal, expected;
  };
  const auto c = GENERATE(values<Case>({
      {ColourChoice::automatic, "", "", "xterm", true, true},
      {ColourChoice::automatic, "", "", "xterm", false, false},
      {ColourChoice::automatic, "", "", "dumb", true, false},
      {ColourChoice::automatic, "", "", "", true, false},
      {ColourChoice::automatic, "1", "", "xterm", true, false},
      {ColourChoice::automatic, "0", "", "xterm", true, false},
      {ColourChoice::automatic, "1", "1", "xterm", true, false},
      {ColourChoice::automatic, "", "1", "dumb", false, true},
      {ColourChoice::automatic, "", "0", "xterm", true, false},
      {ColourChoice::always, "1", "0", "dumb", false, true},
      {ColourChoice::never, "", "1", "xterm", true, false},
  }));
  CAPTURE(c.no_color, c.force_color, c.term, c.terminal);
  Surroundings around;
  around.output_is_terminal = c.terminal;
  around.term = c.term;
  around.no_color = c.no_color;
  around.force_color = c.force_color;
  around.color = c.color;
  CHECK(capabilities(around).colour == c.expected);
}

TEST_CASE("a UTF-8 locale is told by its code set", "[terminal]") {
  const auto [locale, expected] = GENERATE(table<std::string, bool>({
      {"zh_CN.UTF-8", true},
      {"en_GB.utf8", true},
      {"C.UTF-8", true},
      {"de_DE.UTF-8@euro", true},
      {"", false},
      {"C", false},
      {"POSIX", false},
      {"zh_CN.GB18030", false},
      {"utf8", false},
  }));
  Surroundings around;
  around.locale = locale;
  CHECK(capabilities(around).unicode == expected);
}

TEST_CASE("a person can be asked only where input and output are terminals", "[terminal]") {
  const auto [in, out, term, interactive, cursor] =
      GENERATE(table<bool, bool, std::string, bool, bool>({
          {true, true, "xterm-256color", true, true},
          {true, true, "dumb", true, false},
          {true, true, "", true, false},
          {false, true, "xterm", false, false},
          {true, false, "xterm", false, false},
      }));
  Surroundings around;
  around.input_is_terminal = in;
  around.output_is_terminal = out;
  around.term = term;
  CHECK(capabilities(around).interactive == interactive);
  CHECK(capabilities(around).cursor == cursor);
}

TEST_CASE("text is painted by its role, or not at all", "[terminal]") {
  CHECK(Style(true, true).paint(Role::hit, "yes") == "\x1b[32myes\x1b[0m");
  CHECK(Style(true, true).paint(Role::plain, "yes") == "yes");
  CHECK(Style(true, true).paint(Role::hit, "").empty());
  CHECK(Style(false, true).paint(Role::error, "yes") == "yes");
}

TEST_CASE("no role touches the background", "[terminal]") {
  for (const auto& sgr : default_theme().sgr) {
    CHECK_FALSE(std::regex_search(sgr, std::regex("(^|;)(4[0-9]|10[0-7])(;|$)")));
  }
}

TEST_CASE("styles are written in words", "[terminal]") {
  const auto [words, sgr] = GENERATE(table<std::string, std::optional<std::string>>({
      {"", ""},
      {"none", ""},
      {"bold", "1"},
      {"bold green", "1;32"},
      {"  underline  bright-blue ", "4;94"},
      {"bold gruen", std::nullopt},
      {"bright-", std::nullopt},
      {"bright-bold", std::nullopt},
      {"BOLD", std::nullopt},
      {"1;31", std::nullopt},
      {"\x1b[31m", std::nullopt},
  }));
  CAPTURE(words);
  CHECK(parse_style(words) == sgr);
}

TEST_CASE("every verdict has a glyph of its own in Unicode and in ASCII", "[terminal]") {
  const Style unicode(false, true);
  const Style ascii(false, false);
  CHECK(unicode.glyph(Verdict::hit) == "✓");
  CHECK(unicode.glyph(Verdict::contradicted) == "⇄");
  CHECK(ascii.glyph(Verdict::hit) == "+");
  CHECK(ascii.glyph(Verdict::partial) == "~");
  CHECK(ascii.glyph(Verdict::missed) == "-");
  CHECK(ascii.glyph(Verdict::contradicted) == "!");
  CHECK(role_of(Verdict::partial) == Role::partial);
}

TEST_CASE("a bar is filled by its share", "[terminal]") {
  const Style style(false, false);
  const auto [share, bar] = GENERATE(table<double, std::string>({
      {0.0, "--------"},
      {0.5, "####----"},
      {1.0, "########"},
      {-1.0, "--------"},
      {7.0, "########"},
      {std::numeric_limits<double>::quiet_NaN(), "--------"},
  }));
  CHECK(style.bar(share, 8) == bar);
  CHECK(Style(false, true).bar(0.5, 2) == "█░");
  CHECK(style.bar(0.5, 0).empty());
}
