#include "memory/plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <utility>

#include "base/parallel.h"

namespace pith::memory {
namespace {

using std::chrono::days;

constexpr int kFewestRuns = 40;
constexpr int kMostRuns = 200;
constexpr int kSearchRuns = 16;
constexpr double kWork = 1e7;  // points looked at: about a second

/// What came of one simulated learner.
struct Run {
  std::vector<double> items;
  double seconds = 0;
  double questions = 0;
  double introduced = 0;  ///< New items asked.
};

Run simulated(LearnerModel learner, std::size_t items, const Journey& journey, Policy policy,
              double seconds_a_day, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto known = learner.known_items();
  Run run;
  for (auto day = journey.today; day < journey.on && policy != Policy::nothing; day += days{1}) {
    const auto tasks = policy == Policy::goal ? learner.best_tasks(day, seconds_a_day)
                                              : learner.scheduled_tasks(day, seconds_a_day);
    for (const auto& task : tasks) {
      run.seconds += learner.answer(task, day, random);
    }
    run.questions += static_cast<double>(tasks.size());
  }
  run.introduced = static_cast<double>(learner.known_items() - known);
  for (std::size_t i = 0; i < items; ++i) {
    run.items.push_back(journey.habits.credit * learner.final_score(i));
  }
  return run;
}

/// Drawn from the normal distribution with standard deviation 1.
double normal(std::mt19937_64& random) {
  const auto uniform = [&] { return (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53; };
  const auto radius = std::sqrt(-2 * std::log(uniform()));
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

/// Seeds of neighbouring runs must not resemble each other.
std::uint64_t seed_of_run(std::uint64_t seed, int run) {
  std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U),
                         static_cast<std::uint32_t>(run)};
  std::array<std::uint32_t, 2> words{};
  sequence.generate(words.begin(), words.end());
  return (std::uint64_t{words[0]} << 32U) | words[1];
}

int runs_for(std::span<const PlannedItem> items, const Journey& journey, int wanted) {
  if (wanted > 0) {
    return wanted;
  }
  double points = 1;
  for (const auto& item : items) {
    points += static_cast<double>(item.item.points.size());
  }
  const auto length = static_cast<double>((journey.on - journey.today).count());
  return static_cast<int>(
      std::clamp(kWork / (points * length), double{kFewestRuns}, double{kMostRuns}));
}

/// How much longer than the parameters say the learner of a run remembers. Runs come in pairs, one
/// as much above as the other below, so that few of them suffice for a mean.
double endurance_of(int run, std::uint64_t seed, double doubt) {
  std::mt19937_64 random(seed_of_run(~seed, run / 2));
  return std::exp((run % 2 == 0 ? doubt : -doubt) * normal(random));
}

/// In the order of the runs, however many threads there are.
std::vector<Run> all_runs(const LearnerModel& model, std::size_t items, const Journey& journey,
                          Policy policy, double seconds_a_day, std::uint64_t seed,
                          const RunDone& done, int count) {
  const auto part = [&](int first, int last) {
    std::vector<Run> runs;
    for (int i = first; i < last; ++i) {
      auto learner = model;
      learner.remember_longer(endurance_of(i, seed, journey.doubt));
      runs.push_back(simulated(std::move(learner), items, journey, policy, seconds_a_day,
                               seed_of_run(seed, i)));
      if (done) {
        done();
      }
    }
    return runs;
  };
  auto second_half = base::beside(part, count / 2, count);
  auto runs = part(0, count / 2);
  for (auto& run : second_half.get()) {
    runs.push_back(std::move(run));
  }
  return runs;
}

/// A model to be copied for many runs.
LearnerModel model_for(std::span<const PlannedItem> items, const Journey& journey, Policy policy) {
  LearnerModel model(items, journey);
  if (policy == Policy::goal) {
    model.foresee();
  }
  return model;
}

double quantile(const std::vector<double>& sorted, double share) {
  const auto last = static_cast<double>(sorted.size() - 1);
  const auto place = std::clamp(share * (last + 2) - 1, 0.0, last);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - std::floor(place));
}

Range range_of(std::vector<double> values) {
  const auto mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  std::ranges::sort(values);
  return {mean, quantile(values, 0.1), quantile(values, 0.9)};
}

Range range_of_item(const std::vector<Run>& runs, std::size_t item) {
  std::vector<double> scores(runs.size());
  std::ranges::transform(runs, scores.begin(), [&](const Run& run) { return run.items[item]; });
  return range_of(std::move(scores));
}

/// The mean of some items in every run.
Range range_over(const std::vector<Run>& runs, const std::vector<std::size_t>& items) {
  std::vector<double> means;
  for (const auto& run : runs) {
    double sum = 0;
    for (const auto item : items) {
      sum += run.items[item];
    }
    means.push_back(items.empty() ? 0 : sum / static_cast<double>(items.size()));
  }
  return range_of(std::move(means));
}

std::vector<std::size_t> up_to(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

}  // namespace

Forecast forecast(std::span<const PlannedItem> items, const Journey& journey, Policy policy,
                  double seconds_a_day, const PlanOptions& options, const RunDone& done) {
  const int count = runs_for(items, journey, options.runs);
  const auto runs = all_runs(model_for(items, journey, policy), items.size(), journey, policy,
                             seconds_a_day, options.seed, done, count);
  Forecast forecast;
  forecast.score = range_over(runs, up_to(items.size()));
  std::vector<std::vector<std::size_t>> of_deck(journey.new_per_day.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    forecast.items.push_back(range_of_item(runs, i));
    of_deck.at(items[i].deck).push_back(i);
  }
  for (const auto& deck : of_deck) {
    forecast.decks.push_back(range_over(runs, deck));
  }
  const auto all_days = static_cast<double>((journey.on - journey.today).count() * count);
  for (const auto& run : runs) {
    forecast.seconds_a_day += run.seconds / all_days;
    forecast.questions_a_day += run.questions / all_days;
    forecast.introduced += run.introduced;
  }
  forecast.introduced /= count;
  return forecast;
}

std::optional<double> seconds_needed(std::span<const PlannedItem> items, const Journey& journey,
                                     double target, const PlanOptions& options,
                                     const RunDone& done) {
  const auto model = model_for(items, journey, Policy::goal);
  const auto score_with = [&](double seconds) {
    const auto runs = all_runs(model, items.size(), journey, Policy::goal, seconds, options.seed,
                               done, kSearchRuns);
    return range_over(runs, up_to(items.size())).mean;
  };
  if (score_with(0) >= target) {
    return 0;
  }
  if (score_with(kAllDay) < target) {
    return std::nullopt;
  }
  double enough = 60;
  while (enough < kAllDay && score_with(enough) < target) {
    enough *= 2;
  }
  auto too_little = enough > 60 ? enough / 2 : 0.0;
  while (enough - too_little > std::max(enough / 50, 10.0)) {
    const auto middle = std::midpoint(too_little, enough);
    (score_with(middle) < target ? too_little : enough) = middle;
  }
  return enough;
}

}  // namespace pith::memory
