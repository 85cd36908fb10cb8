// What happened to an item: verdicts and stability of each point, next dates, past answers beside
// the model answer. Part of `pith show`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "deck/item.h"
#include "history/store.h"
#include "history/trace.h"
#include "memory/due.h"

namespace pith::cli {

/// Of one item, from the log.
struct ItemHistory {
  /// Of each point, in the item's order; oldest first.
  std::vector<std::vector<history::PointStep>> steps;
  std::vector<std::vector<memory::StudyDay>> days;  ///< Of each step.
  std::vector<history::LoggedAnswer> answers;       ///< The latest first, points by present names.
  std::optional<memory::StudyDay> due;
  std::optional<double> expected;  ///< Expected score today.
  /// Of each point: when it falls to the floor.
  std::vector<std::optional<memory::StudyDay>> floor_days;
};

/// Reads the history, which need not exist. Throws StorageError.
[[nodiscard]] ItemHistory history_of(const Context& context, const deck::Item& item);

/// A point's answers, oldest first: day, verdict, credit, stability afterwards.
[[nodiscard]] base::Json point_history_json(const ItemHistory& history, std::size_t point);

/// A strip of verdicts and the course of stability, indented; nothing for a point never asked.
void print_point_history(Context& context, const ItemHistory& history, std::size_t point,
                         std::size_t indent);

/// When the item comes back.
void print_next_dates(Context& context, const ItemHistory& history);

/// The latest answers, each beside the points it was asked for; one above the other in a narrow
/// window.
void print_answers(Context& context, const deck::Item& item, const ItemHistory& history);

}  // namespace pith::cli
