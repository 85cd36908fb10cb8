// pith optimize, on a CSV and on one's own reviews.
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "history/store.h"
#include "support/command_line.h"
#include "support/json.h"
#include "support/learner.h"

using nlohmann::json;
using pith::test::parsed;
using namespace pith;
using pith::test::CommandLine;

namespace {

/// A learner whose memory fades much faster than the default parameters say.
memory::Parameters forgetful() {
  auto w = memory::kDefaultParameters;
  w[0] = 0.05;
  w[1] = 0.2;
  w[2] = 0.5;
  w[3] = 1.5;
  w[8] = 1.0;
  w[20] = 0.35;
  return w;
}

struct Learner : CommandLine {
  /// A history of `cards` points in two decks, each answered alone.
  void study(int cards, int days = 120) {
    const auto log = test::simulated_log({.truth = forgetful(), .cards = cards, .days = days});
    history::History history(folder() / "data" / "pith.db");
    std::vector<history::Event> events;
    for (const auto& review : log) {
      const auto day = memory::day_numbered(20'000 + review.day);
      history::Event event;
      event.stamp.when = {memory::Instant{day.time_since_epoch()} +
                              std::chrono::milliseconds{review.time % 1'000'000},
                          {},
                          day};
      event.stamp.id = history::make_uuid7(event.stamp.when.time);
      event.stamp.device = history.device();
      event.stamp.sequence = static_cast<std::int64_t>(events.size()) + 1;
      event.stamp.schema = 1;
      history::Answer answer;
      answer.item = {review.card % 2 == 0 ? "even" : "odd", "q" + std::to_string(review.card)};
      answer.relearning = review.time % 1'000'000 >= 500'000;
      answer.points.resize(1);
      answer.points[0].id = "answer";
      answer.points[0].rating = review.rating;
      event.body = answer;
      events.push_back(std::move(event));
    }
    history.merge(events);
  }
  json optimize(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"optimize", "--json"});
    REQUIRE(run(more) == 0);
    return parsed(out);
  }
  [[nodiscard]] memory::Parameters in_use() const {
    return history::History(folder() / "data" / "pith.db", {.read_only = true}).parameters();
  }
};

}  // namespace

TEST_CASE("parameters worth taking are taken on request, and undo gives the old ones back",
          "[cli]") {
  Learner pith;
  pith.study(60);

  const auto looked = pith.optimize();
  CHECK(looked["worth_taking"] == true);
  CHECK(looked["applied"] == false);
  CHECK(looked["log_loss"]["fitted"].get<double>() < looked["log_loss"]["default"].get<double>());
  CHECK(pith.in_use() == memory::kDefaultParameters);

  const auto taken = pith.optimize({"--apply"});
  CHECK(taken["applied"] == true);
  CHECK(pith.in_use() == taken["parameters"].get<memory::Parameters>());

  REQUIRE(pith.run({"undo", "--json"}) == 0);
  CHECK(parsed(pith.out)["undone"][0]["kind"] == "parameters");
  CHECK(pith.in_use() == memory::kDefaultParameters);
}

TEST_CASE("parameters that are in use are not taken again", "[cli]") {
  Learner pith;
  pith.study(60);
  pith.optimize({"--apply"});

  const auto again = pith.optimize({"--apply"});

  CHECK(again["worth_taking"] == false);
  CHECK(again["applied"] == false);
  CHECK(again["log_loss"]["current"] == again["log_loss"]["fitted"]);
}

