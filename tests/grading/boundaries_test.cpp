// Where speech without punctuation is cut.
#include "grading/words/boundaries.h"

#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/stretches/segments.h"
#include "grading/verdict.h"
#include "support/items.h"

namespace pith::grading {
namespace {

Segments cut(const std::string& answer) {
  const auto text = grains_of(answer);
  return segments_of(text, Lexicon::general().marks_of(text), {}, Pauses::guessed);
}

}  // namespace

TEST_CASE("a pause adds up what stands on both sides of it", "[boundaries]") {
  const Boundaries boundaries("# comment\ntea|\t0.5\n|then\t1.5\n|then we\t0.25\n");
  const auto text = grains_of("we drank tea then we slept");
  CHECK(boundaries.odds(text, 3) == 2.25);
  CHECK(boundaries.odds(text, 4) == 0.0);
  CHECK_THROWS_AS(Boundaries("tea|\tmuch\n"), std::invalid_argument);
  CHECK_THROWS_AS(Boundaries("tea\t0.5\n"), std::invalid_argument);
}

TEST_CASE("a long run without punctuation is cut at its pauses", "[boundaries]") {
  const std::string run =
      "早上先去菜场买一条新鲜的鱼回来再把它洗干净放在盘子里撒上一点盐和姜丝等水开了放进锅里蒸八分"
      "钟";
  const auto segments = cut(run);
  CHECK(segments.clauses.size() >= 3);
  for (const auto& clause : segments.clauses) {
    CHECK(clause.grains.size() <= 18);
  }
  CHECK(segments_of(grains_of(run), {}).clauses.size() == 1);
}

TEST_CASE("what has punctuation or is short is left as it was written", "[boundaries]") {
  const auto answer =
      GENERATE(as<std::string>{}, "先去菜场买一条新鲜的鱼", "买鱼，洗鱼，撒上盐和姜丝，蒸八分钟");
  CAPTURE(answer);
  const auto text = grains_of(answer);
  const auto marks = Lexicon::general().marks_of(text);
  CHECK(cut(answer).clauses.size() == segments_of(text, marks).clauses.size());
}

TEST_CASE("Chinese in one breath is cut at a connective with enough on both sides",
          "[boundaries]") {
  const auto [answer, clauses] = GENERATE(table<std::string, std::size_t>({
      {"一早要挑新鲜的鱼还要抹盐去腥", 2},
      {"先抹盐去腥然后上锅去蒸八分钟", 2},
      {"挑鱼还要去腥", 1},
      {"还要抹盐去腥挑一早捞上来的鱼", 1},
      {"挑一早捞上来的鱼抹盐去腥还要", 1},
  }));
  CAPTURE(answer);
  CHECK(cut(answer).clauses.size() == clauses);
}

TEST_CASE("what is put in the place of something denied is a part of its own", "[boundaries]") {
  const auto [answer, parts] = GENERATE(table<std::string, std::size_t>({
      {"not a load test but a rollback plan", 2},
      {"it isn't the load test that matters but the rollback plan", 2},
      {"nobody but the captain steers", 1},
      {"the hall is small but bright", 1},
  }));
  CAPTURE(answer);
  CHECK(cut(answer).parts.size() == parts);
}

TEST_CASE("no cue is cut in two", "[boundaries]") {
  for (const std::string answer : {"好的，出 事", "we shipped and something went wrong"}) {
    const auto text = grains_of(answer);
    const auto marks = Lexicon::general().marks_of(text);
    const auto segments = segments_of(text, marks);
    for (const auto& mark : marks) {
      CAPTURE(answer, mark.range.begin);
      CHECK(segments.clause_at(mark.range.begin) == segments.clause_at(mark.range.end - 1));
    }
  }
}

TEST_CASE("points said in one breath each get a stretch of their own", "[boundaries]") {
  const auto item = test::item("zh", "怎么蒸鱼？",
                               {test::point("挑新鲜的", "一早到市场挑当天捞上来的。"),
                                test::point("去腥", "里里外外抹一遍盐，铺上姜丝和葱段。"),
                                test::point("水开再蒸", "锅里的水滚了才放进去。")});
  const auto grade = grading::grade(item,
                                    "我都是一早到市场挑当天捞上来的那种拿回家里里外外抹一遍盐再铺上"
                                    "姜丝和葱段等到锅里的水滚了才放进去");
  REQUIRE(grade.points.size() == 3);
  for (const auto& point : grade.points) {
    CAPTURE(point.reason.code);
    CHECK(point.verdict == Verdict::hit);
  }
}

}  // namespace pith::grading
