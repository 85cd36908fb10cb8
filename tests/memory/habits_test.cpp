#include "memory/habits.h"

#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

using namespace pith::memory;

TEST_CASE("without answers the pace is the default one", "[memory]") {
  const auto pace = fitted_pace({});
  CHECK(pace.question == Approx(12));
  CHECK(pace.point == Approx(8));
}

TEST_CASE("many answers show what a question and a point take", "[memory]") {
  std::vector<TimedAnswer> answers;
  for (int i = 0; i < 2000; ++i) {
    const auto points = static_cast<std::size_t>(1 + i % 5);
    answers.push_back({points, 30 + 4.0 * static_cast<double>(points)});
  }
  const auto pace = fitted_pace(answers);
  CHECK(pace.question == Approx(30).epsilon(0.05));
  CHECK(pace.point == Approx(4).epsilon(0.05));
}

TEST_CASE("an answer left open overnight hardly counts, and no pace is without time", "[memory]") {
  CHECK(fitted_pace(std::vector<TimedAnswer>{{2, 40'000}}).seconds(2) < 60);
  const std::vector<TimedAnswer> odd(500, TimedAnswer{6, 0});
  CHECK(fitted_pace(odd).question >= 1);
  CHECK(fitted_pace(odd).point >= 1);
}

TEST_CASE("shares of ratings follow the counts and sum to one", "[memory]") {
  AnswerCounts counts;
  counts.first = {900, 0, 100, 0};
  counts.later = {500, 400, 100, 0};
  counts.recalled = 500;
  counts.credit = 300;

  const auto habits = fitted_habits(counts, {});

  CHECK(habits.first[0] == Approx(0.9).epsilon(0.03));
  CHECK(habits.recalled[0] == Approx(0.8).epsilon(0.05));
  CHECK(std::accumulate(habits.first.begin(), habits.first.end(), 0.0) == Approx(1));
  CHECK(std::accumulate(habits.recalled.begin(), habits.recalled.end(), 0.0) == Approx(1));
  CHECK(habits.credit == Approx(0.62).epsilon(0.02));
}
