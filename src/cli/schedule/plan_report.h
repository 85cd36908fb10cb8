// What `pith plan` tells of the day that matters.
#pragma once

#include <optional>
#include <string>

#include "base/json_fwd.h"
#include "memory/plan.h"
#include "session/goal.h"
#include "text/messages.h"

namespace pith::cli {

struct PlanReport {
  const session::GoalItems* items = nullptr;
  memory::Journey journey;
  double target = 0.9;                  ///< Expected score to be reached.
  std::optional<double> needed;         ///< Seconds a day; empty if no time would be enough.
  double seconds_a_day = 0;             ///< What the plan has: given, or what is needed.
  bool limited = false;                 ///< It was given.
  memory::Forecast nothing;             ///< If nothing more is answered.
  memory::Forecast schedule;            ///< If what is due is reviewed as ever.
  memory::Forecast goal;                ///< With the plan.
  std::vector<memory::GoalTask> today;  ///< What the plan asks today, the best first.
  std::string review;                   ///< The command that asks it, for a shell.
};

/// The object of `pith plan --json`.
[[nodiscard]] base::Json to_json(const PlanReport& report);

/// The same in words that fit `columns`, from 40 on.
[[nodiscard]] std::string to_text(const PlanReport& report, std::size_t columns,
                                  const text::Messages& tr = {});

}  // namespace pith::cli
