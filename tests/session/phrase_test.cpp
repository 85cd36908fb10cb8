#include "session/phrase.h"

#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "grading/reason.h"

using namespace pith;
using pith::session::phrase_for;
using pith::session::wording_taught;

namespace {

/// An answer of which other points have stretches, and a last point that was missed.
session::Result answered(const std::string& answer, const std::vector<std::string>& had) {
  static const deck::Item item;
  session::Result result;
  result.item = &item;
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

TEST_CASE("fillers are no phrase unless they are all there is", "[session]") {
  CHECK(phrase_for(answered("well, measure twice", {"measure twice"}), 1) == "well, measure twice");
  CHECK(phrase_for(answered("嗯，量两遍", {"量两遍"}), 1) == "嗯，量两遍");
  CHECK(phrase_for(answered("yes", {}), 0) == "yes");
}

TEST_CASE("of a short answer that other points have, the whole is the phrase", "[session]") {
  CHECK(phrase_for(answered("measure twice, cut once.", {"measure twice", "cut once"}), 2) ==
        "measure twice, cut once");
}

TEST_CASE("a long answer that other points have is no phrase", "[session]") {
  const auto twice = std::string(200, 'a');
  const auto once = std::string(200, 'b');
  CHECK_FALSE(phrase_for(answered(twice + ", " + once, {twice, once}), 2).has_value());
}

TEST_CASE("of what no other point has in several places, the most is the phrase", "[session]") {
  CHECK(phrase_for(answered("first, measure twice, then have it cut by somebody, sand, paint it",
                            {"measure twice", "sand"}),
                   2) == "then have it cut by somebody");
}

TEST_CASE("what looks most like the point is the phrase though another point has it", "[session]") {
  auto result = answered("first, measure it twice, then paint", {"measure it twice"});
  result.points[1].graded.nearest = result.points[0].graded.evidence;
  CHECK(phrase_for(result, 1) == "measure it twice");
}

TEST_CASE("a phrase is one line of what can be seen", "[session]") {
  CHECK(phrase_for(answered("cut\n  it\tonce\r\n", {}), 0) == "cut it once");
  CHECK(phrase_for(answered("\xEF\xBB\xBF"
                            "cut\x1B it\xE2\x80\x8B once",
                            {}),
                   0) == "cut it once");
}

TEST_CASE("of long evidence the phrase is some clauses", "[session]") {
  const auto clause = std::string(200, 'a');
  auto result = answered(clause + ", " + clause + ", end", {});
  result.points[0].graded.evidence = grading::Span{0, result.answer.size()};
  CHECK(phrase_for(result, 0) == clause);
}

TEST_CASE("overruling to a half teaches nothing, nor does a choice of letters", "[session]") {
  deck::Item item;
  auto result = answered("cut once", {});
  result.item = &item;
  CHECK(wording_taught(result, 0) == std::nullopt);
  result.points[0].verdict = grading::Verdict::partial;
  CHECK(wording_taught(result, 0) == std::nullopt);
  result.points[0].verdict = grading::Verdict::hit;
  CHECK(wording_taught(result, 0) == "cut once");
  item.kind = deck::Kind::choices;
  CHECK(wording_taught(result, 0) == std::nullopt);
}

TEST_CASE("overruling to contradicted teaches what the point is told by, and nothing else",
          "[session]") {
  deck::Item item;
  auto result = answered("measure twice, then paint it", {"measure twice"});
  result.item = &item;
  result.points[1].verdict = grading::Verdict::contradicted;
  CHECK(wording_taught(result, 1) == std::nullopt);
  result.points[1].graded.nearest = grading::Span{15, result.answer.size()};
  CHECK(wording_taught(result, 1) == "then paint it");
}

namespace {

/// What is learned of the answer for the last point, raised to a hit.
std::optional<std::string> taught(session::Result result) {
  const deck::Item item;
  result.item = &item;
  result.points.back().verdict = grading::Verdict::hit;
  return wording_taught(result, result.points.size() - 1);
}

}  // namespace

TEST_CASE("where other points have all of an answer, the learner means the whole", "[session]") {
  const auto* both = "measure twice, cut once";
  CHECK(taught(answered(both, {"measure twice", "cut once"})) == both);
  CHECK(taught(answered("a clean straight line", {"a clean straight line"})) ==
        "a clean straight line");
}

TEST_CASE("what another point has by half is left to it where there is more", "[session]") {
  auto result =
      answered("双方能收能发，协商一个起点，别让迟到的包捣乱", {"双方能收能发", "协商一个起点"});
  result.points[1].verdict = result.points[1].graded.verdict = grading::Verdict::partial;
  result.points[1].graded.confidence = 0.6;
  result.points[1].credit = 0.5;
  CHECK(taught(result) == "别让迟到的包捣乱");
}

TEST_CASE("what is doubtful of another point may be meant where there is no more", "[session]") {
  auto result = answered("measure twice, a locked chest", {"measure twice", "a locked chest"});
  result.points[1].graded.confidence = 0.8;
  CHECK(taught(result) == "a locked chest");
  result.points[1].graded = {};
  result.points[1].graded.evidence = grading::Span{15, result.answer.size()};
  result.points[1].graded.reason = {grading::reason::kMeaning, {}};
  CHECK(taught(result) == "a locked chest");
}

TEST_CASE("what a point leaves of a clause may be another's", "[session]") {
  CHECK(taught(answered("a straight history for private drafts", {"a straight history"})) ==
        "for private drafts");
}

TEST_CASE("fillers around it are not learned", "[session]") {
  CHECK(taught(answered("嗯，先去衙门，盖个戳，就是这样", {})) == "先去衙门，盖个戳");
  CHECK(taught(answered("well, measure twice, cut once, that is all", {"measure twice"})) ==
        "cut once");
}

TEST_CASE("an answer that gives up teaches nothing", "[session]") {
  for (const auto* answer : {"x", "X.", "?", "I do not know", "不知道"}) {
    CAPTURE(answer);
    CHECK(taught(answered(answer, {})) == std::nullopt);
  }
  CHECK(taught(answered("不是", {})) == "不是");
  CHECK(taught(answered("盐", {})) == "盐");
  CHECK(taught(answered("scrap it", {})) == "scrap it");
}
