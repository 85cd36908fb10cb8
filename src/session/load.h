// An even daily load. Where much more is due today than on the days to come, what loses least by
// waiting is left to them; nothing waits longer than its interval is spread anyway (see
// memory/fuzz.h). Due days are never changed: the choice is made anew when a queue is made. What
// was due, today or later, and is answered already still counts as in the morning, so that the
// choice stays the same all day.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "memory/due.h"

namespace pith::session {

/// Few enough to be nobody's burden in a day.
constexpr std::size_t kFew = 10;

/// An item that has history and may be asked. Refers to its memory.
struct Burden {
  const memory::ScheduledItem* memory = nullptr;
  memory::SchedulingOptions options;
  std::optional<memory::StudyDay> due;
  bool by_hand = false;  ///< `due` was set by the learner.
  /// The last day to which the item's interval is spread, if known; else it is reckoned.
  std::optional<memory::StudyDay> last_day{};
};

/// The day that a load is evened out for, and what of it is done.
struct LoadRules {
  memory::StudyDay day{};  ///< Today.
  memory::Parameters parameters = memory::kDefaultParameters;
  bool even = true;                            ///< Otherwise everything due is asked.
  std::vector<memory::StudyDay> done{};        ///< Last days of what was due today and is answered.
  std::vector<memory::StudyDay> done_ahead{};  ///< The same of what was due later, by the horizon.
};

/// The last day whose due items matter to the choice for `day`.
[[nodiscard]] memory::StudyDay load_horizon(memory::StudyDay day);

/// Calls `take` with the last days of items that are due on later days, up to the horizon, and in
/// any order, until it returns false.
using LaterDays = std::function<void(const std::function<bool(memory::StudyDay)>& take)>;

/// Places of those that are due and to be asked today, in their order. `later`, if not empty, tells
/// of items that are no burdens, and is asked for no more of them than the choice depends on. What
/// was answered today is in neither.
[[nodiscard]] std::vector<std::size_t> todays_share(std::span<const Burden> burdens,
                                                    const LoadRules& rules,
                                                    const LaterDays& later = {});

/// A burden to be asked today.
struct Asked {
  std::size_t place = 0;
  std::vector<std::size_t> points;  ///< Indices of those to ask, ascending, at least one.
};

/// Those of todays_share(), the largest loss of expected score first. Of an item that is due only
/// for points at the floor those alone are asked, else every point that is not suspended.
[[nodiscard]] std::vector<Asked> asked_today(std::span<const Burden> burdens,
                                             const LoadRules& rules, const LaterDays& later = {});

}  // namespace pith::session
