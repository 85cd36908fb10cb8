// A learner whose true memory of items with several points follows FSRS, but who is only known by
// the verdicts on what they answer: for judging schedulers and forecasts.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "memory/due.h"
#include "memory/fsrs.h"
#include "memory/habits.h"

namespace pith::test {

struct Nature {
  memory::Parameters truth = memory::kDefaultParameters;
  double shared = 0;     ///< Correlation of what the points of an item come to on one day.
  double misjudged = 0;  ///< Share of verdicts that are the wrong way round.
  double guessed = 0;    ///< Chance that what is not known is hit anyway.
  memory::Habits habits{};
};

/// The verdict on one point.
struct Heard {
  std::size_t point = 0;
  memory::Rating rating = memory::Rating::again;
};

class SimulatedLearner {
 public:
  SimulatedLearner(const Nature& nature, std::uint64_t seed)
      : nature_(nature), curve_(nature.truth), random_(seed) {}

  /// The number of the new item, which has `points` points of equal weight.
  std::size_t add_item(std::size_t points) {
    items_.push_back(std::vector<Point>(points));
    return items_.size() - 1;
  }

  [[nodiscard]] double recall(std::size_t item, std::size_t point, memory::StudyDay day) const {
    const auto& it = items_[item][point];
    return it.state ? curve_.retrievability(static_cast<double>((day - it.last).count()),
                                            it.state->stability)
                    : 0;
  }
  [[nodiscard]] double score(std::size_t item, memory::StudyDay day) const {
    double sum = 0;
    for (std::size_t i = 0; i < items_[item].size(); ++i) {
      sum += recall(item, i, day);
    }
    return sum / static_cast<double>(items_[item].size());
  }

  /// Answers; points that are judged missed are repeated the same day until they are known.
  std::vector<Heard> ask(std::size_t item, std::span<const std::size_t> asked,
                         memory::StudyDay day) {
    const auto mood = normal_(random_);
    std::vector<Heard> heard;
    for (const auto i : asked) {
      auto& point = items_[item][i];
      const auto truth = outcome(point, day, mood);
      const auto verdict = judged(truth);
      review(point, day, truth);
      if (verdict == memory::Rating::again) {
        review(point, day, memory::Rating::good);
      }
      heard.push_back({i, verdict});
    }
    return heard;
  }

 private:
  struct Point {
    std::optional<memory::MemoryState> state{};
    memory::StudyDay last{};
  };

  template <std::size_t N>
  int drawn(const std::array<double, N>& shares) {
    return std::discrete_distribution<int>(shares.begin(), shares.end())(random_);
  }

  /// What the learner knows of the point: `mood` is shared by the item's points.
  memory::Rating outcome(const Point& point, memory::StudyDay day, double mood) {
    if (!point.state) {
      return *memory::rating_numbered(1 + drawn(nature_.habits.first));
    }
    const auto luck =
        std::sqrt(nature_.shared) * mood + std::sqrt(1 - nature_.shared) * normal_(random_);
    const auto chance = std::erfc(-luck / std::sqrt(2.0)) / 2;  // uniform in [0, 1]
    const auto days = static_cast<double>((day - point.last).count());
    return chance < curve_.retrievability(days, point.state->stability)
               ? *memory::rating_numbered(2 + drawn(nature_.habits.recalled))
               : memory::Rating::again;
  }

  memory::Rating judged(memory::Rating truth) {
    const auto known = truth != memory::Rating::again || uniform_(random_) < nature_.guessed;
    const auto wrong = uniform_(random_) < nature_.misjudged;
    return known == wrong                   ? memory::Rating::again
           : truth == memory::Rating::again ? memory::Rating::good
                                            : truth;
  }

  void review(Point& point, memory::StudyDay day, memory::Rating rating) const {
    const auto days = static_cast<double>((day - point.last).count());
    point.state = point.state ? memory::later_review(nature_.truth, *point.state, days, rating)
                              : memory::first_review(nature_.truth, rating);
    point.last = day;
  }

  Nature nature_;
  memory::ForgettingCurve curve_;
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  std::uniform_real_distribution<double> uniform_;
  std::vector<std::vector<Point>> items_;
};

/// What a scheduler makes of what it heard.
inline void take_in(memory::ScheduledItem& item, std::span<const Heard> heard, memory::StudyDay day,
                    const memory::Parameters& parameters) {
  for (const auto& [point, rating] : heard) {
    auto& memory = item.points[point].memory;
    memory = memory::apply(memory, {.day = day, .rating = rating}, parameters);
    if (rating == memory::Rating::again) {
      memory = memory::apply(
          memory, {.day = day, .rating = memory::Rating::good, .relearning = true}, parameters);
    }
  }
}

}  // namespace pith::test
