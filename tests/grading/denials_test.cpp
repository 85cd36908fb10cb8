// What the network is told of a stretch that denies something.
#include <catch2/catch.hpp>

#include "grading/decision/free_text.h"
#include "grading/evidence/situations.h"
#include "support/items.h"

using namespace pith::grading;
using pith::test::item;
using pith::test::point;

namespace {

const pith::deck::Item& backups() {
  static const auto it = item("en", "How do you keep a server running?",
                              {point("Regular backups"), point("Alerts on odd figures"),
                               point("No shared passwords", "Every engineer has an account."),
                               point("Accounts", "Of engineers, not of machines.")});
  return it;
}

/// Of the first clause, for a point.
Features features_of(const std::string& answer, std::size_t point) {
  const auto analysis = FreeTextGrader(backups(), {true, nullptr}, {}).analyse(answer);
  return analysis.table.at(0, point).features;
}

}  // namespace

TEST_CASE("what is denied counts as named, not as affirmed", "[grading]") {
  const auto denied = features_of("We don't need regular backups.", 0);
  CHECK(denied[kBestRecall] == 1.0);
  CHECK(denied[kDeniedRecall] == 1.0);
  CHECK(denied[kAffirmedRecall] == 0.0);
  CHECK(denied[kDenied] > 0.0);
  CHECK(denied[kDenied] < 1.0);
  CHECK(denied[kClauseDenied] == 1.0);
}

TEST_CASE("what stands beside a denial is affirmed in a clause that denies", "[grading]") {
  const auto beside = features_of("Regular backups never replace alerts.", 0);
  CHECK(beside[kBestRecall] == 1.0);
  CHECK(beside[kAffirmedRecall] == 1.0);
  CHECK(beside[kDeniedRecall] == 0.0);
  CHECK(beside[kClauseDenied] == 1.0);
  const auto denied = features_of("Regular backups never replace alerts.", 1);
  CHECK(denied[kBestRecall] > 0.0);
  CHECK(denied[kAffirmedRecall] == 0.0);
}

TEST_CASE("without a denial all that is named is affirmed", "[grading]") {
  const auto plain = features_of("Regular backups of everything.", 0);
  CHECK(plain[kBestRecall] == 1.0);
  CHECK(plain[kAffirmedRecall] == 1.0);
  CHECK(plain[kClauseDenied] == 0.0);
}

TEST_CASE("a part of a clause is asked for what touches the part", "[grading]") {
  const auto analysis = FreeTextGrader(backups(), {true, nullptr}, {})
                            .analyse("Regular backups and never alerts on odd figures.");
  REQUIRE(analysis.segments.windows.size() == 3);
  CHECK(analysis.table.at(0, 0).features[kClauseDenied] == 1.0);
  CHECK(analysis.table.at(1, 0).features[kClauseDenied] == 0.0);
  CHECK(analysis.table.at(2, 0).features[kClauseDenied] == 1.0);
}

TEST_CASE("the network knows which points are denials themselves", "[grading]") {
  const FreeTextGrader grader(backups(), {true, nullptr}, {});
  const auto analysis = grader.analyse("No shared passwords.");
  const auto situations = situations_of(grader.targets(), analysis.table, analysis.segments,
                                        formula_for(analysis.by_meaning));
  const auto denies = [&](std::size_t point) {
    const auto& inputs = situations[point].inputs;
    return std::pair(inputs[15], inputs[16]);
  };
  CHECK(denies(0) == std::pair(0.0, 0.0));
  CHECK(denies(2) == std::pair(1.0, 1.0));
  CHECK(denies(3) == std::pair(0.0, 1.0));
}
