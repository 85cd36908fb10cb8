#include "memory/fuzz.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/fnv.h"
#include "memory/fsrs.h"

namespace pith::memory {
namespace {

constexpr double kShortestFuzzed = 2.5;  // days

/// A stretch of the interval and the share of it that adds to the fuzz.
struct Stretch {
  double from;
  double to;
  double share;
};

constexpr std::array<Stretch, 3> kStretches = {
    {{kShortestFuzzed, 7, 0.15}, {7, 20, 0.10}, {20, HUGE_VAL, 0.05}}};

double half_width(double interval) {
  double width = 1;
  for (const auto& stretch : kStretches) {
    width += stretch.share * std::max(std::min(interval, stretch.to) - stretch.from, 0.0);
  }
  return width;
}

/// The finaliser of SplitMix64: every input bit moves every output bit.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

}  // namespace

int rounded_interval(double interval, int maximum) {
  const auto longest = static_cast<double>(std::max(maximum, 1));
  return static_cast<int>(std::floor(std::clamp(interval, 1.0, longest) + 0.5));
}

FuzzRange fuzz_range(double interval, int maximum) {
  if (interval < kShortestFuzzed) {
    const auto days = rounded_interval(interval, maximum);
    return {days, days};
  }
  const auto width = half_width(std::min(interval, kLongestInterval));
  const auto last = rounded_interval(interval + width, maximum);
  return {std::min(std::max(2, rounded_interval(interval - width, maximum)), last), last};
}

int fuzzed_interval(double interval, int maximum, std::uint64_t seed) {
  const auto range = fuzz_range(interval, maximum);
  const auto choices = static_cast<double>(range.last - range.first + 1);
  const auto uniform = static_cast<double>(mixed(seed) >> 11U) * 0x1p-53;
  return range.first + static_cast<int>(uniform * choices);
}

std::uint64_t fuzz_seed(std::string_view item, std::string_view point, int reviews) {
  const auto name = base::fnv1a(point, base::fnv1a("/", base::fnv1a(item)));
  return mixed(name + static_cast<std::uint64_t>(reviews));
}

}  // namespace pith::memory
