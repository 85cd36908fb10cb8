#include "history/salvaged_events.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>
#include <variant>

#include "history/content_rows.h"
#include "text/utf8.h"

namespace pith::history {

namespace {

/// Bounds as wide as those of what other devices send: beyond them sums and dates cannot be told.
bool is_plausible(const Stamp& stamp) {
  constexpr auto kLatest = memory::kLatestInstant.time_since_epoch();
  constexpr auto kLatestDay = std::chrono::ceil<std::chrono::days>(kLatest);
  const auto time = stamp.when.time.time_since_epoch();
  const auto day = stamp.when.day.time_since_epoch();
  return stamp.id != Uuid{} && stamp.sequence >= 0 &&
         stamp.sequence < std::numeric_limits<std::int64_t>::max() && time >= -kLatest &&
         time <= kLatest && day >= -kLatestDay && day <= kLatestDay &&
         std::chrono::abs(stamp.when.utc_offset) <= std::chrono::days{1} && stamp.schema >= 0;
}

bool is_plausible(const AnsweredPoint& point) {
  constexpr double kHeaviest = 1e9;
  constexpr std::size_t kLongest = std::size_t{1} << 31U;
  return point.weight > 0 && point.weight <= kHeaviest && point.credit >= 0 && point.credit <= 1 &&
         point.confidence >= 0 && point.confidence <= 1 &&
         (!point.evidence || point.evidence->end < kLongest) && !text::find_invalid_utf8(point.id);
}

}  // namespace

bool is_plausible(const Event& event) {
  if (!is_plausible(event.stamp)) {
    return false;
  }
  const auto* answer = std::get_if<Answer>(&event.body);
  if (answer == nullptr) {
    return true;
  }
  constexpr double kLongest = 1e12;
  return std::ranges::all_of(answer->points,
                             [](const auto& point) { return is_plausible(point); }) &&
         answer->seconds >= 0 && answer->seconds <= kLongest && answer->hints >= 0 &&
         !text::find_invalid_utf8(answer->content_hash) && !text::find_invalid_utf8(answer->text) &&
         !text::find_invalid_utf8(answer->item.deck) && !text::find_invalid_utf8(answer->item.item);
}

void SalvagedEvents::add(Event event) {
  constexpr std::size_t kBatch = 1'000;
  if (const auto* answer = std::get_if<Answer>(&event.body)) {
    if (seen_.insert(answer->content_hash).second) {
      auto content = if_readable([&] { return read_content(from_, answer->content_hash); });
      if (content && *content) {
        contents_.push_back(**std::move(content));
      }
    }
  }
  events_.push_back(std::move(event));
  if (events_.size() == kBatch) {
    flush();
  }
}

void SalvagedEvents::flush() {
  kept += into_.merge(events_, contents_);
  events_.clear();
  contents_.clear();
}

}  // namespace pith::history
