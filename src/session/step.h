// What was done to a task, and what it adds up to.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "history/events.h"
#include "session/result.h"
#include "session/task.h"

namespace pith::session {

/// A task that was answered, read or left out: what a summary and undoing need to know of it.
struct Step {
  Task task;
  std::size_t number = 1;   ///< As its question had it.
  bool answered = false;    ///< Else left out, or read.
  bool read = false;        ///< It was put off to be asked after a few others.
  bool just_read = false;   ///< Its reading had been taken back, and nothing asked since.
  bool comes_back = false;  ///< A repeat was put into the agenda.
  std::optional<history::Uuid> event;  ///< Of the answer, bury or suspension.
  double score = 0.0;
  double seconds = 0.0;
  std::array<std::size_t, 4> points{};  ///< How many of each verdict.
};

/// What became of a task that was answered.
struct Answered {
  history::Uuid event;  ///< Of the answer in the log.
  const deck::Item* item = nullptr;
  Why why = Why::practice;
  std::size_t section = 0;
};

/// A task that was planned and neither answered nor asked again.
struct Unanswered {
  const deck::Item* item = nullptr;
  std::size_t section = 0;
  bool left_out = false;  ///< Skipped, buried or suspended; else it was never its turn.
};

/// Takes over the event, score, time and verdicts of a result.
void note(Step& step, const Result& result);

/// Whether the task was put into the agenda by this step.
[[nodiscard]] bool came_of(const Step& step, const Task& task);

/// Counts the steps; what is left, and the mode, are not theirs to know.
[[nodiscard]] Summary sum_up(std::span<const Step> steps);

/// How many tasks were asked for the first time and are done with.
[[nodiscard]] std::size_t first_done(std::span<const Step> steps);

/// Of the questions asked so far, at least 1.
[[nodiscard]] std::size_t highest_number(std::span<const Step> steps);

/// What was answered and counts, in that order.
[[nodiscard]] std::vector<Answered> answered_in(std::span<const Step> steps);

}  // namespace pith::session
