#include "statistics/knowledge.h"

#include <algorithm>

#include "statistics/distribution.h"

namespace pith::statistics {

Knowledge knowledge_of(const Statistics& figures, std::int64_t points_in_decks) {
  Knowledge known;
  known.points = points_in_decks;
  std::vector<double> stabilities;
  std::vector<double> difficulties;
  for (const auto& item : figures.items) {
    known.items += item.in_deck ? 1 : 0;
    known.known_items += item.in_deck && item.expected ? 1 : 0;
  }
  for (const auto& point : figures.points) {
    if (point.in_deck && point.memory.state) {
      const auto& state = *point.memory.state;
      stabilities.push_back(state.stability);
      difficulties.push_back(state.difficulty);
      ++(state.stability < kMatureStability ? known.young : known.mature);
      known.leeches += memory::is_leech(point.memory) ? 1 : 0;
    }
  }
  known.stability =
      distribution_of(std::move(stabilities), {0, 1, 3, 7, 14, 30, 90, 180, 365, 730});
  known.difficulty = distribution_of(std::move(difficulties), {1, 2, 3, 4, 5, 6, 7, 8, 9});
  return known;
}

Forecast forecast_of(std::span<const Return> items, memory::StudyDay today) {
  Forecast forecast;
  for (const auto& [due, last_review] : items) {
    const auto days = std::max<std::int64_t>(0, (due - today).count());
    forecast.overdue += due < today ? 1 : 0;
    if (days < static_cast<std::int64_t>(forecast.due.size())) {
      ++forecast.due.at(static_cast<std::size_t>(days));
    }
    const auto interval = std::max<std::int64_t>(1, (due - last_review).count());
    forecast.load += 1.0 / static_cast<double>(interval);
  }
  return forecast;
}

}  // namespace pith::statistics
