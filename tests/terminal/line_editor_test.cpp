// Scenes at a pseudo-terminal: what is typed, and the screen and the cursor's cell afterwards.
#include "terminal/line_editor.h"

#include <csignal>
#include <string>

#include <catch2/catch.hpp>

#include "terminal/editor_scene.h"

using pith::test::Cursor;
using pith::test::Editor;
using pith::test::pasted;
using pith::test::PtyProgram;
using pith::test::Rows;

namespace {

constexpr auto* kUp = "\x1b[A";
constexpr auto* kDown = "\x1b[B";
constexpr auto* kRight = "\x1b[C";
constexpr auto* kLeft = "\x1b[D";
constexpr auto* kWordLeft = "\x1b[1;5D";
constexpr auto* kAltEnter = "\x1b\r";

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

}  // namespace

TEST_CASE("what is typed stands in its cells, the cursor behind it", "[terminal]") {
  const auto [typed, rows, cursor] = GENERATE(table<std::string, Rows, Cursor>({
      {"", {">"}, {0, 2}},
      {"stability", {"> stability"}, {0, 11}},
      {"机器学习", {"> 机器学习"}, {0, 10}},
      {"cafe\u0301!", {"> cafe\u0301!"}, {0, 7}},
      {"中\u0301文", {"> 中\u0301文"}, {0, 6}},
      {"😀好", {"> 😀好"}, {0, 6}},
      {"成本，效率。", {"> 成本，效率。"}, {0, 14}},
      {"ＧＰＵ", {"> ＧＰＵ"}, {0, 8}},
      {"\x01\x02", {">"}, {0, 2}},
      // At the right margin of 40 columns.
      {std::string(37, 'x'), {"> " + std::string(37, 'x')}, {0, 39}},
      {std::string(38, 'x'), {"> " + std::string(38, 'x')}, {1, 2}},
      {std::string(40, 'x'), {"> " + std::string(38, 'x'), "  xx"}, {1, 4}},
      {repeated("学", 20), {"> " + repeated("学", 19), "  学"}, {1, 4}},
      {"a" + repeated("学", 19), {"> a" + repeated("学", 18), "  学"}, {1, 4}},
      {repeated("学", 18) + "a，", {"> " + repeated("学", 18), "  a，"}, {1, 5}},
      {std::string(34, 'x') + " whole", {"> " + std::string(34, 'x'), "  whole"}, {1, 7}},
      {std::string(37, 'x') + "e\u0301y", {"> " + std::string(37, 'x') + "e\u0301", "  y"}, {1, 3}},
  }));
  CAPTURE(typed);
  Editor program;
  program.type(typed);
  CHECK_SCENE(program, rows, cursor);
}

