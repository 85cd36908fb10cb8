#include "deck/duration.h"

#include <charconv>

namespace pith::deck {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestDuration = std::chrono::hours(24);

/// Seconds of a unit; 0 for a letter that is none.
int seconds_of(char unit) {
  return unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : 0;
}

}  // namespace

std::optional<seconds> parse_duration(std::string_view text) {
  seconds total{0};
  while (!text.empty()) {
    int amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || amount < 0 || amount > 100'000 || digits == text.size() ||
        seconds_of(text[digits]) == 0) {
      return std::nullopt;
    }
    total += seconds(amount * seconds_of(text[digits]));
    text.remove_prefix(digits + 1);
  }
  return total > seconds(0) && total <= kLongestDuration ? std::optional(total) : std::nullopt;
}

}  // namespace pith::deck
