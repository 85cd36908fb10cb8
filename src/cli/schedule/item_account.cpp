#include "cli/schedule/item_account.h"

#include <array>

#include "cli/files/history_file.h"
#include "cli/settings/config.h"
#include "history/item_id.h"
#include "history/points.h"

namespace pith::cli {

ItemAccount account_of(const Context& context, const history::History& history,
                       const deck::Item& item) {
  const auto config = config_of(context);
  const auto wishes = wishes_of(config);
  const auto id = history::id_of(item);
  ItemAccount account;
  account.item = &item;
  account.today = study_day(context.now(), config);
  account.parameters = history.parameters();
  account.options = session::scheduling_for(item, wishes);
  account.candidate = session::candidate_for(history, item, wishes, account.today);
  account.steps = history::trace(id, history.events_of(id), account.parameters);
  account.wordings = history.wordings(id);
  const auto& memory = account.candidate.memory;
  account.due = memory::next_due(memory, account.parameters, account.options);
  account.reckoning = memory::reckon(memory, account.parameters, account.options);
  return account;
}

Rule rule_of(const ItemAccount& account) {
  const auto& candidate = account.candidate;
  if (candidate.suspended || (!candidate.is_new() && candidate.active_points().empty())) {
    return Rule::suspended;
  }
  if (!account.due) {
    return Rule::fresh;
  }
  if (candidate.buried_until && candidate.due == candidate.buried_until &&
      *candidate.buried_until > account.due->day) {
    return Rule::buried;
  }
  return candidate.by_hand                                          ? Rule::rescheduled
         : account.due->reason == memory::DueReason::expected_score ? Rule::expected_score
                                                                    : Rule::floor;
}

std::string_view name_of(Rule rule) {
  constexpr std::array<std::string_view, 6> kNames = {"new",         "expected_score", "floor",
                                                      "rescheduled", "buried",         "suspended"};
  return kNames.at(static_cast<std::size_t>(rule));
}

std::optional<double> score_on(const ItemAccount& account, std::optional<memory::StudyDay> day) {
  return day ? memory::expected_score(account.candidate.memory,
                                      memory::ForgettingCurve(account.parameters), *day)
             : std::nullopt;
}

grading::Verdict automatic_verdict(const history::TraceStep& step,
                                   const history::PointStep& point) {
  const auto* found = history::find_point(std::get<history::Answer>(step.event.body), point.point);
  return found == nullptr ? point.verdict : found->automatic;
}

int days_to_score_due(const memory::Reckoning& reckoning) {
  return static_cast<int>((reckoning.score_day - reckoning.last_review).count());
}

}  // namespace pith::cli
