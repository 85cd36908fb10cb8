// What a learner sees of an answer that was graded.
#include "terminal/text_view.h"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "grading/reason.h"

using namespace pith;
using grading::Verdict;

namespace {

deck::Item watering() {
  deck::Item item;
  item.deck = "veg";
  item.id = "water";
  item.points.resize(2);
  item.points[0].name = "at the roots";
  item.points[0].detail = "Wet leaves catch blight.";
  item.points[1].name = "deeply";
  item.points[1].detail = "A full can, seldom.";
  return item;
}

session::PointOutcome outcome(std::size_t point, Verdict verdict, grading::Reason reason) {
  session::PointOutcome result;
  result.point = point;
  result.verdict = verdict;
  result.graded.verdict = verdict;
  result.graded.reason = std::move(reason);
  return result;
}

std::string seen(const session::Result& result, bool interactive) {
  std::ostringstream out;
  const terminal::Style style(false, true);
  terminal::TextView view(out, style,
                          {.columns = [] { return std::size_t{80}; }, .interactive = interactive});
  view.show(result);
  return out.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a point that was hit shows what it says, to compare with, at a terminal", "[terminal]") {
  const auto item = watering();
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::hit, {grading::reason::kStated, {"roots"}}),
                   outcome(1, Verdict::missed, {grading::reason::kAbsent, {}})};
  CHECK(has(seen(result, true),
            "1 ✓ hit       at the roots\n    stated: roots\n    Wet leaves catch blight.\n"
            "2 ✗ missed    deeply\n    A full can, seldom.\n"));
  CHECK(has(seen(result, false),
            "✓ hit       at the roots\n    stated: roots\n✗ missed    deeply\n"));
}

TEST_CASE("a point said in other words shows these words on one line", "[terminal]") {
  const auto item = watering();
  session::Result result;
  result.item = &item;
  result.answer = "Well, aim\nfor the \x1b[31mground. Now and then.";
  result.points = {outcome(0, Verdict::hit, {grading::reason::kMeaning, {}})};
  result.points[0].graded.evidence = grading::Span{6, 29};
  CHECK(has(seen(result, true), "    said in other words: “aim for the [31mground”\n"));
  result.answer = "Well, " + std::string(70, 'a');
  result.points[0].graded.evidence = grading::Span{6, 76};
  CHECK(has(seen(result, true), "    said in other words: “" + std::string(39, 'a') + "…”\n"));
}

TEST_CASE("points stand below their groups, and are numbered as they stand", "[terminal]") {
  auto item = watering();
  item.points.resize(4);
  item.points[2].name = "compost";
  item.points[3].name = "sun";
  item.points[0].group = "Water";
  item.points[1].group = "Water";
  item.points[2].group = "Soil";
  session::Result result;
  result.item = &item;
  for (std::size_t i = 0; i < 4; ++i) {
    result.points.push_back(outcome(i, i == 0 ? Verdict::missed : Verdict::hit, {}));
  }
  CHECK(terminal::TextView::display_order(result) == std::vector<std::size_t>{3, 1, 0, 2});
  CHECK(has(seen(result, true),
            "1 ✓ hit       sun\nWater\n2 ✓ hit       deeply\n3 ✗ missed    at the roots\n"
            "    Wet leaves catch blight.\nSoil\n4 ✓ hit       compost\n"));
}

TEST_CASE("a cloze that was not right in full is shown filled, its gaps in order", "[terminal]") {
  deck::Item item;
  item.kind = deck::Kind::cloze;
  item.cloze = {{"", {}, ""}, {"Paris", 0, ""}, {" is in ", {}, ""}, {"France", 1, ""}};
  item.points.resize(2);
  item.points[0].name = "Paris";
  item.points[1].name = "France";
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::missed, {}), outcome(1, Verdict::hit, {})};
  result.score = 0.5;
  CHECK(
      has(seen(result, true), "1 ✗ missed    Paris\n2 ✓ hit       France\n  Paris is in France\n"));
  result.score = 1.0;
  CHECK_FALSE(has(seen(result, true), "Paris is in France"));
}

TEST_CASE("after a wrong choice the options tell which were right, by the letters shown",
          "[terminal]") {
  auto item = watering();
  item.kind = deck::Kind::choices;
  item.points.resize(1);
  item.choices = {{"two", true}, {"four", false}, {"\x1b[31mfive", true}};
  session::Question question;
  question.item = &item;
  question.options = {1, 2, 0};
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::missed, {})};
  const bool interactive = GENERATE(true, false);
  std::ostringstream out;
  const terminal::Style style(false, true);
  terminal::TextView view(out, style,
                          {.columns = [] { return std::size_t{80}; }, .interactive = interactive});
  view.show(question);
  view.show(result);
  CAPTURE(out.str());
  CHECK(has(out.str(), "  a) ✗ four\n  b) ✓ ␛[31mfive\n  c) ✓ two\n") == interactive);
}

TEST_CASE("an explanation stands apart at a terminal", "[terminal]") {
  auto item = watering();
  item.explanation = "Roots drink.";
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::hit, {})};
  CHECK(has(seen(result, true), "at the roots\n\nRoots drink.\n"));
  CHECK(has(seen(result, false), "at the roots\nRoots drink.\n"));
}

TEST_CASE("what an overruling teaches is said by the verdict it gave", "[terminal]") {
  const auto item = watering();
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::hit, {grading::reason::kStated, {"roots"}})};
  const auto told = [&](Verdict automatic, Verdict verdict) {
    result.points[0].graded.verdict = automatic;
    result.points[0].verdict = verdict;
    result.points[0].taught = "at the soil";
    return seen(result, false);
  };
  CHECK(has(told(Verdict::missed, Verdict::hit), "learned: “at the soil”"));
  CHECK(has(told(Verdict::hit, Verdict::missed), "will not count for this point: “at the soil”"));
  CHECK(has(told(Verdict::hit, Verdict::contradicted),
            "will count as the reverse of this point: “at the soil”"));
}

TEST_CASE("that an overruled number teaches nothing is said", "[terminal]") {
  auto item = watering();
  item.kind = deck::Kind::number;
  session::Result result;
  result.item = &item;
  result.points = {outcome(0, Verdict::missed, {grading::reason::kAbsent, {}})};
  result.points[0].verdict = Verdict::hit;
  CHECK(has(seen(result, true), "nothing was learned from it: numbers count by their value\n"));
}
