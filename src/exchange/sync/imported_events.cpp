#include "exchange/sync/imported_events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "history/uuid7.h"

namespace pith::exchange {
namespace {

/// An id that is the same for the same name, and sorts by time.
history::Uuid derived_id(memory::Instant time, std::string_view name) {
  const auto digest = base::sha256(name);
  return history::make_uuid7(time, [&](std::span<std::uint8_t> bytes) {
    std::copy_n(digest.begin(), std::min(bytes.size(), digest.size()), bytes.begin());
  });
}

history::AnsweredPoint answered(const deck::Point& point, memory::Rating rating) {
  history::AnsweredPoint result;
  result.id = point.id;
  result.weight = point.weight;
  result.rating = rating;
  result.verdict = rating == memory::Rating::again  ? grading::Verdict::missed
                   : rating == memory::Rating::hard ? grading::Verdict::partial
                                                    : grading::Verdict::hit;
  result.credit = rating == memory::Rating::again  ? 0.0
                  : rating == memory::Rating::hard ? 0.5
                                                   : 1.0;
  result.automatic = result.verdict;
  return result;
}

class Events {
 public:
  Events(const ImportedHistory& history, std::span<const deck::Deck> decks, const LocalWhen& when,
         const ContentHash& hash)
      : history_(history), when_(when), days_(history.cards.size()) {
    std::map<history::ItemId, const deck::Item*> items;
    for (const auto& deck : decks) {
      for (const auto& item : deck.items) {
        items.emplace(history::ItemId{deck.id, item.id}, &item);
      }
    }
    for (const auto& card : history.cards) {
      items_.push_back(items.at(card.item));
      hashes_.push_back(hash(*items_.back()));
    }
  }

  [[nodiscard]] history::Event of(const ImportedReview& review) {
    const auto& card = history_.cards[review.card];
    history::Event event;
    event.stamp.when = when_(review.time);
    event.stamp.id = derived_id(review.time, fmt::format("{}/{}", card.key, review.number));
    if (review.kind == ImportedReview::Kind::reset) {
      event.body = history::Reset{card.item, card.point};
      days_[review.card].reset();
    } else {
      event.body = answer(review, event.stamp.when);
    }
    return event;
  }

  [[nodiscard]] history::Event suspension_of(const ImportedCard& card) const {
    history::Event event;
    event.stamp.when = when_(card.changed);
    event.stamp.id = derived_id(card.changed, fmt::format("{}/suspended/{}", card.key,
                                                          card.changed.time_since_epoch().count()));
    const auto& item = *items_[static_cast<std::size_t>(&card - history_.cards.data())];
    event.body = history::Suspension{card.item, item.points.size() == 1 ? "" : card.point, true};
    return event;
  }

 private:
  [[nodiscard]] history::Answer answer(const ImportedReview& review, const history::When& when) {
    const auto& card = history_.cards[review.card];
    const auto& item = *items_[review.card];
    history::Answer answer;
    answer.session = session_of(when);
    answer.scheduled = review.kind == ImportedReview::Kind::review;
    answer.relearning = days_[review.card] == when.day;
    answer.seconds = review.seconds;
    answer.item = card.item;
    answer.content_hash = hashes_[review.card];
    for (const auto& point : item.points) {
      if (card.point.empty() || card.point == point.id) {
        answer.points.push_back(answered(point, review.rating));
      }
    }
    if (answer.scheduled) {
      days_[review.card] = when.day;
    }
    return answer;
  }

  const history::Uuid& session_of(const history::When& when) {
    if (session_day_ != when.day) {
      session_day_ = when.day;
      session_ = derived_id(when.time, fmt::format("import/{}", memory::day_number(when.day)));
    }
    return session_;
  }

  const ImportedHistory& history_;
  const LocalWhen& when_;
  std::vector<const deck::Item*> items_;               ///< Of each card.
  std::vector<std::string> hashes_;                    ///< Of each card's item.
  std::vector<std::optional<memory::StudyDay>> days_;  ///< Of each card's last review.
  std::optional<memory::StudyDay> session_day_;
  history::Uuid session_;
};

}  // namespace

void for_each_event(const ImportedHistory& history, std::span<const deck::Deck> decks,
                    const LocalWhen& when, const ContentHash& hash,
                    const std::function<void(history::Event)>& take) {
  Events events(history, decks, when, hash);
  history.for_each([&](const ImportedReview& review) { take(events.of(review)); });
  for (const auto& card : history.cards) {
    if (card.suspended) {
      take(events.suspension_of(card));
    }
  }
}

}  // namespace pith::exchange
