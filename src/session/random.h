// The one seeded generator. The same seed gives the same numbers on every machine and with every
// standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pith::session {

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// A generator for one thing named under the seed: what is asked before does not change it.
  Random(std::uint64_t seed, std::string_view name);

  [[nodiscard]] std::uint64_t next();

  /// A number in [0, bound). Requires bound > 0.
  [[nodiscard]] std::size_t below(std::size_t bound);

  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) {
      std::swap(values[i - 1], values[below(i)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace pith::session
