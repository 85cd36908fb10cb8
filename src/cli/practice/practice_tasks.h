// From what a practice selects to what is asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/decks/selection.h"
#include "history/store.h"
#include "session/candidate.h"
#include "session/practice.h"
#include "session/task.h"

namespace pith::cli {

/// What --seed says, else of the present: another one each time.
[[nodiscard]] std::uint64_t seed_of(const Context& context);

/// What all sections select together; empty if one of them selects everything.
[[nodiscard]] std::vector<std::string> all_selectors(const session::Practice& practice);

/// What planning has to know.
struct Circumstances {
  const history::History& history;
  const session::Wishes& wishes;
  memory::StudyDay day{};
  std::uint64_t seed = 0;
  bool by_memory = true;                              ///< See session::ExamRules.
  text::Language language = text::Language::english;  ///< Of the learner.
};

/// What the practice asks, section by section; an item is asked once.
[[nodiscard]] std::vector<session::Task> plan(const session::Practice& practice,
                                              const Selection& selection,
                                              const Circumstances& circumstances);

/// The same without a session: nothing is written.
[[nodiscard]] std::vector<session::Task> plan_unopened(const Context& context,
                                                       const session::Practice& practice,
                                                       const Selection& selection);

}  // namespace pith::cli
