// What a rating would mean, before it is given.
#include <algorithm>
#include <stdexcept>

#include "session/engine.h"
#include "session/marking.h"

namespace pith::session {
namespace {

/// When the item is due once the result counts; empty if it changes no memory.
std::optional<memory::StudyDay> due_after(const Result& result, Candidate candidate,
                                          const memory::Parameters& parameters,
                                          const Wishes& wishes) {
  bool counts = false;
  for (const auto& outcome : result.points) {
    auto& memory = candidate.memory.points.at(outcome.point).memory;
    const memory::PointEvent event{result.day, outcome.rating, result.scheduled, result.relearning,
                                   result.aided};
    if (memory.state && event.day < memory.last_review) {
      return std::nullopt;  // the clock was set back: only a replay of the log can tell
    }
    counts = counts || memory::what_counts(memory, event) != memory::Counts::logged_only;
    memory = memory::apply(memory, event, parameters);
  }
  const auto due =
      memory::next_due(candidate.memory, parameters, scheduling_for(*result.item, wishes));
  return counts && due ? std::max(std::optional(due->day), candidate.buried_until) : std::nullopt;
}

}  // namespace

Result Session::foreseen(memory::Rating rating) const {
  if (!question_ || question_->item->kind != deck::Kind::card) {
    throw std::logic_error("only a card is rated by the learner");
  }
  auto result = mark_card(*question_, rating);
  place(result, clock_());
  result.comes_back = is_repeated(agenda_.first(), result);
  result.due = due_after(result, candidate_for(history_, *result.item, options_.wishes),
                         history_.parameters(), options_.wishes);
  return result;
}

}  // namespace pith::session
