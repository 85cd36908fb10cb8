// FSRS-6, a function a formula: forgetting curve, interval, and what a review does to a memory.
// Times are whole study days, or fractions of them where a curve is drawn. Double precision.
// The formulas are those of fsrs-rs 6 (src/model.rs); docs/memory.md writes them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "memory/parameters.h"

namespace pith::memory {

/// The history stores these by number: never change one.
enum class Rating : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

/// `again`, `hard`, `good` or `easy`.
[[nodiscard]] std::string_view name_of(Rating rating);

/// The rating with this number; empty outside 1..4.
[[nodiscard]] std::optional<Rating> rating_numbered(int number);

/// Recalled at all: Hard, Good and Easy. FSRS counts Hard as a success.
[[nodiscard]] constexpr bool recalled(Rating rating) {
  return rating != Rating::again;
}

/// Recall after as many days as the stability, by definition of stability.
inline constexpr double kRecallAtStability = 0.9;

inline constexpr double kMinStability = 0.001;
inline constexpr double kMaxStability = 36500;
inline constexpr double kMinDifficulty = 1;
inline constexpr double kMaxDifficulty = 10;

/// What FSRS knows of one point after a review.
struct MemoryState {
  double stability = 0;   ///< Days until recall falls to 0.9; [0.001, 36500].
  double difficulty = 0;  ///< [1, 10].

  friend bool operator==(const MemoryState&, const MemoryState&) = default;
};

/// Days: what is longer lasts for ever, and is no longer a number to reckon with.
inline constexpr double kLongestInterval = 1e9;

/// R(t, S) = (1 + factor t/S)^decay, a power law that passes through 0.9 at t = S.
class ForgettingCurve {
 public:
  explicit ForgettingCurve(const Parameters& parameters);

  /// Probability of recall `days` (>= 0) after the review that left `stability`; (0, 1].
  [[nodiscard]] double retrievability(double days, double stability) const;

  /// Days until recall falls to `retention` in (0, 1), unrounded; equals `stability` at 0.9. At
  /// most kLongestInterval.
  [[nodiscard]] double interval(double stability, double retention) const;

 private:
  double decay_;
  double factor_;
};

/// State after the first review of a point.
[[nodiscard]] MemoryState first_review(const Parameters& parameters, Rating rating);

/// State after a further review, `days` (>= 0) after the previous one; 0 means the same study day.
[[nodiscard]] MemoryState later_review(const Parameters& parameters, const MemoryState& before,
                                       double days, Rating rating);
/// The same where many reviews come: `curve` is that of the parameters.
[[nodiscard]] MemoryState later_review(const Parameters& parameters, const ForgettingCurve& curve,
                                       const MemoryState& before, double days, Rating rating);

/// What the next review on a later day makes of a stability, but for the recall at that time: for
/// those who ask for many days.
struct Outlook {
  double stability = 0;  ///< Before the review.
  double growth = 0;
  double lapse = 0;
  double lapse_cap = 0;
};

/// Of a card in that state of memory.
[[nodiscard]] Outlook outlook_of(const Parameters& parameters, const MemoryState& state);

/// The stability after that review where it is rated Good, and where it is rated Again; the same as
/// later_review() gives.
[[nodiscard]] double stability_if_good(const Parameters& parameters, const Outlook& outlook,
                                       double recall);
[[nodiscard]] double stability_if_again(const Parameters& parameters, const Outlook& outlook,
                                        double recall);

/// The stability after a repeat on the same day that is rated Good.
[[nodiscard]] double stability_if_repeated(const Parameters& parameters, double stability);

}  // namespace pith::memory
