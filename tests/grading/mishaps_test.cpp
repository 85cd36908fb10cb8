// Who says that what nobody wants does not happen has not turned the point round.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

TEST_CASE("a mishap that is said not to happen turns no point round", "[grading]") {
  const auto ferry = item("en", "What makes a good ferry?",
                          {point("safe luggage", "Suitcases arrive with their owners."),
                           point("kept timetable", "The boat leaves and lands by the minute.")});
  CHECK(first_verdict(ferry, "no suitcase gets lost") != Verdict::contradicted);
  CHECK(first_verdict(ferry, "Suitcases are never stolen.") != Verdict::contradicted);
  CHECK(first_verdict(ferry, "they don't lose your suitcase") != Verdict::contradicted);
  CHECK(first_verdict(ferry, "suitcases don't arrive") == Verdict::contradicted);

  const auto inn =
      item("zh", "怎样经营好一家面馆？",
           {point("留住师傅", "掌勺的师傅干得长久。"), point("新鲜食材", "当天买菜。")});
  CHECK(first_verdict(inn, "不能让师傅走人") != Verdict::contradicted);
  CHECK(first_verdict(inn, "师傅不会流失") != Verdict::contradicted);
  CHECK(first_verdict(inn, "不必留住师傅") == Verdict::contradicted);
}

TEST_CASE("a point that is a mishap itself is turned round by its denial, unless it deals with it",
          "[grading]") {
  const auto boat = item("en", "Why do old boats sink?",
                         {point("planks rot", "Damp wood goes soft."), point("nails rust")});
  CHECK(first_verdict(boat, "the planks never rot") == Verdict::contradicted);
  const auto care = item("en", "What does a boat builder do?",
                         {point("rot prevention", "Oiled planks stay dry."), point("painting")});
  CHECK(first_verdict(care, "so the planks don't rot") != Verdict::contradicted);
  CHECK(first_verdict(care, "no rot prevention") == Verdict::contradicted);
}

TEST_CASE("what is done about a mishap can be denied like anything else", "[grading]") {
  const auto barn = item("en", "How does one keep a barn?",
                         {point("insured against fire", "The farmer pays for a policy each year."),
                          point("dry floor")});
  CHECK(first_verdict(barn, "There is no policy each year against loss.") == Verdict::contradicted);
}

TEST_CASE("a denial of one name, said in full, is about no other that shares a word", "[grading]") {
  const auto stage = item("en", "What does a theatre check each night?",
                          {point("curtain check", "It falls within ten seconds."),
                           point("light check", "Every lamp is lit once.")});
  const auto graded = grade(stage, "No light check.");
  CHECK(graded.points[0].verdict == Verdict::missed);
  CHECK(graded.points[1].verdict == Verdict::contradicted);
}

TEST_CASE("what happens in a case without something is told, not denied", "[grading]") {
  const auto lake = item(
      "en", "What is dangerous on the lake?",
      {point("paddling out without a vest", "Who falls in goes under."), point("ice in March")});
  CHECK(first_verdict(lake, "If you paddle out without a vest you go under when you fall in") ==
        Verdict::hit);
}

TEST_CASE("keeping away from something is a noun, too", "[grading]") {
  const auto skin = item("en", "What does a dermatologist advise?",
                         {point("sun care", "Cream and a hat from April on."),
                          point("wrinkle control", "Less smoking, more sleep.")});
  CHECK(first_verdict(skin, "wrinkle avoidance and sun care") == Verdict::hit);
  CHECK(first_verdict(skin, "Avoid sun care and cream") == Verdict::contradicted);
}

TEST_CASE("a cue with a blank in it stands in one clause", "[grading]") {
  const auto ferry = item("zh", "好的轮渡是什么样的？", {point("准点"), point("行李安全")});
  const auto* answer =
      GENERATE("好的，出 事", "好的，没 用", "行李没 用，准 点", "行李安全，开不 下去");
  CHECK(grade(ferry, answer).points.size() == 2);
}

TEST_CASE("what merely describes in a detail is no denial of the point", "[grading]") {
  const auto post = item("en", "What does the post office promise?",
                         {point("second try", "A failed parcel is brought again."),
                          point("proof", "The sender gets a receipt.")});
  CHECK(first_verdict(post, "A failed parcel is never brought again") == Verdict::contradicted);
  CHECK(first_verdict(post, "They bring a failed parcel again") == Verdict::hit);
}
