// From the log of a point's answers to what is remembered of it: which answers count as reviews,
// the state they leave, lapses. Applying events one by one or replaying them all gives the same.
#pragma once

#include <cstdint>
#include <optional>

#include "memory/fsrs.h"
#include "memory/study_day.h"

namespace pith::memory {

/// One answer to one point, as the log has it.
struct PointEvent {
  StudyDay day{};
  Rating rating = Rating::good;
  bool scheduled = true;    ///< False under `--no-schedule`.
  bool relearning = false;  ///< Asked again because it was missed earlier in its session.
  bool aided = false;       ///< What had to be recalled was on the screen just before.
};

/// What an answer means for the schedule.
enum class Counts : std::uint8_t {
  review,           ///< The first unaided answer of a study day, whatever the mode and outcome.
  same_day_review,  ///< A repeat of relearning.
  logged_only       ///< Anything else: it would bias the memory and the optimizer.
};

inline constexpr int kLeechLapses = 8;

/// All that is remembered of a point. Everything starts out unseen.
struct PointMemory {
  std::optional<MemoryState> state{};  ///< Empty: never reviewed.
  StudyDay last_review{};              ///< Day of the last answer that counted; only with a state.
  int reviews = 0;                     ///< Answers that counted, same-day ones included.
  int lapses = 0;                      ///< Reviews rated Again after a recall on an earlier day.
  std::optional<StudyDay> first_recall{};  ///< First day a counted answer was recalled.
  bool failed = false;                     ///< The last answer that counted was rated Again.

  friend bool operator==(const PointMemory&, const PointMemory&) = default;
};

/// A point forgotten so often that it should be reworded; never suspended by itself.
[[nodiscard]] constexpr bool is_leech(const PointMemory& memory) {
  return memory.lapses >= kLeechLapses;
}

/// What `event` counts as, coming after everything in `memory`.
[[nodiscard]] Counts what_counts(const PointMemory& memory, const PointEvent& event);

/// `memory` after `event`; unchanged if the event is logged only.
/// Throws std::logic_error if the event counts but is of an earlier day than the last review: a log
/// that grew in its middle (a clock set back, a sync) has to be replayed.
[[nodiscard]] PointMemory apply(const PointMemory& memory, const PointEvent& event,
                                const Parameters& parameters);
/// The same where many events come: `curve` is that of the parameters.
[[nodiscard]] PointMemory apply(const PointMemory& memory, const PointEvent& event,
                                const Parameters& parameters, const ForgettingCurve& curve);

/// Retrievability of the point on `day`; 0 if it was never reviewed. On the day of its review 1, or
/// if that failed what it will be on the next day: having just read the solution is no knowledge.
[[nodiscard]] double retrievability(const PointMemory& memory, const ForgettingCurve& curve,
                                    StudyDay day);

}  // namespace pith::memory