TEST_CASE("keys edit where the cursor is", "[terminal]") {
  const auto [typed, rows, cursor] = GENERATE(table<std::string, Rows, Cursor>({
      {std::string("机学") + kLeft + "器", {"> 机器学"}, {0, 6}},
      {std::string("机器学") + kLeft + "\x7f", {"> 机学"}, {0, 4}},
      {std::string("ae\u0301b") + kLeft + "\x7f" + "x", {"> axb"}, {0, 4}},
      {std::string("a😀b") + kLeft + kLeft + "\x1b[3~", {"> ab"}, {0, 3}},
      {std::string("ab") + "\x01" + "中", {"> 中ab"}, {0, 4}},
      {std::string("one two three") + kWordLeft + kWordLeft, {"> one two three"}, {0, 6}},
      {"one two\x17\x01\x19", {"> twoone"}, {0, 5}},  // kill a word, yank it in front
      {"one two\x17"
       "\x1b[D\x15\x19\x1by",
       {"> two"},
       {0, 5}},  // the kill before the last
      {"one two\x15", {">"}, {0, 2}},
      {"one two\x01\x0b\x19\x19", {"> one twoone two"}, {0, 16}},
      {"one two\x1f", {"> one"}, {0, 5}},           // undo
      {"one two\x1f\x1f\x1b_", {"> one"}, {0, 5}},  // undo twice, redo
      {"学机\x14", {"> 机学"}, {0, 6}},             // transpose
      {std::string("one") + kAltEnter + "two", {"> one", "  two"}, {1, 5}},
      {"one\ntwo\n", {"> one", "  two"}, {2, 2}},        // Ctrl-J
      {"one\x1b[13;2utwo", {"> one", "  two"}, {1, 5}},  // Shift-Enter of kitty
      {std::string("longer\nab\nlonger") + kUp + kUp + kLeft,
       {"> longer", "  ab", "  longer"},
       {0, 7}},
      {std::string("longer\nab\nlonger") + kUp + kDown + kLeft,
       {"> longer", "  ab", "  longer"},
       {2, 7}},
      {std::string("ab\ncd") + "\x01\x7f", {"> abcd"}, {0, 4}},
      {std::string(40, 'x') + "\x7f\x7f\x7f", {"> " + std::string(37, 'x')}, {0, 39}},
      {std::string(39, 'x') + "\x01" + "中", {"> 中" + std::string(36, 'x'), "  xxx"}, {0, 4}},
      {std::string("abc") + "\x0c", {"> abc"}, {0, 5}},  // draw anew
      {std::string("a") + kRight + kLeft + kLeft + kLeft, {"> a"}, {0, 2}},
  }));
  CAPTURE(typed);
  Editor program;
  program.type(typed);
  CHECK_SCENE(program, rows, cursor);
}

TEST_CASE("a sequence of emoji takes two cells and text goes on behind it", "[terminal]") {
  Editor program;
  program.type("👨‍👩‍👧x");
  CHECK(program.until([](const auto& screen) { return screen.cursor() == Cursor{0, 5}; }));
  program.type("\x7f\x7f");
  CHECK_SCENE(program, Rows{">"}, {0, 2});
}

TEST_CASE("words of Han are words for the cursor", "[terminal]") {
  Editor program;
  program.type(std::string("机器学习很有用") + kWordLeft);
  CHECK(program.until([](const auto& screen) {
    return screen.cursor().row == 0 && screen.cursor().column > 2 && screen.cursor().column < 16;
  }));
}

TEST_CASE("a paste of ten lines waits for Enter", "[terminal]") {
  Editor program(40, 20);
  std::string lines;
  Rows rows;
  std::string joined;
  for (int i = 0; i < 10; ++i) {
    lines += (i == 0 ? "" : "\r") + std::string("line ") + std::to_string(i);
    rows.push_back((i == 0 ? "> line " : "  line ") + std::to_string(i));
    joined += (i == 0 ? "line " : "/line ") + std::to_string(i);
  }
  program.type(pasted(lines));
  CHECK_SCENE(program, rows, {9, 8});
  program.type("\r");
  CHECK(program.shows_somewhere("submitted: line 0/line 1"));
}

TEST_CASE("of a paste that is too long the beginning stands there, and a line says that it was cut",
          "[terminal]") {
  Editor program(60, 10);
  program.type(pasted("begun " + std::string(pith::terminal::EditBuffer::kMaxBytes, 'x')));
  CHECK(program.shows_somewhere("the paste was cut: 64 KiB is the most"));
  program.type("\x15");
  CHECK_SCENE(program, Rows{">"}, {0, 2});
  program.type("\x1f\x17\r");
  CHECK(program.shows_somewhere("submitted: begun"));
}

TEST_CASE("nothing that is pasted steers the terminal", "[terminal]") {
  Editor program;
  program.type(pasted("a\x1b[2Jb\x1b]0;title\ac\u202ed\te"));
  CHECK_SCENE(program, Rows{"> a[2Jb]0;titlecd    e"}, {0, 22});
}

