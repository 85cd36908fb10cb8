#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/exact/exact.h"
#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using test::Scene;

namespace {

/// What an answer says of each option, when it is the only right one, and what is wrong in it.
std::vector<std::string> meaning(deck::Item item, const std::string& answer) {
  std::vector<std::string> said;
  for (std::size_t right = 0; right < item.choices.size(); ++right) {
    for (std::size_t i = 0; i < item.choices.size(); ++i) {
      item.choices[i].correct = i == right;
    }
    const auto point = grading::grade_exactly(item, answer, true).points.front();
    std::string words = item.choices[right].text + ' ' + std::to_string(point.credit) +
                        (point.verdict == grading::Verdict::contradicted ? " denied" : "");
    for (const auto& arg : point.reason.args) {
      words += ' ' + arg;
    }
    said.push_back(words);
  }
  std::ranges::sort(said);
  return said;
}

/// Checks in every order of the options that answers mean the same shown and by the deck.
template <std::size_t N>
void check_in_every_order(Question question, const std::array<const char*, N>& answers) {
  question.options = {0, 1, 2, 3};
  do {
    for (const std::string typed : answers) {
      CAPTURE(typed, question.options);
      const auto shown = as_shown(question);
      const auto logged = in_deck_letters(question, typed);
      CAPTURE(logged);
      CHECK(meaning(*question.item, logged) == meaning(shown, typed));
      const auto again = in_shown_letters(question, logged);
      CAPTURE(again);
      CHECK(meaning(shown, again) == meaning(shown, typed));
    }
  } while (std::ranges::next_permutation(question.options).found);
}

}  // namespace

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

TEST_CASE("every way to say a letter means the option shown there", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Which colour is red?\n"
      "    choices: {correct: [crimson], wrong: [azure, olive, amber]}\n");
  const auto question = *scene.review().question();
  check_in_every_order(question, std::array{"d",
                                            "d)",
                                            "(d)",
                                            "【d】",
                                            "D.",
                                            "the answer is d",
                                            "答案是d",
                                            "选d",
                                            "I think d",
                                            "option d",
                                            "选项D",
                                            "it's b",
                                            "a and c",
                                            "(a) (c)",
                                            "a以及c",
                                            "both a and c",
                                            "a/c",
                                            "acd",
                                            "a, nope",
                                            "nope",
                                            "crimson",
                                            "I think crimson",
                                            "a, olive",
                                            "b, no wait, c",
                                            "d because c is slow",
                                            "d, so d",
                                            "a or c",
                                            ""});
}

TEST_CASE("what leaves out or denies a letter means the option shown there", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Which colours are warm?\n"
      "    choices: {correct: [crimson, amber], wrong: [azure, olive]}\n"
      "  - id: b\n    question: Which letters come first?\n"
      "    choices: {correct: [AB, C], wrong: [DC, \"B and D\"]}\n");
  auto question = *scene.review().question();
  const std::array answers{"all but b",   "all except (a)", "all but a, c", "除了b都选",
                           "not b",       "不是b",          "a, not b",     "不是a、c",
                           "not azure",   "a but not c",    "not b, but c", "不选a，选b",
                           "a without b", "not a、c，nope"};
  check_in_every_order(question, answers);
  question.item = &scene.item(1);
  check_in_every_order(question, answers);
}

TEST_CASE("the log has the deck's letters in an answer that says more than letters", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Which colour is red?\n"
      "    choices: {correct: [crimson], wrong: [azure, olive, amber]}\n");
  auto question = *scene.review().question();
  question.options = {1, 2, 3, 0};
  for (const auto* typed :
       {"d", "(d)", "【d】", "the answer is d", "答案是d", "选d", "d) crimson"}) {
    CAPTURE(typed);
    CHECK(in_deck_letters(question, typed) == "a");
  }
  CHECK(in_deck_letters(question, "both a and c") == "b, d");
  CHECK(in_deck_letters(question, "all but b") == "a, b, d");
  CHECK(in_deck_letters(question, "not d") == "not a");
  CHECK(in_deck_letters(question, "I think crimson") == "I think crimson");
  CHECK(in_shown_letters(question, "a, b, d") == "d, a, c");
  CHECK(in_shown_letters(question, "not a") == "not d");
}
