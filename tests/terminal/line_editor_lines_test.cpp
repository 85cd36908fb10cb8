// Scenes of the line editor at a terminal whose cursor cannot be moved.
#include <string>

#include <catch2/catch.hpp>

#include "terminal/editor_scene.h"

using pith::test::Editor;
using pith::test::Rows;

TEST_CASE("without a movable cursor lines are read as the terminal edits them", "[terminal]") {
  Editor program(40, 10, {"--lines"});
  const auto& before = program.first_modes();
  REQUIRE(program.shows({">"}, {0, 2}));
  program.type("机器\r");
  CHECK_SCENE(program, (Rows{"> 机器", "submitted: 机器", ">"}), {2, 2});
  program.type("?\r");
  CHECK_SCENE(program, (Rows{"> 机器", "submitted: 机器", "> ?", "key: ?", ">"}), {4, 2});
  CHECK(program.modes() == before);
  program.type("\x04");
  CHECK(program.wait() == 0);
  CHECK(program.screen().rows().back() == "end of input:");
}

TEST_CASE("without a movable cursor a draft is shown and Enter alone sends it", "[terminal]") {
  Editor program(50, 12, {"--lines", "--draft", "own algo"});
  const Rows offered = {"> own algo", "Enter sends this; what you type replaces it.", ">"};
  REQUIRE(program.shows(offered, {2, 2}));
  program.type("\r");
  CHECK_SCENE(program,
              (Rows{"> own algo", "Enter sends this; what you type replaces it.", ">",
                    "submitted: own algo", "> own algo",
                    "Enter sends this; what you type replaces it.", ">"}),
              {6, 2});
  program.type("own data\r");
  CHECK(program.shows_somewhere("submitted: own data"));
  program.type("\x03");
  CHECK(program.wait() == 130);
  CHECK(program.screen().rows().back() == "interrupted: own algo");
}

TEST_CASE("without a movable cursor a line that was begun is not lost when the reading ends",
          "[terminal]") {
  const auto [draft, last] = GENERATE(table<std::string, std::string>(
      {{"", "end of input: and data"}, {"own algo", "end of input: own algo/and data"}}));
  CAPTURE(draft);
  Editor program(50, 12, {"--lines", "--draft", draft});
  program.type("and data\x04\x04");  // the first Ctrl-D hands over what is typed
  CHECK(program.wait() == 0);
  CHECK(program.screen().rows().back() == last);
}

TEST_CASE("without a movable cursor a key is typed with Enter and Ctrl-C interrupts",
          "[terminal]") {
  Editor program(40, 10, {"--lines", "--key"});
  program.type("x\r");
  CHECK_SCENE(program, (Rows{"y/n? x", "y/n?"}), {1, 5});
  program.type("y\r");
  CHECK_SCENE(program, (Rows{"y/n? x", "y/n? y", "key: y", "y/n?"}), {3, 5});
  program.type("\x03");
  CHECK(program.wait() == 130);
}
