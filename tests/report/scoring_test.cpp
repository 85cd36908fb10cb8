#include "report/scoring.h"

#include <catch2/catch.hpp>

#include "session/queue.h"
#include "session/scene.h"

using namespace pith;
using namespace std::chrono_literals;

namespace {

constexpr auto kTwoQuestions =
    "deck: d\nitems:\n"
    "  - {id: a, question: First, points: [alpha]}\n"
    "  - {id: b, question: Second, points: [beta]}\n";

session::Session exam_of(test::Scene& scene) {
  session::SessionOptions options;
  options.mode = history::Mode::exam;
  options.feedback = false;
  options.time = 60s;
  session::PracticeRules rules;
  rules.day = scene.now().day;
  return scene.start(session::practice_queue(scene.candidates(), rules), options);
}

report::Scorecard card_of(const test::Scene& scene, const session::Session& session,
                          const history::History& history) {
  return report::scorecard_of(session, history, scene.now(), {"Exam", std::nullopt, {}});
}

}  // namespace

TEST_CASE("a scorecard knows whether the time was over before all was asked", "[report]") {
  test::Scene scene(kTwoQuestions);
  auto session = exam_of(scene);
  scene.wait(61s);
  session.answer("alpha");

  const auto card = card_of(scene, session, scene.history());

  CHECK(card.out_of_time);
  CHECK_FALSE(card.unfinished);
  CHECK(card.score == 0.5);
  CHECK(card.marks.back().state == report::State::not_reached);
}

TEST_CASE("an exam is cut short neither by its last answer nor by its last second", "[report]") {
  test::Scene scene(kTwoQuestions);
  auto session = exam_of(scene);
  session.answer("alpha");
  CHECK(card_of(scene, session, scene.history()).unfinished);
  scene.wait(61s);
  session.answer("beta");

  CHECK_FALSE(report::cut_short(card_of(scene, session, scene.history())));
}
