#include "session/practice.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/collection.h"
#include "history/day.h"
#include "session/practice_plan.h"
#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using namespace std::chrono_literals;
using test::Scene;

namespace {

/// Every mistake as `line:column: message`.
std::vector<std::string> mistakes(std::string_view yaml) {
  std::vector<std::string> found;
  for (const auto& d : read_practice(yaml, "p.yaml").diagnostics) {
    found.push_back(fmt::format("{}:{}: {}", d.at.line, d.at.column, d.message));
  }
  return found;
}

}  // namespace

TEST_CASE("a practice file says what is asked, how and by which rules", "[session]") {
  const auto read = read_practice(R"(
practice: Mock interview
description: For the twenty questions
select: [ai-startup]
time: 45m
time_limit: 3m
pass: 0.7
feedback: end
follow_up: true
schedule: false
seed: 7
reports: [card.md, results.xml]
sections:
  - {name: Warm-up, choose: due, count: 3, time: 10m}
  - {name: Main, select: [tag:strategy, tag:finance], order: mixed, time_limit: 5m}
)",
                                  "p.yaml");
  REQUIRE(read.diagnostics.empty());
  const auto& practice = *read.practice;
  CHECK(practice.title == "Mock interview");
  CHECK(practice.time == 45min);
  CHECK(practice.pass == 0.7);
  CHECK_FALSE(practice.feedback);
  CHECK_FALSE(practice.hints);
  CHECK_FALSE(practice.may_pause);
  CHECK(practice.follow_up);
  CHECK_FALSE(practice.schedule);
  CHECK(practice.seed == 7);
  CHECK(practice.reports == std::vector<std::string>{"card.md", "results.xml"});
  REQUIRE(practice.sections.size() == 2);
  CHECK(practice.sections[0].select == std::vector<std::string>{"ai-startup"});
  CHECK(practice.sections[0].choose == Choose::due);
  CHECK(practice.sections[0].count == 3);
  CHECK(practice.sections[0].time == 10min);
  CHECK(practice.sections[0].time_limit == 3min);
  CHECK(practice.sections[1].select == std::vector<std::string>{"tag:strategy", "tag:finance"});
  CHECK_FALSE(practice.sections[1].order);
  CHECK(practice.sections[1].time_limit == 5min);
}

TEST_CASE("a title is enough: everything is asked in the file's order, with feedback",
          "[session]") {
  const auto practice = read_practice("practice: All of it\n", "p.yaml").practice;
  REQUIRE(practice);
  REQUIRE(practice->sections.size() == 1);
  CHECK(practice->sections[0].select.empty());
  CHECK(practice->sections[0].order == Order::file);
  CHECK(practice->feedback);
  CHECK(practice->schedule);
  CHECK(practice->may_pause);
  CHECK_FALSE(practice->pass);
}

