#include "session/answered_today.h"

#include "history/item_id.h"

namespace pith::session {
namespace {

/// Adds what was due, in the morning of the day, by its end or up to the horizon. `last_day`: to
/// which it might have waited.
void add_burden(memory::StudyDay due, memory::StudyDay last_day, LoadRules& load) {
  if (due <= load.day) {
    load.done.push_back(last_day);
  } else if (due <= load_horizon(load.day)) {
    load.done_ahead.push_back(last_day);
  }
}

}  // namespace

AnsweredToday::AnsweredToday(const ReviewRules& rules) : day_(rules.day) {
  for (const auto& [item, morning] : rules.answered) {
    items_.emplace(item, morning ? &*morning : nullptr);
  }
}

bool AnsweredToday::has(const history::ItemId& item, std::optional<memory::StudyDay> due) const {
  return items_.contains(item) && !(due && *due <= day_);
}

void AnsweredToday::add(const history::ItemId& item, LoadRules& load) const {
  const auto* morning = items_.at(item);
  if (morning != nullptr && morning->due && morning->waits_until &&
      !is_buried(morning->buried_until, day_)) {
    add_burden(*morning->due, *morning->waits_until, load);
  }
}

void AnsweredToday::add(const deck::Item& item, const Wishes& wishes, LoadRules& load) const {
  const auto* morning = items_.at(history::id_of(item));
  if (morning == nullptr || is_buried(morning->buried_until, day_)) {
    return;
  }
  const auto candidate = candidate_for(item, *morning, load.parameters, wishes);
  const auto due =
      memory::next_due(candidate.memory, load.parameters, scheduling_for(item, wishes));
  if (candidate.due && due) {
    add_burden(*candidate.due, candidate.by_hand ? day_ : due->latest, load);
  }
}

}  // namespace pith::session
