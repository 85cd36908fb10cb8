// Small deterministic shifts of due days, so that what was learned together does not come back
// together for ever. The same point after the same reviews always gets the same shift, on every
// machine: due days can be rebuilt from the log.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::memory {

/// First and last day an interval may be moved to, both included.
struct FuzzRange {
  int first = 1;
  int last = 1;
};

/// Rounds half up to whole days, at least 1 and at most `maximum`.
[[nodiscard]] int rounded_interval(double interval, int maximum);

/// Where `interval` may fall: only its rounded value below 2.5 days, then 15 % to either side, less
/// for longer ones (the ranges of py-fsrs and Anki).
[[nodiscard]] FuzzRange fuzz_range(double interval, int maximum);

/// The fuzzed interval in days for a seed.
[[nodiscard]] int fuzzed_interval(double interval, int maximum, std::uint64_t seed);

/// Seed of a point after so many reviews. Part of what is stored: never changed.
[[nodiscard]] std::uint64_t fuzz_seed(std::string_view item, std::string_view point, int reviews);

}  // namespace pith::memory
