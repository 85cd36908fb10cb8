// How often the true score of a simulated learner lies in the 80 % interval of the forecast, and
// what a plan for the day is worth beside reviewing what is due.
//   forecast_bench [LEARNERS]
#include <algorithm>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "support/forecast_trial.h"

namespace {

using pith::memory::Policy;
using pith::test::ForecastTrial;
using pith::test::TrialOptions;

void coverage(const std::string& name, const TrialOptions& options, int learners) {
  int inside = 0;
  double error = 0;
  double width = 0;
  double truth = 0;
  for (int i = 0; i < learners; ++i) {
    const auto seed = static_cast<std::uint64_t>(i);
    const auto trial = ForecastTrial(options, 1000 + seed).run(seed);
    inside += trial.hit() ? 1 : 0;
    error += trial.truth - trial.forecast.mean;
    width += trial.forecast.high - trial.forecast.low;
    truth += trial.truth;
  }
  fmt::print("{:<44} inside {:5.1f} %  truth {:.3f}  bias {:+.4f}  width {:.3f}\n", name,
             100.0 * inside / learners, truth / learners, error / learners, width / learners);
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
  options.fit = true;
  options.seconds_a_day = 300;
  coverage("a plan, 5 min, fitted parameters", options, learners);
  options.nature.shared = 0.3;
  coverage("the same, points correlated 0.3", options, learners);
}
