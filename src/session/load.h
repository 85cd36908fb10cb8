// An even daily load. Where much more is due today than on the days to come, what loses least by
// waiting is left to them; nothing waits longer than its interval is spread anyway (see
// memory/fuzz.h). Due days are never changed: the choice is made anew when a queue is made.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "memory/due.h"

namespace pith::session {

/// Few enough to be nobody's burden in a day.
constexpr std::size_t kFew = 10;

/// An item that has history and may be asked. Refers to its memory.
struct Burden {
  const memory::ScheduledItem* memory = nullptr;  ///< May be null if it is due later.
  memory::SchedulingOptions options;
  std::optional<memory::StudyDay> due;
  bool by_hand = false;  ///< `due` was set by the learner.
  /// The last day to which the item's interval is spread, if known; else it is reckoned.
  std::optional<memory::StudyDay> last_day{};
};

struct LoadRules {
  memory::StudyDay day{};  ///< Today.
  memory::Parameters parameters = memory::kDefaultParameters;
  bool even = true;  ///< Otherwise everything due is asked.
};

/// The last day whose due items matter to the choice for `day`.
[[nodiscard]] memory::StudyDay load_horizon(memory::StudyDay day);

/// Places of those that are due and to be asked today, in their order.
[[nodiscard]] std::vector<std::size_t> todays_share(std::span<const Burden> burdens,
                                                    const LoadRules& rules);

}  // namespace pith::session
