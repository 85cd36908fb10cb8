#include "session/answered_today.h"

namespace pith::session {

AnsweredToday::AnsweredToday(const ReviewRules& rules) : day_(rules.day) {
  for (const auto& [item, until] : rules.answered) {
    items_.emplace(item, until);
  }
}

bool AnsweredToday::has(const history::ItemId& item, std::optional<memory::StudyDay> due) const {
  return items_.contains(item) && !(due && *due <= day_);
}

void AnsweredToday::add(const history::ItemId& item, LoadRules& load) const {
  if (const auto& until = items_.at(item)) {
    load.done.push_back(*until);
  }
}

}  // namespace pith::session