TEST_CASE("the block is drawn anew for another width", "[terminal]") {
  Editor program(40, 10);
  program.type("first\r" + repeated("学", 25));
  CHECK_SCENE(
      program,
      (Rows{"> first", "submitted: first", "> " + repeated("学", 19), "  " + repeated("学", 6)}),
      {3, 14});
  program.resize(60, 10);
  CHECK_SCENE(program, (Rows{"> first", "submitted: first", "> " + repeated("学", 25)}), {2, 52});
  program.resize(30, 10);
  CHECK_SCENE(
      program,
      (Rows{"> first", "submitted: first", "> " + repeated("学", 14), "  " + repeated("学", 11)}),
      {3, 24});
  program.type("x");
  CHECK_SCENE(program,
              (Rows{"> first", "submitted: first", "> " + repeated("学", 14),
                    "  " + repeated("学", 11) + "x"}),
              {3, 25});
}

TEST_CASE("at the bottom of the screen the transcript scrolls and stays whole", "[terminal]") {
  Editor program(40, 4);
  program.type("one\rtwo\r" + std::string(60, 'x'));
  CHECK_SCENE(
      program,
      (Rows{"> two", "submitted: two", "> " + std::string(38, 'x'), "  " + std::string(22, 'x')}),
      {3, 24});
  CHECK(program.screen().scrolled() == Rows{"> one", "submitted: one"});
}

TEST_CASE("of an answer taller than the screen the rows around the cursor show, at last all",
          "[terminal]") {
  Editor program(40, 4);
  program.type("1\n2\n3\n4\n5\n6");
  CHECK_SCENE(program, (Rows{"  3", "  4", "  5", "  6"}), {3, 3});
  program.type(repeated(kUp, 5));
  CHECK_SCENE(program, (Rows{"> 1", "  2", "  3", "  4"}), {0, 3});
  program.type("\r");
  CHECK_SCENE(program, (Rows{"  5", "  6", "submitted: 1/2/3/4/5/6", ">"}), {3, 2});
  CHECK(program.screen().scrolled() == Rows{"> 1", "  2", "  3", "  4"});
}

TEST_CASE("Up brings earlier answers back, Down what was being typed", "[terminal]") {
  Editor program;
  program.type(std::string("one\rtwo\rthr") + kUp + kUp);
  CHECK_SCENE(program, (Rows{"> one", "submitted: one", "> two", "submitted: two", "> one"}),
              {4, 5});
  program.type(std::string(kDown) + kDown);
  CHECK_SCENE(program, (Rows{"> one", "submitted: one", "> two", "submitted: two", "> thr"}),
              {4, 5});
}

TEST_CASE("a status stands below while answering and goes with it", "[terminal]") {
  Editor program(40, 10, {"--status"});
  program.type("abc");
  CHECK_SCENE(program, (Rows{"> abc", "F1 hint"}), {0, 5});
  program.type("\nd");
  CHECK_SCENE(program, (Rows{"> abc", "  d", "F1 hint"}), {1, 3});
  program.type("\r");
  CHECK_SCENE(program, (Rows{"> abc", "  d", "submitted: abc/d", ">", "F1 hint"}), {3, 2});
}

TEST_CASE("keys of the request end the reading: the text is given back, and leaves the screen",
          "[terminal]") {
  Editor program;
  program.type("?");
  CHECK_SCENE(program, (Rows{"key: ?", ">"}), {1, 2});
  program.type("a?\x1bOP");
  CHECK_SCENE(program, (Rows{"key: ?", "key: a?1", ">"}), {2, 2});
}

TEST_CASE("a draft stands in the line", "[terminal]") {
  Editor program(40, 10, {"--draft", "half an ans"});
  CHECK_SCENE(program, Rows{"> half an ans"}, {0, 13});
  program.type("wer\r");
  CHECK(program.shows_somewhere("submitted: half an answer"));
}