TEST_CASE("with few reviews the defaults stay, and optimize says so", "[cli]") {
  Learner pith;
  pith.study(2, 10);
  REQUIRE(pith.run({"optimize", "--apply"}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("Too few reviews to fit anything"));
  CHECK(pith.in_use() == memory::kDefaultParameters);

  Learner nobody;
  REQUIRE(nobody.run({"optimize"}) == 0);
  CHECK_THAT(nobody.out, Catch::StartsWith("0 reviews"));
}

TEST_CASE("optimize says from how many reviews it could learn, and why not from the others",
          "[cli]") {
  Learner few;
  few.study(15, 60);
  const auto report = few.optimize();
  CHECK(report["items"] > 8);
  CHECK(report["usable"] == 0);  // no first wait is that of enough points
  REQUIRE(few.run({"optimize"}) == 0);
  CHECK_THAT(few.out, Catch::Contains("To learn from: 0 of them. Left out are points"));
  CHECK_THAT(few.out, Catch::Contains("it takes 8 to learn from"));

  Learner pith;
  pith.study(60);
  const auto more = pith.optimize();
  CHECK(more["usable"] > 8);
  CHECK(more["usable"] <= more["items"]);
  CHECK(pith.optimize({"--parameters=", "--evaluate"})["usable"].is_null());
}

TEST_CASE("given parameters are used as they are", "[cli]") {
  Learner pith;
  pith.study(2, 10);
  std::string list = "0.3";
  for (std::size_t i = 1; i < memory::kParameterCount; ++i) {
    list += "," + std::to_string(memory::kDefaultParameters[i]);
  }
  REQUIRE(pith.run({"optimize", "--parameters", list, "--apply"}) == 0);
  CHECK(pith.in_use()[0] == 0.3);
  REQUIRE(pith.run({"optimize", "--parameters=", "--apply"}) == 0);
  CHECK(pith.in_use() == memory::kDefaultParameters);
}

TEST_CASE("optimize fits to the items selected", "[cli]") {
  Learner pith;
  pith.study(40);
  pith.write("decks/even.yaml", "deck: even\nitems:\n  - {id: q0, question: Q, answer: a}\n");
  const auto decks = (pith.folder() / "decks").string();

  const auto one = pith.optimize({"even", "--decks", decks});

  CHECK(one["reviews"] > 0);
  CHECK(one["reviews"] < pith.optimize()["reviews"]);
  CHECK_THROWS_WITH(pith.run({"optimize", "even", "--apply", "--decks", decks}),
                    Catch::Contains("for all decks"));
}

TEST_CASE("optimize prints tables that fit 40 columns", "[cli]") {
  Learner pith;
  pith.study(60);
  pith.screen.columns = 40;
  REQUIRE(pith.run({"optimize"}) == 0);
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 40);
  }
}

TEST_CASE("optimize refuses bad logs and contradictory options, and changes nothing", "[cli]") {
  Learner pith;
  const auto log = [&](const std::string& text) {
    return pith.write("log.csv", "card_id,review_time,review_rating\n" + text);
  };
  const auto refused = [&](const std::string& text, const std::string& why) {
    CHECK_THROWS_WITH(pith.run({"optimize", "--revlog", log(text)}), Catch::Contains(why));
  };
  refused("1,1000,5\n", "review_rating is 5");
  refused("1,1000,0\n", "review_rating is 0");
  refused("1,NaN,3\n", "“NaN”, not a whole number");
  refused("1,2000,3\n1,1000,3\n", "before the card's previous review");
  refused("1,1000\n", "fewer fields");
  CHECK_THROWS_WITH(
      pith.run({"optimize", "--revlog", pith.write("log.csv", "card_id,review_time\n")}),
      Catch::Contains("“review_rating” is missing"));
  CHECK_THROWS_AS(pith.run({"optimize", "--evaluate"}), UsageError);
  CHECK_THROWS_WITH(pith.run({"optimize", "--timezone", "Foo"}), Catch::Contains("add --revlog"));
  CHECK_THROWS_WITH(pith.run({"optimize", "--day-start", "5"}), Catch::Contains("add --revlog"));
  CHECK_THROWS_AS(pith.run({"optimize", "--parameters", "1,2", "--evaluate"}), UsageError);
  CHECK_THROWS_AS(pith.run({"optimize", "--revlog", log(""), "--apply"}), UsageError);
  CHECK_FALSE(std::filesystem::exists(pith.folder() / "data" / "pith.db"));
}

TEST_CASE("where nothing was to be foreseen no loss is told", "[cli]") {
  CommandLine pith;
  const auto log = pith.write("log.csv", "card_id,review_time,review_rating\n");
  REQUIRE(pith.run({"optimize", "--json", "--revlog", log}) == 0);
  const auto report = parsed(pith.out);
  CHECK(report["reviews"] == 0);
  CHECK(report["log_loss"] == nlohmann::json({{"default", nullptr}, {"fitted", nullptr}}));
  CHECK(report["rmse_bins"] == nlohmann::json({{"default", nullptr}, {"fitted", nullptr}}));
}

TEST_CASE("where reviews are too few to hold any back, no loss on unseen ones is told", "[cli]") {
  test::Learner pith("deck: moat\nitems:\n  - {id: a, front: tea, back: 茶}\n");
  for (const auto* day : {"2026-12-01", "2026-12-02", "2026-12-03"}) {
    pith.now = day;
    REQUIRE(pith.ask({"drill", "moat"}, "3\n") == 0);
  }
  REQUIRE(pith.ask({"optimize", "--json"}, "") == 0);
  const auto report = parsed(pith.out);
  REQUIRE(report["items"] == 2);
  CHECK(report["log_loss"]["default"] > 0);
  CHECK(report["unseen_log_loss"] == nlohmann::json({{"default", nullptr}, {"fitted", nullptr}}));
}
