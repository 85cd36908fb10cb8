// What an answer as one stretch has of a point, where no clause of it has enough.
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
           {point("Regular backups", "Copy the database to another machine every night."),
            point("Alerts", "The engineer on call hears of odd figures at once.")});
  return it;
}

PairTable table_of(const std::string& answer) {
  return FreeTextGrader(backups(), {true, nullptr}, {}).analyse(answer).table;
}

/// The most that any stretch has of a target.
double most(const PairTable& table, std::size_t target, Feature feature) {
  double best = -1;
  for (std::size_t w = 0; w < table.pairs.size() / table.targets; ++w) {
    best = std::max(best, table.at(w, target).features[feature]);
  }
  return best;
}

constexpr auto kAnswer =
    "We copy things. It is every night. There is another machine. The database is what counts.";

}  // namespace

TEST_CASE("a point spread over an answer is all there in the whole of it", "[grading]") {
  const auto table = table_of(kAnswer);
  for (const auto feature : {kDetailRecall, kRelatedDetail}) {
    CHECK(table.whole(0).row[0].features[feature] > most(table, 0, feature) + 0.2);
  }
}

TEST_CASE("the whole has no less of a point than any stretch", "[grading]") {
  for (const auto* answer :
       {kAnswer, "Alerts, not backups. Backups are of no use.", "the server", "3", "定期备份"}) {
    const auto table = table_of(answer);
    for (std::size_t t = 0; t < table.targets; ++t) {
      for (const auto feature :
           {kDetailRecall, kNameRecall, kBestRecall, kRelatedName, kRelatedDetail, kRelatedBest}) {
        CHECK(table.whole(t).row[t].features[feature] + 1e-6 >= most(table, t, feature));
      }
    }
  }
}

TEST_CASE("the whole says nothing of its length", "[grading]") {
  const auto table = table_of(kAnswer);
  for (const auto feature : {kNovelty, kPrecision, kDenied, kSkipped}) {
    CHECK(table.whole(0).row[0].features[feature] == 0.0);
  }
}

TEST_CASE("an answer about something else has to do with none of the points", "[grading]") {
  CHECK(table_of(kAnswer).whole(0).related >
        table_of("She went hiking with two friends.").whole(0).related + 0.2);
  CHECK(table_of("").whole(0).related == 0.0);
}
