// What Ctrl-Z and fg mean for the clocks of a session.
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "terminal/face_sitting.h"

namespace {

using namespace pith::test;

/// A shell in which a session is a job. An hour can pass while it is stopped.
class StoppedSitting : public PtyProgram {
 public:
  explicit StoppedSitting(const std::string& options)
      : PtyProgram({"/bin/bash", "--norc", "--noprofile", "-i"}, 100, 50) {
    type("PS1='sh$ '; clear\r");
    REQUIRE(shows({"sh$"}, {0, 4}));
    type(PITH_FACE_CHILD
         " '{deck: d, items: [{id: a, question: \"First?\", points: [alpha], time_limit: 30m}]}' " +
         options + "\r");
    REQUIRE(shows_somewhere("1 of 1"));
  }

  void when(std::string_view shown, std::string_view typed) {
    const bool seen = shows_somewhere(shown);
    CAPTURE(screen().rows(), shown);
    CHECK(seen);
    type(typed);
  }

  void be_stopped_for_an_hour() {
    type("\x1a");
    when("Stopped", "clear; kill -ALRM %1; fg\r");
    REQUIRE(shows_nowhere("Stopped"));
  }
};

}  // namespace

TEST_CASE("while the program is stopped, clocks stand that may be paused, and others run on",
          "[face]") {
  const bool lines = GENERATE(false, true);
  const bool exam = GENERATE(false, true);
  CAPTURE(lines, exam);
  StoppedSitting shell(std::string(exam ? " --exam-time" : "") + (lines ? " --lines" : ""));
  shell.be_stopped_for_an_hour();
  shell.when(lines ? "face_child" : "Esc more", "alpha\r");
  shell.when("Enter finish", "q\r");
  CHECK(shell.has(exam ? "a [alpha] h>h:3 late" : "a [alpha] h>h:3"));
}

TEST_CASE("clocks that were paused before the program was stopped stand until they go on",
          "[face]") {
  StoppedSitting shell("--pause");
  shell.when("Esc more", "\x1b");
  shell.when("Esc back", "p");
  shell.when("paused", "");
  shell.be_stopped_for_an_hour();
  shell.when("paused", "\x1a");
  shell.when("Stopped", "clear; kill -ALRM %1; fg\r");
  shell.when("paused", "\r");
  shell.when("Esc more", "alpha\r");
  shell.when("Enter finish", "q");
  CHECK(shell.has("a [alpha] h>h:3"));
}
