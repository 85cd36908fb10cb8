#include "memory/first_waits.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace pith::memory {
namespace {

constexpr int kSmallestDropped = 20;        // at least so many cards of each first rating go
constexpr int kDroppedShare = 20;           // or one in so many
constexpr int kSmallestKept = 6;            // cards
constexpr std::int32_t kLongestWait = 100;  // days
constexpr std::int32_t kLongestEasy = 365;

const CardReview* first_prediction(std::span<const CardReview> card, std::uint32_t cutoff) {
  const auto found = std::ranges::find_if(
      card, [](const CardReview& review) { return review.order != kNoPrediction; });
  return found != card.end() && found->order < cutoff ? &*found : nullptr;
}

std::uint64_t key_of(Rating first, std::int32_t days) {
  return static_cast<std::uint64_t>(first) << 32U | static_cast<std::uint32_t>(days);
}

bool is_worth_keeping(const FirstWait& wait) {
  const auto longest = wait.first == Rating::easy ? kLongestEasy : kLongestWait;
  return wait.cards >= kSmallestKept && wait.days <= longest;
}

/// `waits` of one first rating, from the rarest to the commonest. The rarest go, up to a share of
/// all; of the others those go that are too few or too long to tell anything.
std::vector<FirstWait> without_outliers(std::span<const FirstWait> waits) {
  int total = 0;
  for (const auto& wait : waits) {
    total += wait.cards;
  }
  const int to_drop = std::max(kSmallestDropped, total / kDroppedShare);
  int dropped = 0;
  std::vector<FirstWait> kept;
  for (const auto& wait : waits) {
    if (dropped + wait.cards < to_drop) {
      dropped += wait.cards;
    } else if (is_worth_keeping(wait)) {
      kept.push_back(wait);
    }
  }
  return kept;
}

std::vector<FirstWait> counted(const ReviewLog& log, std::uint32_t cutoff) {
  std::unordered_map<std::uint64_t, FirstWait> counts;
  for (std::size_t i = 0; i < log.card_count(); ++i) {
    const auto card = log.card(i);
    if (const auto* review = first_prediction(card, cutoff)) {
      const auto first = card.front().rating;
      auto& wait = counts[key_of(first, review->delta_days)];
      wait.first = first;
      wait.days = review->delta_days;
      ++wait.cards;
      wait.recalled += recalled(review->rating) ? 1 : 0;
    }
  }
  std::vector<FirstWait> waits;
  waits.reserve(counts.size());
  for (const auto& entry : counts) {
    waits.push_back(entry.second);
  }
  std::ranges::sort(waits, [](const FirstWait& a, const FirstWait& b) {
    return std::tie(a.first, a.cards, a.days) < std::tie(b.first, b.cards, b.days);
  });
  return waits;
}

}  // namespace

FirstWaits::FirstWaits(const ReviewLog& log, std::uint32_t cutoff) : cutoff_(cutoff) {
  const auto waits = counted(log, cutoff);
  for (auto begin = waits.begin(); begin != waits.end();) {
    const auto end = std::find_if(begin, waits.end(), [first = begin->first](const FirstWait& w) {
      return w.first != first;
    });
    const auto kept = without_outliers({begin, end});
    kept_.insert(kept_.end(), kept.begin(), kept.end());
    begin = end;
  }
  for (const auto& wait : kept_) {
    kept_keys_.push_back(key_of(wait.first, wait.days));
  }
  std::ranges::sort(kept_keys_);
}

bool FirstWaits::keeps(std::span<const CardReview> card) const {
  const auto* review = first_prediction(card, cutoff_);
  return review != nullptr &&
         std::ranges::binary_search(kept_keys_, key_of(card.front().rating, review->delta_days));
}

}  // namespace pith::memory
