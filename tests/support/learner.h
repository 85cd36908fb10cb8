// Simulated learners: their memory follows FSRS with known parameters and nothing else.
#pragma once

#include <algorithm>
#include <random>
#include <vector>

#include "memory/fsrs.h"
#include "memory/fuzz.h"
#include "memory/review_log.h"

namespace pith::test {

struct LearnerOptions {
  memory::Parameters truth = memory::kDefaultParameters;
  int cards = 100;
  int days = 365;
  std::uint32_t seed = 1;
};

/// The log of a learner who starts on all cards within a month and reviews each when the default
/// parameters say so. Missed cards are repeated once on the same day.
inline std::vector<memory::LoggedReview> simulated_log(const LearnerOptions& options) {
  using memory::Rating;
  std::mt19937 random(options.seed);
  const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
  const memory::ForgettingCurve curve(options.truth);
  std::vector<memory::LoggedReview> log;
  for (int card = 0; card < options.cards; ++card) {
    int day = static_cast<int>(random() % 30);
    const auto first = *memory::rating_numbered(1 + static_cast<int>(random() % 4));
    auto known = memory::first_review(options.truth, first);
    auto planned = memory::first_review(memory::kDefaultParameters, first);
    log.push_back({.card = card, .time = day * 1000000LL + card, .day = day, .rating = first});
    while (true) {
      const int wait = memory::fuzzed_interval(planned.stability, 365, random());
      day += wait;
      if (day > options.days) {
        break;
      }
      auto rating = Rating::again;
      if (uniform() < curve.retrievability(wait, known.stability)) {
        const auto ease = uniform();
        rating = ease < 0.1 ? Rating::hard : ease < 0.9 ? Rating::good : Rating::easy;
      }
      const auto review = [&](int delta, Rating given, int at) {
        log.push_back(
            {.card = card, .time = day * 1000000LL + at + card, .day = day, .rating = given});
        known = memory::later_review(options.truth, known, delta, given);
        planned = memory::later_review(memory::kDefaultParameters, planned, delta, given);
      };
      review(wait, rating, 0);
      if (rating == Rating::again) {
        review(0, Rating::good, 500000);
      }
    }
  }
  std::stable_sort(log.begin(), log.end(),
                   [](const auto& a, const auto& b) { return a.time < b.time; });
  return log;
}

}  // namespace pith::test
