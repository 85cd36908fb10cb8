// pith plan, and the reviews that follow it.
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"

using nlohmann::json;
using pith::test::parsed;
using namespace pith;

namespace {

constexpr auto kDeck =
    "deck: moat\nitems:\n"
    "  - {id: one, question: First, answer: alpha}\n"
    "  - {id: two, question: Second, points: [beta, gamma]}\n"
    "  - {id: three, question: Third, answer: delta}\n";

struct Learner : test::Learner {
  Learner() : test::Learner(kDeck) {}
  json plan(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"plan", "--on", "2026-12-15", "--json"});
    REQUIRE(ask(more, "") == 0);
    return parsed(out);
  }
};

}  // namespace

TEST_CASE("plan forecasts the score and says what reaches the target", "[cli]") {
  Learner pith;
  pith.ask({"review", "--new", "2", "--encoder", "none"}, "alpha\nbeta\n");

  const auto plan = pith.plan();

  CHECK(plan["today"] == "2026-12-01");
  CHECK(plan["on"] == "2026-12-15");
  CHECK(plan["nothing"] < plan["plan"]["score"]);
  CHECK(plan["plan"]["low"] <= plan["plan"]["score"]);
  CHECK(plan["plan"]["score"] <= plan["plan"]["high"]);
  CHECK(plan["needed_minutes_a_day"] > 0);
  CHECK(plan["items"].size() == 3);
  CHECK(plan["new_items"] == 1);
  CHECK(plan["plan"]["introduced"] == 1);
  CHECK(plan["decks"]["moat"]["plan"]["score"] == plan["plan"]["score"]);
  CHECK(plan["do_today"][0]["item"] == "moat/three");
  CHECK(plan == pith.plan());
}

TEST_CASE("what a day takes on average is not confused with what it takes at most", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"plan", "--on", "2026-12-15"}, "") == 0);
  CHECK(pith.out.find("With the plan: ") != std::string::npos);
  CHECK(pith.out.find("on average") != std::string::npos);
  CHECK(pith.out.find("90% takes up to ") != std::string::npos);
}

TEST_CASE("plan makes the best of the minutes there are", "[cli]") {
  Learner pith;
  const auto little = pith.plan({"--minutes", "1"});
  CHECK(little["limit_minutes_a_day"] == 1);
  CHECK(little["plan"]["minutes_a_day"] < 1.5);
  CHECK(little["do_today"].size() < 3);
}

TEST_CASE("plan counts in grammatical English", "[cli]") {
  Learner pith;
  pith.screen.columns = 120;
  REQUIRE(pith.ask({"plan", "moat/one", "--on", "+2"}, "") == 0);
  CHECK_THAT(pith.out, Catch::Contains(" min and 1 question a day"));
  CHECK_THAT(pith.out,
             Catch::Contains("Of 1 item never asked, reviewing what is due asks 1 by then, "
                             "the plan 1."));
}

TEST_CASE("plan in words fits 40 columns and names the next step", "[cli]") {
  Learner pith;
  pith.screen.columns = 40;
  REQUIRE(pith.ask({"plan", "--on", "+14"}, "") == 0);
  CHECK_THAT(pith.out, Catch::StartsWith("2026-12-15, in 14 days"));
  CHECK_THAT(pith.out, Catch::Contains("pith review --for 2026-12-15"));
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 40);
  }
}

TEST_CASE("a review for a day asks what the plan asks today", "[cli]") {
  Learner pith;
  const auto plan = pith.plan({"--minutes", "1"});

  REQUIRE(pith.ask({"review", "--for", "2026-12-15", "--minutes", "1", "--protocol", "jsonl"},
                   R"({"type":"quit"})") == 0);

  const auto first = pith.out.find(R"("type":"question")");
  REQUIRE(first != std::string::npos);
  CHECK(pith.out.find(plan["do_today"][0]["item"].get<std::string>()) != std::string::npos);
}

TEST_CASE("the review that plan names is of what it was given", "[cli]") {
  Learner pith;
  pith.screen.columns = 200;
  const auto names = [&](std::vector<std::string> more, const std::string& command) {
    more.insert(more.begin(), {"plan", "--on", "+14"});
    REQUIRE(pith.ask(more, "") == 0);
    CHECK_THAT(pith.out, Catch::Contains("`pith review --for 2026-12-15" + command + "`"));
  };
  names({}, "");
  names({"--target", "0.99", "moat"}, " --target 0.99 moat");
  names({"--minutes", "2.5", "--target", "0.8"}, " --minutes 2.5");
  names({"moat/t*", "moat/one"}, " 'moat/t*' moat/one");
}

TEST_CASE("a day that is past, too far away or no day is refused, and so is nothing to plan",
          "[cli]") {
  Learner pith;
  CHECK_THROWS_WITH(pith.ask({"plan", "--on", "2026-12-01"}, ""),
                    Catch::Contains("2026-12-01 is not after today"));
  CHECK_THROWS_WITH(pith.ask({"plan", "--on", "2035-01-01"}, ""), Catch::Contains("two years"));
  CHECK_THROWS_WITH(pith.ask({"plan", "--on", "christmas"}, ""),
                    Catch::Contains("cannot read 'christmas'"));
  CHECK_THROWS_WITH(pith.ask({"review", "--for", "2020-01-01"}, ""),
                    Catch::Contains("is not after today"));
  CHECK_THROWS_AS(pith.ask({"review", "--for", "+3", "--focus"}, ""), UsageError);
  REQUIRE(pith.ask({"suspend", "moat/one"}, "") == 0);
  CHECK_THROWS_WITH(pith.ask({"plan", "moat/one", "--on", "+3"}, ""),
                    Catch::Contains("nothing to plan for"));
}

TEST_CASE("limits of a review hold", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"review", "--limit", "1", "--encoder", "none"}, "alpha\nbeta\n") == 0);
  CHECK_THAT(pith.out, Catch::Contains("1 of 1"));
  REQUIRE(pith.ask({"review", "--minutes", "1", "--encoder", "none"}, "") == 0);
  CHECK_THAT(pith.out, Catch::Contains("of 2"));
}
