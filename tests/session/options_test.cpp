#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using test::Scene;

TEST_CASE("options are shuffled by the seed alone", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - {question: Q, choices: {correct: [a, b, c], wrong: [d, e, f]}}\n");
  SessionOptions options;
  options.seed = 7;
  const auto first = scene.review(options).question()->options;
  CHECK(scene.review(options).question()->options == first);
  options.seed = 8;
  CHECK(scene.review(options).question()->options != first);
}

TEST_CASE("letters before shuffled options mean the options as shown", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - {id: a, question: Q, choices: {correct: [un, deux], wrong: [faux]}}\n"
      "  - {id: b, question: L, choices: {correct: [C], wrong: [Rust, Go]}}\n");
  auto session = scene.review();
  auto question = *session.question();
  question.options = {2, 0, 1};
  CHECK(in_deck_letters(question, "b, c") == "a, b");
  CHECK(in_deck_letters(question, "Ｂ、ｃ") == "a, b");
  CHECK(in_deck_letters(question, "B和C") == "a, b");
  CHECK(in_deck_letters(question, "b & c") == "a, b");
  CHECK(in_deck_letters(question, "un, deux") == "un, deux");
  CHECK(in_deck_letters(question, "d") == "d");
  CHECK(in_deck_letters(question, "") == "");

  CHECK(in_shown_letters(question, "a, b") == "b, c");
  CHECK(in_shown_letters(question, "c") == "a");
  CHECK(in_shown_letters(question, "un, d") == "un, d");
  CHECK(in_shown_letters(question, "") == "");

  question.item = &scene.item(1);
  CHECK(in_deck_letters(question, "c") == "C");
  CHECK(in_deck_letters(question, "a") == "Go");
  CHECK(in_shown_letters(question, "C") == "C");
}

TEST_CASE("an option whose text looks like letters is named by its text", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Which current?\n"
      "    choices: {correct: [DC], wrong: [AC, both, neither]}\n");
  auto session = scene.review();
  auto question = *session.question();
  question.options = {3, 2, 1, 0};
  CHECK(in_deck_letters(question, "DC") == "DC");
  CHECK(in_deck_letters(question, "ac, dc") == "AC, DC");
  CHECK(in_deck_letters(question, "d") == "DC");
  CHECK(in_deck_letters(question, "b, both") == "both, both");
  CHECK(in_deck_letters(question, "cd") == "AC, DC");
}

TEST_CASE("an option whose text is a list of letters is named by its text", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Which?\n"
      "    choices: {correct: [Yes, \"No\"], wrong: [\"A, B\", zebra]}\n"
      "  - {id: b, question: Which one, answer: x}\n");
  auto session = scene.review();
  auto question = *session.question();
  question.options = {0, 3, 2, 1};
  CHECK(in_deck_letters(question, "a, d") == "Yes, No");
  CHECK(in_deck_letters(question, "A, B") == "A, B");
  CHECK(in_deck_letters(question, "a, nope") == "Yes, nope");
  CHECK(in_deck_letters(question, "neither，nor") == "neither，nor");
  question.item = &scene.item(1);
  question.options.clear();
  CHECK(in_deck_letters(question, "x，y") == "x，y");
}
