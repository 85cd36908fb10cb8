// What deserves attention first. Internal to this folder.
#pragma once

#include <cstddef>
#include <vector>

#include "statistics/statistics.h"

namespace pith::statistics {

inline constexpr std::size_t kWeakest = 10;
inline constexpr std::size_t kLearnNext = 5;

/// Points of decks that failed in the period, by weakness_of() and then by retrievability.
[[nodiscard]] std::vector<WeakPoint> weakest(const Statistics& figures);

/// Items of decks that are known and not suspended, the lowest expected score first.
[[nodiscard]] std::vector<std::size_t> learn_next(const Statistics& figures);

/// The latest kFailuresRead, latest first.
[[nodiscard]] std::vector<Failure> latest(std::vector<Failure> failures);

}  // namespace pith::statistics
