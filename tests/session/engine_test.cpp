#include "session/engine.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using memory::Rating;
using test::Scene;

namespace {

constexpr auto kDeck = R"(
deck: d
items:
  - {id: a, question: First, points: [alpha, beta], hints: [one, two]}
  - {id: b, question: Second, points: [gamma]}
  - {id: c, question: Third, points: [delta]}
  - {id: e, question: Fourth, points: [epsilon]}
  - {id: f, question: Fifth, points: [zeta]}
)";

std::string asked(const Session& session) {
  return session.question() ? session.question()->item->id : "";
}

int answers(Scene& scene) {
  return static_cast<int>(scene.history().answers().size());
}

}  // namespace

TEST_CASE("an answer is in the log when its result is returned", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  scene.wait(std::chrono::milliseconds{2500});

  const auto& result = session.answer("alpha, beta?");

  const auto logged = scene.history().answers();
  REQUIRE(logged.size() == 1);
  CHECK(logged[0].stamp.id == result.event);
  CHECK(logged[0].answer.text == "alpha, beta?");
  CHECK(logged[0].answer.seconds == 2.5);
  CHECK(logged[0].answer.session == session.id());
  REQUIRE(logged[0].answer.points.size() == 2);
  CHECK(logged[0].answer.points[0].rating == Rating::good);
  CHECK(logged[0].answer.points[1].rating == Rating::hard);
  CHECK(result.score == 0.75);
  CHECK(result.due > scene.now().day);
  CHECK(scene.history().content(logged[0].answer.content_hash)->question == "First");
}

TEST_CASE("giving up misses every point, and both ends of the session are defined", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y]}\n");
  auto session = scene.review();
  CHECK(session.question()->number == 1);
  CHECK(session.question()->total == 1);

  const auto& result = session.answer("");

  CHECK(result.gave_up);
  CHECK(result.score == 0.0);
  CHECK_FALSE(session.question());
  CHECK(session.objection("late") == "the session is over: there is no question to answer");
  CHECK_THROWS_AS(session.answer("late"), std::invalid_argument);
}

TEST_CASE("an answer that is not UTF-8 is objected to, and the question stands", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  CHECK(session.objection("\xff"));
  CHECK_THROWS_AS(session.answer("\xff"), std::invalid_argument);
  CHECK(asked(session) == "a");
  CHECK(answers(scene) == 0);
}

TEST_CASE("a hint lowers what was hit to Hard", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  CHECK(session.hint() == "one");
  CHECK(session.hint() == "two");
  CHECK_FALSE(session.hint());

  const auto& result = session.answer("alpha");

  CHECK(result.hints == 2);
  CHECK(result.points[0].rating == Rating::hard);
  CHECK(result.points[1].rating == Rating::again);
}

TEST_CASE("overruling changes verdict, score, rating and log, and teaches the words", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, the second letter");
  REQUIRE(session.last()->score == 0.5);

  const auto& result = session.overrule(1, Verdict::hit);

  CHECK(result.score == 1.0);
  CHECK(result.points[1].graded.verdict == Verdict::missed);
  CHECK(result.points[1].rating == Rating::good);
  const auto logged = scene.history().answers();
  REQUIRE(logged.size() == 1);
  CHECK(logged[0].answer.points[1].automatic == Verdict::missed);
  CHECK(logged[0].answer.points[1].verdict == Verdict::hit);
  REQUIRE(scene.history().wordings().size() == 1);
  CHECK(scene.history().wordings()[0].text == "the second letter");

  SECTION("the words count from then on") {
    auto again = scene.drill();
    CHECK(again.answer("it is the second letter").points[1].verdict == Verdict::hit);
  }
  SECTION("taking the overruling back takes the words back") {
    session.overrule(1, Verdict::missed);
    CHECK(scene.history().wordings().empty());
    CHECK(session.last()->score == 0.5);
  }
  SECTION("overruling another point keeps them, and to missed teaches what earns nothing") {
    session.overrule(0, Verdict::missed);
    const auto wordings = scene.history().wordings();
    REQUIRE(wordings.size() == 2);
    CHECK(wordings[0].effect == pith::history::Effect::ignore);
    CHECK(wordings[1].effect == pith::history::Effect::accept);
    CHECK(session.last()->score == 0.5);
  }
  SECTION("undo takes answer and words back") {
    REQUIRE(session.undo());
    CHECK(answers(scene) == 0);
    CHECK(scene.history().wordings().empty());
    CHECK(asked(session) == "a");
  }
}

