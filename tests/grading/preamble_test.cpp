// Words that lead up to an answer.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

using pith::grading::grade;
using pith::test::item;
using pith::test::point;

TEST_CASE("what only leads up to an answer is no part of it", "[grading]") {
  const auto pond = item("en", "How does one keep a pond clear?",
                         {point("shade it", "Plants over the water keep the algae down."),
                          point("feed less", "What the fish leave feeds the algae.")});
  const auto* said = "plants floating on top keep algae away";
  const auto plain = grade(pond, said);
  for (const auto* before : {"Okay. ", "so, ", "Well, let me think. ", "hmm, um, "}) {
    INFO(before);
    const auto led = grade(pond, std::string(before) + said);
    for (std::size_t p = 0; p < plain.points.size(); ++p) {
      CHECK(led.points[p].confidence == plain.points[p].confidence);
    }
  }
  const auto tea = item("zh", "怎么泡茶？", {point("烫杯", "先用开水烫一遍茶杯。"), point("控温")});
  CHECK(grade(tea, "嗯，那个，开水先烫一下杯子").points.front().confidence ==
        grade(tea, "开水先烫一下杯子").points.front().confidence);
}
