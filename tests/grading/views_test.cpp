// What of an answer is looked at for each point: sentences that are another point are not.
#include <catch2/catch.hpp>

#include "grading/decision/free_text.h"
#include "support/items.h"

using namespace pith::grading;
using pith::test::item;
using pith::test::point;

namespace {

const pith::deck::Item& backups() {
  static const auto it =
      item("en", "How do you keep a server running?",
           {point("Regular backups", "Copy the database. Do it every night.", {"We keep a copy"}),
            point("Alerts", "The engineer on call hears of odd figures at once."),
            point("Alerts and backups")});
  return it;
}

/// By point: the windows in its view.
std::vector<std::vector<std::string>> seen(const std::string& answer) {
  const auto analysis = FreeTextGrader(backups(), {true, nullptr}, {}).analyse(answer);
  std::vector<std::vector<std::string>> result;
  for (std::size_t t = 0; t < analysis.table.targets; ++t) {
    auto& words = result.emplace_back();
    for (const auto& window : analysis.segments.windows) {
      if (analysis.table.whole(t).view.has(window)) {
        const auto span = analysis.text.span(window.grains);
        words.push_back(answer.substr(span.begin, span.end - span.begin));
      }
    }
  }
  return result;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence that is one point tells nothing about another", "[grading]") {
  const auto views =
      seen("Regular backups! We watch it. the engineer, on call hears of odd figures at once");
  CHECK(views[0].front() == "Regular backups");
  CHECK(views[0].back() == "We watch it");
  CHECK(views[1].front() == "We watch it");
  CHECK(views[2] == Words{"We watch it"});
}

TEST_CASE("a detail of two sentences is one statement", "[grading]") {
  const auto views = seen("We watch it. Copy the database. Do it every night.");
  CHECK(views[0] == Words{"We watch it", "Copy the database", "Do it every night"});
  CHECK(views[1] == Words{"We watch it"});
  CHECK(seen("Copy the database. Do it at noon.")[1].size() == 2);
}

TEST_CASE("a sentence that says more than a point, or other than its own words, is seen by all",
          "[grading]") {
  for (const auto* answer : {"Regular backups of all.", "All the regular backups.",
                             "We keep a copy.", "Regular backups?", "Backups", ""}) {
    const auto views = seen(answer);
    CHECK(views[1] == views[0]);
    CHECK(views[0].empty() == std::string_view(answer).empty());
  }
}

TEST_CASE("a point that names another is seen by it", "[grading]") {
  const auto views = seen("Alerts and backups.");
  CHECK_FALSE(views[1].empty());
  CHECK(views[0].empty());
}

TEST_CASE("an answer of thousands of clauses is seen as it is by all", "[grading]") {
  std::string answer = "Regular backups. ";
  for (int i = 0; i < 20'000; ++i) {
    answer += "or not, ";
  }
  const auto table = FreeTextGrader(backups(), {true, nullptr}, {}).analyse(answer).table;
  REQUIRE(table.wholes.size() == 1);
  CHECK(table.whole(1).view.targets.size() == table.targets);
}