TEST_CASE("Easy applies to the points that were hit", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");

  const auto& result = session.call_easy();

  CHECK(result.points[0].rating == Rating::easy);
  CHECK(result.points[1].rating == Rating::again);
  CHECK(answers(scene) == 1);

  SECTION("and stays when another point is overruled") {
    const auto& overruled = session.overrule(1, Verdict::partial);
    CHECK(overruled.points[0].rating == Rating::easy);
    CHECK(overruled.points[1].rating == Rating::hard);
  }
}

TEST_CASE("undo goes back to the start of the session and beyond", "[session]") {
  Scene scene(kDeck);
  {
    auto earlier = scene.review();
    earlier.answer("alpha beta");
  }
  auto session = scene.review();
  REQUIRE(asked(session) == "b");
  session.answer("gamma");
  session.skip();
  session.suspend();
  session.answer("zeta");
  CHECK_FALSE(session.question());

  REQUIRE(session.undo());
  CHECK(asked(session) == "f");
  REQUIRE(session.undo());
  CHECK(asked(session) == "e");
  CHECK_FALSE(scene.candidates()[3].suspended);
  REQUIRE(session.undo());
  CHECK(asked(session) == "c");
  REQUIRE(session.undo());
  CHECK(asked(session) == "b");
  CHECK(answers(scene) == 1);
  REQUIRE(session.undo());
  CHECK(asked(session) == "a");
  CHECK(answers(scene) == 0);
  CHECK_FALSE(session.undo());
  CHECK(scene.history().answers({.retracted = true}).size() == 3);
}

