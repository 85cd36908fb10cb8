// A card of Anki made from an item or one of its points, and what the history says of it in Anki's
// terms.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "deck/item.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::exchange {

/// A card of Anki: an item, or the point of one.
struct ExportedCard {
  const deck::Item* item = nullptr;
  std::string point;  ///< Empty: the whole item.
  int ordinal = 0;
};

/// The reviews of a card.
struct CardReviews {
  int count = 0;
  memory::Instant last{};
  std::map<std::string, memory::Instant> last_of;  ///< By point.
};

/// The cards of a note: of a cloze one for each gap; else one, or two if `other` is asked the other
/// way round.
[[nodiscard]] std::vector<ExportedCard> cards_of(const deck::Item& item, const deck::Item* other);

/// The share of the weights that was earned, as one rating: that of a single point is its own.
[[nodiscard]] memory::Rating rating_of(const history::Answer& answer, const deck::Item& item);

/// The points of a card that are still asked.
[[nodiscard]] std::vector<const history::PointState*> points_asked_by(
    const ExportedCard& card, const history::ItemState& state);

/// The point that is the first to be as good as forgotten: a card is as well known as its weakest.
/// Null if none that is not suspended was ever reviewed.
[[nodiscard]] const history::PointState* weakest_of(
    const std::vector<const history::PointState*>& points);

/// Whether the item, or every one of the points, is suspended.
[[nodiscard]] bool is_suspended(const history::ItemState& state,
                                const std::vector<const history::PointState*>& points);

/// When a point was last reviewed; of one that was called otherwise then, when the card was.
[[nodiscard]] memory::Instant last_review_of(const history::PointState& point,
                                             const CardReviews& reviews);

/// Days from a review to the next at Anki's usual retention of 0.9.
[[nodiscard]] int interval_of(const history::PointState& point);

/// FSRS's state as Anki keeps it with a card: stability, difficulty, time of the last review.
[[nodiscard]] std::string memory_of(const history::PointState& point, memory::Instant last_review);

}  // namespace pith::exchange
