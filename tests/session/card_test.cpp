#include <string>

#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using memory::Rating;
using test::answers;
using test::Scene;

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