TEST_CASE("what was answered before the session is asked again for what may still be asked",
          "[session]") {
  Scene scene(kDeck);
  const auto& item = scene.item(0);
  using Points = std::vector<std::size_t>;
  const auto answer_earlier = [&](Points points) {
    scene.start({{&item, std::move(points), Why::due}}, {}).answer("alpha beta");
  };
  const auto suspend = [&](const std::string& point) {
    scene.history().append(scene.now(), history::Suspension{scene.id(0), point, true});
  };
  const auto asked_after_undo = [&] {
    auto session = scene.review();
    REQUIRE(session.undo());
    CHECK(answers(scene) == 0);
    REQUIRE(session.question());
    return std::pair(asked(session), session.question()->asked);
  };

  SECTION("no point that was not asked") {
    answer_earlier({1});
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("no point that was suspended since") {
    answer_earlier({0, 1});
    suspend("alpha");
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("a point that was renamed since") {
    answer_earlier({1});
    scene.wait(std::chrono::seconds{1});
    scene.edit(
        "deck: d\nitems:\n"
        "  - {id: a, question: First, points: [alpha, {point: bet, was: beta}]}\n");
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("nothing where every point was suspended since") {
    answer_earlier({0, 1});
    suspend("alpha");
    suspend("beta");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
  SECTION("nothing where the points that were asked were suspended since") {
    answer_earlier({1});
    suspend("beta");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
  SECTION("nothing of an item that was suspended since") {
    answer_earlier({0, 1});
    suspend("");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
}

TEST_CASE("what was planned of an item stays when an earlier answer to it is undone", "[session]") {
  Scene scene(kDeck);
  scene.start({{&scene.item(0), {1}, Why::due}}, {}).answer("beta");
  auto session = scene.drill();

  REQUIRE(session.undo());

  CHECK(asked(session) == "a");
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 1});
  session.answer("alpha beta");
  CHECK(asked(session) == "b");
}

TEST_CASE("missed points come back in the session, alone and with a growing gap", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  std::string order;
  while (session.question()) {
    order += asked(session);
    session.answer(asked(session) == "a" ? "alpha" : "gamma delta epsilon zeta");
  }

  CHECK(order == "abcaefaa");
  const auto logged = scene.history().answers();
  CHECK_FALSE(logged[0].answer.relearning);
  CHECK(logged[3].answer.relearning);
  REQUIRE(logged[3].answer.points.size() == 1);
  CHECK(logged[3].answer.points[0].id == "beta");
  CHECK_FALSE(logged[6].answer.aided);
  CHECK(logged[7].answer.aided);
}

TEST_CASE("without repeats nothing is asked twice", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  int count = 0;
  for (; session.question(); ++count) {
    session.answer("");
  }
  CHECK(count == 5);
}

TEST_CASE("overruling the only missed point calls off its repeat; undo does as well", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  CHECK(session.answer("alpha").comes_back);
  CHECK(session.summary().left == 5);

  CHECK_FALSE(session.overrule(1, Verdict::hit).comes_back);
  CHECK(session.summary().left == 4);
  CHECK(session.overrule(1, Verdict::missed).comes_back);
  CHECK(session.summary().left == 5);
  session.undo();
  CHECK(session.summary().left == 5);
}

TEST_CASE("repeats and what is read first leave the count of questions as it was", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  const auto place = [&] {
    return fmt::format("{} {}/{}", asked(session), session.question()->number,
                       session.question()->total);
  };
  std::vector<std::string> places;
  for (const auto* answer : {"", "gamma", "delta"}) {
    places.push_back(place());
    session.answer(answer);
  }
  places.push_back(place());
  CHECK(session.question()->why == Why::again);
  session.answer("alpha, beta");
  places.push_back(place());
  session.read_first();
  places.push_back(place());
  session.answer("zeta");
  places.push_back(place());
  CHECK(places ==
        std::vector<std::string>{"a 1/5", "b 2/5", "c 3/5", "a 3/5", "e 4/5", "f 4/5", "e 5/5"});
}

TEST_CASE("the count never steps back at a repeat behind a question that was read first",
          "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  session.answer("");
  session.answer("gamma");
  CHECK(session.question()->number == 3);
  session.read_first();

  CHECK(session.question()->why == Why::again);
  CHECK(session.question()->number == 3);
  session.answer("alpha, beta");
  CHECK(session.question()->number == 3);  // the next one: what was read is still to be answered
  CHECK(session.question()->total == 5);
}

TEST_CASE("the summary tells what is asked again from what was never answered", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  session.answer("alpha");
  CHECK(session.summary().left == 5);
  CHECK(session.summary().again == 1);
  session.overrule(1, Verdict::hit);
  CHECK(session.summary().left == 4);
  CHECK(session.summary().again == 0);
}

TEST_CASE("a repeat that was being asked goes with the verdict it came from", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y]}\n");
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  session.answer("x");
  REQUIRE(session.question());
  CHECK(session.question()->why == Why::again);

  session.overrule(1, Verdict::hit);

  CHECK_FALSE(session.question());
}

TEST_CASE("a repeat that is being asked asks what is missed after overruling", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y, z]}\n");
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  session.answer("x");
  REQUIRE(session.question()->asked == std::vector<std::size_t>{1, 2});

  session.overrule(1, Verdict::hit);
  REQUIRE(session.question());
  CHECK(session.question()->asked == std::vector<std::size_t>{2});
  CHECK(session.question()->shown == std::vector<std::size_t>{0, 1});

  session.overrule(0, Verdict::missed);
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 2});
}

