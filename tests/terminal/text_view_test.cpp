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
