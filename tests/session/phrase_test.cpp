#include "session/phrase.h"

#include <string>

#include <catch2/catch.hpp>

using namespace pith;
using pith::session::phrase_for;

namespace {

/// An answer of which other points have stretches, and a last point that was missed.
session::Result answered(const std::string& answer, const std::vector<std::string>& had) {
  session::Result result;
  result.answer = answer;
  for (const auto& stretch : had) {
    const auto begin = answer.find(stretch);
    session::PointOutcome point;
    point.verdict = point.graded.verdict = grading::Verdict::hit;
    point.graded.evidence = grading::Span{begin, begin + stretch.size()};
    result.points.push_back(point);
  }
  session::PointOutcome missed;
  missed.verdict = missed.graded.verdict = grading::Verdict::missed;
  result.points.push_back(missed);
  return result;
}

}  // namespace

TEST_CASE("what no other point has is the phrase of one that was missed", "[session]") {
  CHECK(phrase_for(answered("measure twice, cut once", {"measure twice"}), 1) == "cut once");
}

TEST_CASE("of a short answer that other points have, the whole is the phrase", "[session]") {
  CHECK(phrase_for(answered("measure twice, cut once.", {"measure twice", "cut once"}), 2) ==
        "measure twice, cut once");
}

TEST_CASE("a long answer that other points have is no phrase", "[session]") {
  const auto twice = std::string(100, 'a');
  const auto once = std::string(100, 'b');
  CHECK_FALSE(phrase_for(answered(twice + ", " + once, {twice, once}), 2).has_value());
}