TEST_CASE("what one overruling taught stays when another point is overruled", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [alpha, beta]}\n");
  auto session = scene.review();
  session.answer("alpha in here, the second letter");
  REQUIRE(session.last()->points[0].verdict == Verdict::hit);
  CHECK(session.overrule(1, Verdict::hit).points[1].taught == "the second letter");
  session.overrule(0, Verdict::missed);

  const auto wordings = scene.history().wordings();
  REQUIRE(wordings.size() == 2);
  CHECK(session.last()->points[1].taught == "the second letter");
  CHECK(session.overrule(1, Verdict::missed).points[1].taught == std::nullopt);
}

TEST_CASE("practice without schedule is logged and changes no memory", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.scheduled = false;
  auto session = scene.drill(options);
  const auto& result = session.answer("alpha beta");

  CHECK_FALSE(result.due);
  CHECK(answers(scene) == 1);
  CHECK(scene.candidates()[0].is_new());
}

TEST_CASE("a drill on the day before it was due is a review, whatever its outcome", "[session]") {
  Scene scene(kDeck);
  const auto* const answer = GENERATE("gamma", "forgotten");
  {
    auto first = scene.drill();
    first.skip();
    first.answer("gamma");
  }
  scene.next_day();
  auto drill = scene.drill();
  drill.skip();
  drill.answer(answer);

  const auto state = scene.history().state(scene.id(1));
  REQUIRE(state);
  CHECK(state->points[0].memory.reviews == 2);
  CHECK(state->points[0].memory.last_review == scene.now().day);
}

TEST_CASE("time over is noted and the text kept", "[session]") {
  Scene scene("deck: d\ndefaults: {time_limit: 10s}\nitems:\n  - {question: Q, points: [x]}\n");
  auto session = scene.review();
  scene.wait(std::chrono::seconds{11});
  const auto& result = session.answer("x");
  CHECK(result.time_over);
  CHECK(result.score == 1.0);
  CHECK(scene.history().answers()[0].answer.time_over);
}

TEST_CASE("when the time of the session is over nothing more is asked", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.time = std::chrono::minutes{1};
  auto session = scene.review(options);
  scene.wait(std::chrono::seconds{59});
  session.answer("alpha");
  CHECK(asked(session) == "b");
  scene.wait(std::chrono::seconds{2});
  session.answer("gamma");
  CHECK_FALSE(session.question());
  CHECK(session.summary().left == 3);
}

TEST_CASE("a card is rated by the learner", "[session]") {
  const auto [text, rating, verdict] = GENERATE(table<std::string, Rating, Verdict>({
      {"1", Rating::again, Verdict::missed},
      {"", Rating::again, Verdict::missed},
      {"2", Rating::hard, Verdict::hit},
      {"3", Rating::good, Verdict::hit},
      {"4", Rating::easy, Verdict::hit},
  }));
  CAPTURE(text);
  Scene scene("deck: d\nitems:\n  - {front: fox, back: 狐}\n");
  auto session = scene.review();
  const auto& result = session.answer(text);
  CHECK(result.points[0].rating == rating);
  CHECK(result.points[0].verdict == verdict);
}

TEST_CASE("when a card would be due after each rating is foreseen as it then comes", "[session]") {
  const auto* const yaml = "deck: d\nitems:\n  - {id: c, front: fox, back: 狐}\n";
  const auto rating = GENERATE(Rating::again, Rating::hard, Rating::good, Rating::easy);
  const bool later = GENERATE(false, true);
  CAPTURE(static_cast<int>(rating), later);
  Scene scene(yaml);
  scene.wishes.fuzz = true;
  if (later) {
    scene.review().rate(Rating::easy);
    scene.next_day(9);
  }
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.drill(options);
  const auto logged = answers(scene);

  const auto foreseen = session.foreseen(rating);

  CHECK(answers(scene) == logged);
  const auto& result = session.rate(rating);
  CHECK(foreseen.due.has_value());
  CHECK(foreseen.due == result.due);
  CHECK(foreseen.day == result.day);
  CHECK(foreseen.comes_back == result.comes_back);
  CHECK(foreseen.comes_back == (rating == Rating::again));
}

