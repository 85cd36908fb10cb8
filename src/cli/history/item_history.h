// What happened to an item: verdicts and stability of each point, next dates, past answers beside
// the model answer. Part of `pith show`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "cli/schedule/item_account.h"
#include "deck/item.h"
#include "history/store.h"
#include "history/trace.h"
#include "memory/due.h"

namespace pith::cli {

/// Of a point, from the log and today.
struct PointHistory {
  std::vector<history::PointStep> steps;  ///< Oldest first.
  std::vector<memory::StudyDay> days;     ///< Of each step.
  memory::PointMemory memory;
  double retrievability = 0;                  ///< [0, 1]; 0 if it was never reviewed.
  bool suspended = false;                     ///< By itself, not with its item.
  std::optional<memory::StudyDay> floor_day;  ///< When it falls to the floor.
};

struct ItemHistory {
  ItemAccount account;
  std::vector<PointHistory> points;            ///< In the item's order.
  std::vector<history::LoggedAnswer> answers;  ///< The latest first, points by present names.
};

/// Reads the history, which need not exist. The item must outlive it. Throws StorageError.
[[nodiscard]] ItemHistory history_of(const Context& context, const deck::Item& item);

/// A point's answers, oldest first: day, verdict, credit, stability afterwards.
[[nodiscard]] base::Json point_history_json(const PointHistory& point);

/// A strip of verdicts and the course of stability, indented; nothing for a point never asked.
void print_point_history(Context& context, const PointHistory& point, std::size_t indent);

/// When the item comes back.
void print_next_dates(Context& context, const ItemHistory& history);

/// The latest answers, each beside the points it was asked for; one above the other in a narrow
/// window.
void print_answers(Context& context, const deck::Item& item, const ItemHistory& history);

}  // namespace pith::cli
