// How far the simulations of a plan have come.
#pragma once

#include <mutex>

#include "cli/progress_bar.h"
#include "memory/plan.h"

namespace pith::cli {

/// Shows while it lives how many learners were simulated; nobody knows how many it will be.
class PlanProgress {
 public:
  explicit PlanProgress(const Context& context)
      : bar_(context, context.tr("learners simulated"), 0) {}

  /// For a plan that is to tell of its runs here.
  [[nodiscard]] memory::RunDone run_done() {
    return [this] {
      const std::lock_guard lock(one_at_a_time_);
      bar_.step();
    };
  }

 private:
  std::mutex one_at_a_time_;
  ProgressBar bar_;
};

}  // namespace pith::cli