TEST_CASE("mistakes are named with their place", "[session]") {
  using List = std::vector<std::string>;
  const auto [yaml, expected] = GENERATE(table<std::string, List>({
      {"", {"1:1: this file is empty"}},
      {"- a\n", {"1:1: a practice must be a map, not a list"}},
      {"order: random\n", {"1:1: 'practice' is missing"}},
      {"practice: P\ncolour: red\n", {"2:1: unknown key 'colour' in a practice"}},
      {"practice: P\ncount: 0\n", {"2:8: 'count' is 0: nothing would be asked"}},
      {"practice: P\ncount: few\n", {"2:8: 'count' must be a whole number from 0 on, not 'few'"}},
      {"practice: P\ncount: 4000000000\n",
       {"2:8: 'count' must be a whole number from 0 to 1000000, not '4000000000'"}},
      {"practice： P\n", {"1:9: the colon behind 'practice' is full-width, which is text to YAML"}},
      {"practice: P\ncount： 3\n",
       {"2:1: unknown key 'count： 3' in a practice",
        "2:6: the colon behind 'count' is full-width, which is text to YAML"}},
      {"practice: P\norder: upwards\n",
       {"2:8: 'order' must be one of file, random, weakest, due, mixed, not 'upwards'"}},
      {"practice: P\npass: 60\n", {"2:7: 'pass' must be a number from 0 to 1, not '60'"}},
      {"practice: P\ntime: long\n",
       {"2:7: 'time' must be a time such as 90s, 3m or 1h30m, a day at most, not 'long'"}},
      {"practice: P\nfeedback: [each]\n",
       {"2:11: 'feedback' must be one of each, end, not a list"}},
      {"practice: P\nfollow_up: true\n", {"2:1: 'follow_up' needs 'feedback: end'"}},
      {"practice: P\nfeedback: end\nrepeat_missed: true\n",
       {"3:1: 'repeat_missed' needs 'feedback: each'"}},
      {"practice: P\nchoose: due\norder: random\n",
       {"3:1: 'order' has no meaning with 'choose: due'"}},
      {"practice: P\nsections: []\n",
       {"2:11: 'sections' must be a list with at least one section"}},
      {"practice: P\nsections:\n  - text\n", {"3:5: a section must be a map, not a text"}},
      {"practice: P\nsections:\n  - {count: 3, feedback: end}\n",
       {"3:5: 'name' is missing", "3:16: unknown key 'feedback' in a section"}},
      {"practice: P\npractice: Q\n", {"2:1: duplicate key 'practice'"}},
  }));
  CAPTURE(yaml);
  CHECK(mistakes(yaml) == expected);
  CHECK_FALSE(read_practice(yaml, "p.yaml").practice);
}

TEST_CASE("who asks for no item is told from where counts begin", "[session]") {
  const auto read = read_practice("practice: P\ncount: 0\n", "p.yaml");

  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].hint == "write a whole number from 1 on, or leave it out");
}

TEST_CASE("any bytes are read or complained of", "[session]") {
  CHECK_FALSE(read_practice("practice: \xff\n", "p.yaml").practice);
  CHECK_FALSE(read_practice(std::string("practice: a\0b", 13), "p.yaml").practice);
  CHECK_FALSE(read_practice(std::string(2U << 20U, 'a'), "p.yaml").practice);
  rc::prop("every file is a practice or has a mistake", [](const std::string& bytes) {
    const auto read = read_practice(bytes, "p.yaml");
    RC_ASSERT(read.practice.has_value() != deck::has_error(read.diagnostics));
  });
}

TEST_CASE("a section asks what is chosen, as many as it says", "[session]") {
  Scene scene(
      "deck: d\ndefaults: {new_per_day: 2}\nitems:\n"
      "  - {id: a, question: First, points: [alpha, beta]}\n"
      "  - {id: b, question: Second, points: [gamma]}\n"
      "  - {id: c, question: Third, points: [delta]}\n");
  auto session = scene.drill();
  session.answer("alpha");
  session.answer("gamma");
  PlanRules rules;
  rules.review.day = scene.now().day;
  rules.review.introduced = scene.history().on(rules.review.day).introduced();
  const auto asked = [&](const PracticeSection& section) {
    std::string found;
    for (const auto& task : section_queue(scene.candidates(), section, rules, scene.history())) {
      found += task.item->id + std::to_string(task.asked.size()) + " ";
    }
    return found;
  };

  PracticeSection section;
  CHECK(asked(section) == "a2 b1 c1 ");
  section.count = 2;
  CHECK(asked(section) == "a2 b1 ");
  section.choose = Choose::missed;
  CHECK(asked(section) == "a1 ");
  section.choose = Choose::due;
  CHECK(asked(section).empty());
  section.choose = Choose::all;
  section.order = Order::weakest;
  CHECK(asked(section) == "c1 a2 ");
  section.order = std::nullopt;
  CHECK(asked(section).size() == 6);
}
