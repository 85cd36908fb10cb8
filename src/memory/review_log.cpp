#include "memory/review_log.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace pith::memory {
namespace {

bool earlier(const LoggedReview& a, const LoggedReview& b) {
  return a.time < b.time;
}

/// Replaces card ids by 0, 1, … in order of first appearance and returns how often each occurs.
std::vector<std::size_t> number_cards(std::vector<LoggedReview>& reviews) {
  std::unordered_map<std::int64_t, std::int64_t> numbers;
  numbers.reserve(reviews.size() / 8);
  std::vector<std::size_t> counts;
  for (auto& review : reviews) {
    const auto next = static_cast<std::int64_t>(counts.size());
    const auto found = numbers.try_emplace(review.card, next);
    if (found.second) {
      counts.push_back(0);
    }
    review.card = found.first->second;
    ++counts[static_cast<std::size_t>(review.card)];
  }
  return counts;
}

}  // namespace

ReviewLog::ReviewLog(std::vector<LoggedReview> reviews) : reviews_(reviews.size()) {
  if (!std::is_sorted(reviews.begin(), reviews.end(), earlier)) {
    std::stable_sort(reviews.begin(), reviews.end(), earlier);
  }
  const auto counts = number_cards(reviews);
  starts_.assign(counts.size() + 1, 0);
  std::partial_sum(counts.begin(), counts.end(), starts_.begin() + 1);

  auto next = starts_;
  std::vector<std::int32_t> last_day(counts.size());
  for (const auto& review : reviews) {
    const auto card = static_cast<std::size_t>(review.card);
    auto& entry = reviews_[next[card]];
    entry.rating = review.rating;
    if (next[card] != starts_[card]) {
      entry.delta_days = std::max(review.day - last_day[card], 0);
      entry.order = entry.delta_days > 0 ? predictions_++ : kNoPrediction;
    }
    last_day[card] = review.day;
    ++next[card];
  }
}

}  // namespace pith::memory
