// An item that was edited while its session runs.
#include <algorithm>
#include <numeric>
#include <utility>

#include "deck/points.h"
#include "session/engine.h"

namespace pith::session {
namespace {

/// Indices into the points of `after` that are to be asked.
std::vector<std::size_t> still_asked(const deck::Item& before,
                                     const std::vector<std::size_t>& asked,
                                     const deck::Item& after) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < after.points.size(); ++i) {
    const auto& id = after.points[i].id;
    const bool was_asked = std::ranges::any_of(
        asked, [&](std::size_t index) { return before.points.at(index).id == id; });
    if (was_asked || !deck::place_of_point(before, id)) {
      kept.push_back(i);
    }
  }
  if (kept.empty()) {
    kept.resize(after.points.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
  }
  return kept;
}

}  // namespace

void Session::replace(const deck::Item& before, const deck::Item& after) {
  const auto is_it = [deck = before.deck, id = before.id](const deck::Item& item) {
    return item.deck == deck && item.id == id;
  };
  const auto renew = [&](Task& task) {
    if (is_it(*task.item)) {
      task.asked = still_asked(*task.item, task.asked, after);
      task.item = &after;
    }
  };
  agenda_.for_each(renew);
  for (auto& step : steps_) {
    renew(step.task);
  }
  if (question_ && is_it(*question_->item)) {
    auto hints = std::move(question_->hints);
    question_ = question_for(agenda_.first());
    question_->more_hints = options_.hints && hints.size() < after.hints.size();
    question_->hints = std::move(hints);
  }
}

}  // namespace pith::session
