// What statistics are asked for.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "history/store.h"
#include "memory/parameters.h"
#include "memory/study_day.h"

namespace pith::statistics {

struct Scope {
  memory::StudyDay today{};
  std::optional<memory::StudyDay> since;  ///< First day of the period; empty: the whole log.
  memory::Parameters parameters = memory::kDefaultParameters;
  std::span<const deck::Item* const> items;  ///< Those of the decks; they must outlive the scope.
  bool only_these = false;  ///< Leave out what is in the log alone, but for gone_decks.
  std::set<std::string> gone_decks;
};

}  // namespace pith::statistics