TEST_CASE("nothing is foreseen of a rating that the schedule does not heed", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: c, front: fox, back: 狐}\n");
  SessionOptions unscheduled;
  unscheduled.scheduled = false;
  CHECK_FALSE(scene.review(unscheduled).foreseen(Rating::good).due);

  scene.review().rate(Rating::good);
  CHECK_FALSE(scene.drill().foreseen(Rating::easy).due);  // the day's second answer
}

TEST_CASE("anything else is no rating of a card", "[session]") {
  const auto* const text = GENERATE("0", "5", "33", "good", " 3", "３");
  Scene scene("deck: d\nitems:\n  - {front: fox, back: 狐}\n");
  auto session = scene.review();
  CHECK(session.objection(text) ==
        "a card is rated with 1 (again), 2 (hard), 3 (good) or 4 (easy)");
}

TEST_CASE("of a cloze only the asked gaps are blank", "[session]") {
  const auto read = deck::read_deck(
      "items:\n  - cloze: 'The {{c1::fox}} and the {{c2::hare::animal}} ran.'\n", "d.yaml");
  REQUIRE(read.deck);
  const auto part = asked_part(read.deck->items[0], {1});
  CHECK(part.question == "The fox and the [animal] ran.");
  REQUIRE(part.points.size() == 1);
  CHECK(part.points[0].id == "c2");
}

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

TEST_CASE("the summary tells what was done", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, beta?");
  session.skip();
  session.answer("");

  const auto summary = session.summary();
  CHECK(summary.answers == 2);
  CHECK(summary.items == 2);
  CHECK(summary.of(Verdict::hit) == 1);
  CHECK(summary.of(Verdict::partial) == 1);
  CHECK(summary.of(Verdict::missed) == 1);
  CHECK(summary.skipped == 1);
  CHECK(summary.left == 2);
  CHECK(summary.score == 0.375);
}

TEST_CASE("a new item that is read first is asked a little later, as a review", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();

  session.read_first();

  CHECK(asked(session) == "b");
  CHECK(answers(scene) == 0);
  session.answer("gamma");
  session.answer("delta");
  CHECK(asked(session) == "a");
  CHECK(session.question()->why == Why::fresh);
  CHECK_FALSE(session.answer("alpha, beta").aided);
  CHECK(session.last()->due > scene.now().day);
  CHECK(session.summary().skipped == 0);
}

TEST_CASE("what was read just before is only logged, and stays new", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x]}\n");
  auto session = scene.review();
  session.read_first();
  CHECK(asked(session) == "a");

  const auto& result = session.answer("x");

  CHECK(result.aided);
  CHECK_FALSE(result.due);
  CHECK(scene.candidates()[0].is_new());
}

TEST_CASE("reading an item first is undone like a skip", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.read_first();

  CHECK(session.undo());

  CHECK(asked(session) == "a");
  CHECK(session.question()->total == 5);
  session.answer("alpha");
  session.answer("gamma");
  session.answer("delta");
  CHECK(asked(session) == "e");
}

TEST_CASE("a verdict can still be overruled when the next question was skipped", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");
  session.skip();

  session.overrule(1, Verdict::hit);

  CHECK(session.last()->score == 1.0);
  CHECK(session.summary().score == 1.0);
  CHECK(session.summary().skipped == 1);
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

TEST_CASE("a result tells how often a point was forgotten", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x]}\n");
  for (int i = 0; i < 4; ++i) {
    auto session = scene.drill();
    session.answer(i == 0 ? "x" : "");
    CHECK(session.last()->points[0].lapses == i);
    scene.next_day();
  }
}
