// How an item's memory came about, event by event: what `explain` shows. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// What an answer did to one of its points.
struct PointStep {
  std::string point;
  grading::Verdict verdict = grading::Verdict::missed;  ///< The final one.
  double credit = 0.0;
  memory::Rating rating = memory::Rating::again;
  memory::Counts counts = memory::Counts::logged_only;
  int delta_days = 0;                        ///< Since its last review; 0 for the first.
  std::optional<double> retrievability;      ///< Just before; empty if it had no state.
  std::optional<memory::MemoryState> state;  ///< Afterwards; empty if it has none yet.
  int lapses = 0;                            ///< Afterwards.
};

/// One event of an item, with what came of it.
struct TraceStep {
  Event event;
  std::vector<PointStep> points;  ///< Of an answer.
  ItemState state;                ///< Afterwards, without a due day.
};

/// The item's events, in replay order, with the states they left under `parameters`.
[[nodiscard]] std::vector<TraceStep> trace(const ItemId& item, std::span<const Event> events,
                                           const memory::Parameters& parameters);

}  // namespace pith::history
