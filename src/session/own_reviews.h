// The learner's own point reviews, as the optimizer reads them.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "history/store.h"
#include "memory/review_log.h"

namespace pith::session {

struct OwnReviews {
  std::vector<memory::LoggedReview> reviews;  ///< A card is a point, from each reset a new one.
  std::optional<memory::StudyDay> first_day;  ///< Of the reviews; empty iff there are none.
  std::optional<memory::StudyDay> last_day;
};

/// What counts of the history, of the items for which `wanted` holds.
[[nodiscard]] OwnReviews own_reviews(const history::History& history,
                                     const std::function<bool(const history::ItemId&)>& wanted);

}  // namespace pith::session
