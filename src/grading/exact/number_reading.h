// Numbers in what a person typed, with what stands around their digits: 20 000, 1/2, 零下五, 20k,
// twenty.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pith::grading {

/// A number read from folded text; `1,5` is one and a half.
struct ReadNumber {
  double value = 0.0;
  std::size_t begin = 0;  ///< In folded characters.
  std::size_t end = 0;
  bool ratio = false;   ///< 1/4, a quarter.
  double whole = 1.0;   ///< Of what it tells parts by a sign: 100 in 80%, 10 in 四成.
  double prefix = 1.0;  ///< Of its unit, if it may count: 1000 of 5千米, 1/1000 of 三千米.
  bool based = false;   ///< In another base than ten: 0x10.
  bool vague = false;   ///< Often no number: "one", 一共, the 6 of IPv6.

  /// Whether it is told as parts of a whole.
  [[nodiscard]] bool in_parts() const { return whole != 1.0; }
  /// Whether it is told as a share of something.
  [[nodiscard]] bool is_share() const { return ratio || in_parts(); }
  /// How many parts it tells: 80 of 80%.
  [[nodiscard]] double parts() const { return value * whole; }
};

/// The numbers of a folded text, in its order.
[[nodiscard]] std::vector<ReadNumber> numbers_in(std::u32string_view folded);

}  // namespace pith::grading
