// From the log to its figures. Pure: the same log, decks and day give the same value.
#pragma once

#include <cstddef>
#include <span>

#include "history/day.h"
#include "history/study_log.h"
#include "statistics/scope.h"
#include "statistics/statistics.h"

namespace pith::statistics {

/// Fewer points of answers are counted by one thread.
inline constexpr std::size_t kWorthTwoThreads = 50'000;

/// Every figure but what was said instead and confusions, which need the texts of answers (see
/// mistakes.h). `due` has the items that are due on any day.
[[nodiscard]] Statistics compute(const history::StudyLog& log,
                                 std::span<const history::DueItem> due, const Scope& scope,
                                 std::size_t worth_two_threads = kWorthTwoThreads);

}  // namespace pith::statistics
