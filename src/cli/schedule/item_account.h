// What the history says of one item: its answers, its memory and how its due day came about.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "deck/item.h"
#include "grading/verdict.h"
#include "history/store.h"
#include "history/trace.h"
#include "memory/due.h"
#include "session/candidate.h"

namespace pith::cli {

struct ItemAccount {
  const deck::Item* item = nullptr;
  memory::StudyDay today{};
  memory::Parameters parameters = memory::kDefaultParameters;
  memory::SchedulingOptions options;
  session::Candidate candidate;
  std::vector<history::TraceStep> steps;
  std::vector<history::KnownWording> wordings;  ///< Those that count.
  std::optional<memory::Due> due;               ///< By the memory alone.
  std::optional<memory::Reckoning> reckoning;
};

/// From the learner's history. The item must outlive it.
[[nodiscard]] ItemAccount account_of(const Context& context, const history::History& history,
                                     const deck::Item& item);

/// What made the due day.
enum class Rule : std::uint8_t { fresh, expected_score, floor, rescheduled, buried, suspended };

[[nodiscard]] Rule rule_of(const ItemAccount& account);

/// As JSON has it: `new`, `expected_score`, `floor`, `rescheduled`, `buried` or `suspended`.
[[nodiscard]] std::string_view name_of(Rule rule);

/// The score expected on a day; empty without a day or a memory.
[[nodiscard]] std::optional<double> score_on(const ItemAccount& account,
                                             std::optional<memory::StudyDay> day);

/// What the grader had said of the point; the final verdict may be the learner's.
[[nodiscard]] grading::Verdict automatic_verdict(const history::TraceStep& step,
                                                 const history::PointStep& point);

/// Days from the item's last review to the day on which all is due, rounded and fuzzed.
[[nodiscard]] int days_to_score_due(const memory::Reckoning& reckoning);

}  // namespace pith::cli
