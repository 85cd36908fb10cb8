// What is due of a plan. Internal to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "session/review_plan.h"

namespace pith::session {

/// The decks of a plan, and what of them is meant.
struct MeantDecks {
  std::unordered_map<std::string, std::size_t> places;  ///< In their order.
  const ItemFilter& wanted;
  const Untold& untold;

  [[nodiscard]] bool passes(const history::ItemId& id) const;
  /// Where the deck of an item stands that is meant, and of which the history has what is so.
  [[nodiscard]] std::optional<std::size_t> told_place(const history::ItemId& id) const;
};

/// Fills in what is due.
void plan_due(ReviewPlan& plan, const history::History& history, const MeantDecks& meant,
              const ReviewRules& rules);

}  // namespace pith::session
