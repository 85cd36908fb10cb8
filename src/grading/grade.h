// What grading says about an answer: a verdict for every key point, with evidence and a reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pith::grading {

/// The history stores these by name: never rename or reuse one.
enum class Verdict : std::uint8_t { hit, partial, missed, contradicted };

/// [begin, end) in bytes of the answer as typed, not as normalised; on UTF-8 character bounds.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Why a verdict was given: a stable code with arguments, worded by the one catalogue in reason.h.
struct Reason {
  std::string code;
  std::vector<std::string> args;

  friend bool operator==(const Reason&, const Reason&) = default;
};

struct PointResult {
  Verdict verdict = Verdict::missed;
  double credit = 0.0;           ///< [0, 1]; 1 for a hit, 0 for missed and contradicted.
  std::optional<Span> evidence;  ///< What earned or reversed the point; empty if nothing did.
  Reason reason;
  double confidence = 1.0;  ///< [0, 1]; calibrated probability that the verdict is right.
  /// Of a missed point: the stretch, free of other points, that looks most like it.
  std::optional<Span> nearest{};
};

struct Grade {
  double score = 0.0;               ///< [0, 1]; mean of the credits, weighted by Point::weight.
  std::vector<PointResult> points;  ///< As many as Item::points, in their order.
  /// The answer's end was not read: it is longer than kLongestAnswer, or of too many parts for so
  /// many points.
  bool cut = false;
};

/// A wording the learner settled by overruling a verdict. Said again, in whatever order: `hit`
/// earns the point like `accept`, `contradicted` counts like `reject`; with `missed` nothing earns
/// it that was in the same answer. Of several the older come first.
struct LearnedWording {
  std::size_t point = 0;  ///< Index into Item::points.
  std::string text;
  Verdict verdict = Verdict::hit;  ///< Never `partial`.
  std::string said{};              ///< The answer it was taken from; empty where that is unknown.
};

}  // namespace pith::grading
