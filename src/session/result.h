// What came of an answer, and of a session.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"
#include "history/events.h"
#include "memory/due.h"

namespace pith::session {

/// One point that was asked.
struct PointOutcome {
  std::size_t point = 0;                                ///< Index into Item::points.
  grading::PointResult graded;                          ///< As the grader judged it.
  grading::Verdict verdict = grading::Verdict::missed;  ///< After the learner's overruling.
  double credit = 0.0;                                  ///< [0, 1], of `verdict`.
  memory::Rating rating = memory::Rating::again;
  std::optional<std::string> taught{};  ///< The wording that is learned from its overruling.
  int lapses = 0;  ///< How often it was forgotten after it had been known, this time included.

  [[nodiscard]] bool overruled() const { return verdict != graded.verdict; }
};

struct Result {
  const deck::Item* item = nullptr;
  history::Uuid event;               ///< Of the answer in the log.
  std::string answer;                ///< As typed.
  std::vector<PointOutcome> points;  ///< Those asked, in the item's order.
  std::vector<std::size_t> shown;    ///< Indices of the others.
  double score = 0.0;                ///< [0, 1]; mean of the asked points' credits, by weight.
  bool passed = false;               ///< The score reaches the item's pass mark.
  bool gave_up = false;              ///< Nothing was answered, or the learner asked to be shown.
  bool easy = false;                 ///< The learner said so: what is hit is rated Easy.
  bool cut = false;                  ///< The answer was too long; its end was not graded.
  bool time_over = false;
  bool scheduled = true;
  bool relearning = false;  ///< Asked again because it was missed in this session.
  bool aided = false;       ///< What it asks was on the screen just before.
  bool comes_back = false;  ///< What was missed is asked once more in this session.
  double seconds = 0.0;
  int hints = 0;
  memory::StudyDay day{};               ///< On which it was answered.
  std::optional<memory::StudyDay> due;  ///< When the item comes back; empty if it is not scheduled.
  history::Versions versions;           ///< Who graded; empty for a card.
};

/// What was done so far.
struct Summary {
  history::Mode mode = history::Mode::review;
  std::size_t answers = 0;
  std::size_t items = 0;                ///< Different ones among the answers.
  std::array<std::size_t, 4> points{};  ///< How many got which verdict when first asked.
  std::size_t repeated = 0;  ///< Answers, of those, to what was asked before in the session.
  std::size_t regained = 0;  ///< Points that were hit then.
  std::size_t skipped = 0;   ///< Skipped, buried or suspended.
  [[nodiscard]] std::size_t of(grading::Verdict verdict) const {
    return points[static_cast<std::size_t>(verdict)];
  }
  std::size_t left = 0;    ///< Still to be asked.
  std::size_t again = 0;   ///< Of those, what was asked before and comes back.
  bool time_over = false;  ///< Questions were left because their time was over.
  double score = 0.0;      ///< [0, 1]; mean of the scores of first answers; 0 without any.
  double seconds = 0.0;    ///< Spent answering.
};

}  // namespace pith::session
