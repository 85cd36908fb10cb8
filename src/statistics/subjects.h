// What statistics are about: the items of decks and log together.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "deck/item.h"
#include "history/day.h"
#include "history/study_log.h"
#include "statistics/scope.h"

namespace pith::statistics {

/// An item of the log, of a deck, or of both.
struct Subject {
  const history::StudyItem* logged = nullptr;
  const deck::Item* item = nullptr;
  std::optional<memory::StudyDay> due;
};

/// By their ids. The log and the items of the scope must outlive them.
[[nodiscard]] std::vector<Subject> subjects_of(const history::StudyLog& log,
                                               std::span<const history::DueItem> due,
                                               const Scope& scope);

/// How many of the subjects have half of the answers.
[[nodiscard]] std::size_t half_of(std::span<const Subject> subjects);

}  // namespace pith::statistics
