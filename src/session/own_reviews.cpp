#include "session/own_reviews.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace pith::session {

OwnReviews own_reviews(const history::History& history,
                       const std::function<bool(const history::ItemId&)>& wanted) {
  OwnReviews own;
  std::map<std::pair<history::ItemId, std::string>, std::int64_t> cards;
  std::int64_t next_card = 0;
  history.for_each_review([&](const history::PointReview& review) {
    if (!wanted(review.item)) {
      return;
    }
    const auto [card, unknown] = cards.try_emplace({review.item, review.point}, next_card);
    if (unknown || review.first) {
      card->second = next_card++;
    }
    own.reviews.push_back({card->second, review.time.time_since_epoch().count(),
                           memory::day_number(review.day), review.rating});
    own.first_day = std::min(own.first_day.value_or(review.day), review.day);
    own.last_day = std::max(own.last_day.value_or(review.day), review.day);
  });
  return own;
}

}  // namespace pith::session
