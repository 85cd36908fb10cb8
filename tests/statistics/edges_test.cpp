#include <catch2/catch.hpp>

#include "statistics/activity.h"
#include "statistics/compute.h"
#include "statistics/distribution.h"
#include "statistics/retention.h"
#include "statistics/score_over_time.h"

using namespace pith;
using memory::StudyDay;

namespace {

StudyDay day(int number) {
  return memory::day_numbered(20'000 + number);
}

statistics::Streak streak(std::initializer_list<int> days, int today) {
  std::vector<StudyDay> studied;
  for (const int each : days) {
    studied.push_back(day(each));
  }
  return statistics::streak_of(studied, day(today));
}

}  // namespace

TEST_CASE("an empty history has figures, all of them nothing", "[statistics]") {
  statistics::Scope scope;
  scope.today = day(0);

  const auto figures = statistics::compute({}, {}, scope);

  CHECK(figures.effort.answers == 0);
  CHECK_FALSE(figures.effort.score().has_value());
  CHECK_FALSE(figures.recall.share().has_value());
  CHECK_FALSE(figures.calibration.rmse.has_value());
  CHECK_FALSE(figures.answer_seconds.median.has_value());
  CHECK(figures.streak.current == 0);
  CHECK(figures.expected.empty());
  CHECK(figures.days.empty());
  CHECK(figures.weakest.empty());
}

TEST_CASE("a streak forgives single days, and today until it is over", "[statistics]") {
  CHECK(streak({}, 0).current == 0);
  CHECK(streak({5}, 5).current == 1);
  CHECK(streak({3, 4, 5}, 6).current == 3);
  CHECK(streak({3, 5}, 5).current == 2);
  CHECK(streak({3, 5}, 5).forgiven == 1);
  CHECK(streak({3, 4}, 6).current == 2);
  CHECK(streak({3, 4}, 6).forgiven == 1);
  CHECK(streak({3, 4}, 7).current == 0);
  CHECK(streak({1, 2, 3, 6}, 6).current == 1);
  CHECK(streak({1, 2, 3, 6}, 6).longest == 3);
}

TEST_CASE("values on an edge belong to the bin above it", "[statistics]") {
  const auto found = statistics::distribution_of({0, 4.9, 5, 300, 1e9}, {0, 5, 10});

  REQUIRE(found.bins.size() == 3);
  CHECK(found.bins[0].count == 2);
  CHECK(found.bins[1].count == 1);
  CHECK(found.bins[2].count == 2);
  CHECK_FALSE(found.bins[2].to.has_value());
  CHECK(found.median.value() == 5);
}

TEST_CASE("sampled days end today and are never more than can be drawn", "[statistics]") {
  CHECK(statistics::sampled_days(day(0), day(0)) == std::vector{day(0)});
  CHECK(statistics::sampled_days(day(5), day(0)) == std::vector{day(0)});
  for (const int span : {1, 26, 27, 52, 53, 1000, 3651}) {
    const auto days = statistics::sampled_days(day(0), day(span));
    CHECK(days.size() <= 27);
    CHECK(days.back() == day(span));
    CHECK(days.front() >= day(0));
  }
}

TEST_CASE("a time of day stands out only if chance would hardly do it", "[statistics]") {
  std::vector<statistics::HoursFigures> hours = {{8, 12, {400, 380, 340.0, 360.0}},
                                                 {12, 16, {400, 330, 340.0, 360.0}},
                                                 {20, 24, {20, 20, 10.0, 18.0}}};

  CHECK(statistics::best_hours(hours) == 8);

  hours[0].recall.recalled = 345;
  CHECK_FALSE(statistics::best_hours(hours).has_value());

  hours = {{8, 12, {30, 30, 27.6, 27.0}}, {12, 16, {4000, 3680, 3680.0, 3600.0}}};
  CHECK_FALSE(statistics::best_hours(hours).has_value());
}
