// How often the true score of a simulated learner lies in the 80 % interval of the forecast, and
// what a plan for the day is worth beside reviewing what is due.
//   forecast_bench [LEARNERS]
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include <fmt/format.h>

#include "memory/parameters.h"
#include "support/forecast_trial.h"

namespace {

using pith::memory::Policy;
using pith::test::Belief;
using pith::test::ForecastTrial;
using pith::test::TrialOptions;

/// The parameters of one learner among others who differ by `spread`, in log units.
pith::memory::Parameters drawn(double spread, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  auto parameters = pith::memory::kDefaultParameters;
  const auto lasting = std::exp(spread * normal(random));
  for (const std::size_t first : {0U, 1U, 2U, 3U}) {
    parameters[first] *= lasting * std::exp(spread / 2 * normal(random));
  }
  std::sort(parameters.begin(), parameters.begin() + 4);
  parameters[8] += spread / 2 * normal(random);                       // growth by recall
  parameters[11] *= lasting * std::exp(spread / 2 * normal(random));  // what a lapse leaves
  parameters[20] *= std::exp(spread / 3 * normal(random));            // decay
  return pith::memory::clamped(parameters);
}

void coverage(const std::string& name, TrialOptions options, int learners, double spread = 0) {
  int inside = 0;
  double error = 0;
  double width = 0;
  double truth = 0;
  for (int i = 0; i < learners; ++i) {
    const auto seed = static_cast<std::uint64_t>(i);
    options.nature.truth = drawn(spread, 5000 + seed);
    const auto trial = ForecastTrial(options, 1000 + seed).run(seed);
    inside += trial.hit() ? 1 : 0;
    error += trial.truth - trial.forecast.mean;
    width += trial.forecast.high - trial.forecast.low;
    truth += trial.truth;
  }
  fmt::print("{:<44} inside {:5.1f} %  truth {:.3f}  bias {:+.4f}  width {:.3f}\n", name,
             100.0 * inside / learners, truth / learners, error / learners, width / learners);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int learners = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 500;
  TrialOptions options;
  options.runs = 100;
  coverage("what is due", options, learners);
  options.seconds_a_day = 300;
  coverage("what is due, 5 min a day", options, learners);
  options.policy = Policy::goal;
  coverage("a plan, 5 min a day", options, learners);
  options.seconds_a_day = 120;
  coverage("a plan, 2 min a day", options, learners);
  options.policy = Policy::schedule;
  coverage("what is due, 2 min a day", options, learners);
  options.policy = Policy::goal;
  options.belief = Belief::fitted;
  options.seconds_a_day = 300;
  coverage("a plan, 5 min, fitted parameters", options, learners);
  options.nature.shared = 0.3;
  coverage("the same, points correlated 0.3", options, learners);
  options.nature.shared = 0;
  for (const double spread : {0.3, 0.6}) {
    options.belief = Belief::fitted;
    coverage(fmt::format("learners who differ by {}, fitted", spread), options, learners, spread);
    options.belief = Belief::defaults;
    coverage(fmt::format("learners who differ by {}, defaults", spread), options, learners, spread);
  }
}
