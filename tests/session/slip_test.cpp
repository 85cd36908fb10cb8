#include "session/slip.h"

#include <catch2/catch.hpp>

#include "session/scene.h"

using pith::session::Slip;
using pith::session::slip_in;
using pith::test::Scene;

TEST_CASE("an answer that names no option, or no number, is a slip", "[session]") {
  const Scene scene(
      "deck: d\nitems:\n"
      "  - {id: a, question: Q, choices: {correct: [red, blue], wrong: [green]}}\n"
      "  - {id: b, question: Q, answer: 2}\n"
      "  - {id: c, question: Q, answer: two}\n");
  for (const auto* answer : {"a", "c", "a, b", "ac", "red", "green; a", ""}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::none);
  }
  for (const auto* answer : {"z", "7,q", "a, z", "reddish"}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::no_option);
  }
  CHECK(slip_in(scene.item(1), "3") == Slip::none);
  CHECK(slip_in(scene.item(1), "") == Slip::none);
  CHECK(slip_in(scene.item(1), "many") == Slip::no_number);
  CHECK(slip_in(scene.item(2), "z") == Slip::none);
}

TEST_CASE("a letter that comes twice in a row of letters is a slip", "[session]") {
  const Scene scene(
      "deck: d\nitems:\n"
      "  - {id: a, question: Q, choices: {correct: [red, blue], wrong: [green, ABBA]}}\n");
  for (const auto* answer : {"acc", "aa", " CAC "}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::no_option);
  }
  for (const auto* answer : {"abba", "a, a", "cab"}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::none);
  }
}

TEST_CASE("whoever says that they do not know gives up", "[session]") {
  const Scene scene(
      "deck: d\nitems:\n"
      "  - {id: a, question: Q, choices: {correct: [red, blue], wrong: [green]}}\n"
      "  - {id: b, question: Q, answer: 2}\n");
  for (const auto* answer :
       {"不知道", "忘了", "I don't know", "no idea", "idk", "Not sure, sorry"}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::none);
    CHECK(slip_in(scene.item(1), answer) == Slip::none);
  }
  CHECK(slip_in(scene.item(0), "a, z, not sure") == Slip::no_option);
  CHECK(slip_in(scene.item(0), "I know") == Slip::no_option);
  CHECK(slip_in(scene.item(1), "I know") == Slip::no_number);
}

TEST_CASE("who chooses all options, or none, names them", "[session]") {
  const Scene scene(
      "deck: d\nitems:\n"
      "  - {id: a, question: Q, choices: {correct: [red, blue], wrong: [green]}}\n");
  for (const auto* answer : {"all", "全部", "都是", "none", "都不是", "not red"}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::none);
  }
  for (const auto* answer : {"是的", "yes it is", "it is"}) {
    CAPTURE(answer);
    CHECK(slip_in(scene.item(0), answer) == Slip::no_option);
  }
}