TEST_CASE("when the time is up the text so far counts", "[terminal]") {
  Editor program(40, 10, {"--draft", "so far", "--over"});
  CHECK(program.wait() == 0);
  CHECK(program.screen().rows() == Rows{"> so far", "time up: so far"});
}

TEST_CASE("every way out leaves the terminal as it was and returns the text", "[terminal]") {
  struct Exit {
    std::string name, typed;
    int signal;
    std::string last;
    int status;
  };
  const auto exit = GENERATE(values<Exit>({
      {"Ctrl-C", "half\x03", 0, "interrupted: half", 130},
      {"Ctrl-D", "\x04", 0, "end of input:", 0},
      {"quit", "quit\r", 0, "submitted: quit", 0},
      {"SIGINT", "half", SIGINT, "interrupted: half", 130},
      {"SIGTERM", "half", SIGTERM, "terminated: half", 0},
      {"SIGQUIT", "half", SIGQUIT, "terminated: half", 0},
      {"SIGHUP", "half", SIGHUP, "hangup: half", 0},
  }));
  CAPTURE(exit.name);
  Editor program;
  const auto& before = program.first_modes();
  REQUIRE(program.modes() != before);
  program.type(exit.typed);
  if (exit.signal != 0) {
    REQUIRE(program.shows({"> half"}, {0, 6}));
    program.signal(exit.signal);
  }
  CHECK(program.wait() == exit.status);
  REQUIRE_FALSE(program.screen().rows().empty());
  CHECK(program.screen().rows().back() == exit.last);
  CHECK(program.modes() == before);
}

TEST_CASE("a terminal that is closed ends the reading", "[terminal]") {
  Editor program;
  REQUIRE(program.shows({">"}, {0, 2}));
  program.hang_up();
  CHECK(program.wait() == 0);
}

TEST_CASE("Ctrl-Z gives the terminal back and fg draws the answer again", "[terminal]") {
  PtyProgram shell({"/bin/bash", "--norc", "--noprofile", "-i"}, 60, 20);
  shell.type("PS1='sh$ '; clear\r");
  REQUIRE(shell.shows({"sh$"}, {0, 4}));
  shell.type(std::string(PITH_EDITOR_CHILD) + "\r");
  REQUIRE(shell.until(
      [](const auto& screen) { return !screen.rows().empty() && screen.rows().back() == ">"; }));
  shell.type("机器\x1a");
  REQUIRE(shell.shows_somewhere("Stopped"));
  shell.type("echo 'got it' | tr g G\r");
  REQUIRE(shell.shows_somewhere("Got it"));
  shell.type("fg\r");
  REQUIRE(shell.until([](const auto& screen) { return screen.rows().back() == "> 机器"; }));
  shell.type("学\r");
  CHECK(shell.shows_somewhere("submitted: 机器学"));
}

TEST_CASE("one key answers, others are ignored, full-width ones count", "[terminal]") {
  Editor program(40, 10, {"--key"});
  CHECK_SCENE(program, Rows{"y/n?"}, {0, 4});
  program.type("x\r" + pasted("y") + "\x1b[A");
  program.type("n");
  CHECK_SCENE(program, (Rows{"key: n", "y/n?"}), {1, 4});
  program.type("ｙ");
  CHECK_SCENE(program, (Rows{"key: n", "key: y", "y/n?"}), {2, 4});
  program.type("\x03");
  CHECK(program.wait() == 130);
}

TEST_CASE("what is typed or pasted where a key is asked for is a text, too, and controls nothing",
          "[terminal]") {
  Editor program(40, 10, {"--key", "--typing"});
  program.type(pasted("a\x1b[31mb\tc"));
  CHECK_SCENE(program, (Rows{"submitted: a[31mb    c", "y/n?"}), {1, 4});
  program.type("\xc2\x9b");
  CHECK_SCENE(program, (Rows{"submitted: a[31mb    c", "submitted:", "y/n?"}), {2, 4});
}
