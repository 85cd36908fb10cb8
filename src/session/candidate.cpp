#include "session/candidate.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "history/item_id.h"
#include "history/points.h"
#include "history/present_names.h"

namespace pith::session {
namespace {

using States = std::unordered_map<std::string, history::ItemState>;

Candidate unseen(const deck::Item& item) {
  Candidate candidate;
  candidate.item = &item;
  candidate.memory.id = deck::full_id(item);
  for (const auto& point : item.points) {
    candidate.memory.points.push_back({point.id, point.weight, {}, false});
  }
  return candidate;
}

/// By the deck as it is now: what the history knows of it may be older (adopt() in
/// session/upkeep.h).
std::optional<memory::StudyDay> due_day(const Candidate& candidate, const history::ItemState& state,
                                        const memory::Parameters& parameters,
                                        const Wishes& wishes) {
  if (state.suspended) {
    return std::nullopt;
  }
  auto day = state.rescheduled;
  if (!day) {
    const auto options = scheduling_for(*candidate.item, wishes);
    const auto due = memory::next_due(candidate.memory, parameters, options);
    day = due ? std::optional(due->day) : std::nullopt;
  }
  return day ? std::max(day, state.buried_until) : day;
}

}  // namespace

memory::SchedulingOptions scheduling_for(const deck::Item& item, const Wishes& wishes) {
  return {item.settings.desired_retention, wishes.floor, wishes.maximum_interval, wishes.fuzz};
}

bool is_buried(const std::optional<memory::StudyDay>& until, memory::StudyDay day) {
  return until && *until > day;
}

std::vector<std::size_t> active_points(const memory::ScheduledItem& item) {
  std::vector<std::size_t> active;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    if (!item.points[i].suspended) {
      active.push_back(i);
    }
  }
  return active;
}

bool Candidate::is_new() const {
  return std::none_of(memory.points.begin(), memory.points.end(),
                      [](const auto& point) { return point.memory.state.has_value(); });
}

std::vector<Candidate> candidates_for(const history::History& history,
                                      std::span<const deck::Item* const> items,
                                      const Wishes& wishes, std::optional<memory::StudyDay> today) {
  std::map<std::string, States> known;
  const auto parameters = history.parameters();
  std::vector<Candidate> candidates;
  candidates.reserve(items.size());
  for (const auto* item : items) {
    auto [deck, fresh] = known.try_emplace(item->deck);
    if (fresh) {
      for (auto& state : history.states(item->deck, today)) {
        auto id = state.id.item;
        deck->second.emplace(std::move(id), std::move(state));
      }
    }
    const auto state = deck->second.find(item->id);
    candidates.push_back(state == deck->second.end()
                             ? unseen(*item)
                             : candidate_for(*item, state->second, parameters, wishes));
  }
  return candidates;
}

Candidate candidate_for(const history::History& history, const deck::Item& item,
                        const Wishes& wishes, std::optional<memory::StudyDay> today) {
  const auto state = history.state(history::id_of(item), today);
  return state ? candidate_for(item, *state, history.parameters(), wishes) : unseen(item);
}

Candidate candidate_for(const deck::Item& item, const history::ItemState& state,
                        const memory::Parameters& parameters, const Wishes& wishes) {
  auto candidate = unseen(item);
  candidate.suspended = state.suspended;
  candidate.buried_until = state.buried_until;
  candidate.by_hand = state.rescheduled.has_value();
  for (auto& point : candidate.memory.points) {
    if (const auto* known = history::find_point(state, point.id)) {
      point.memory = known->memory;
      point.suspended = known->suspended;
    }
  }
  candidate.due = due_day(candidate, state, parameters, wishes);
  return candidate;
}

std::vector<std::size_t> points_missed_last(const history::History& history,
                                            const deck::Item& item) {
  constexpr std::size_t kAnswersBack = 50;
  history::AnswerFilter filter;
  filter.item = history::id_of(item);
  filter.newest_first = true;
  filter.limit = kAnswersBack;
  std::map<std::string, grading::Verdict> last;
  for (auto& logged : history.answers(filter)) {
    for (const auto& point :
         history::with_present_points(history, std::move(logged)).answer.points) {
      last.emplace(point.id, point.verdict);
    }
  }
  std::vector<std::size_t> missed;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    const auto found = last.find(item.points[i].id);
    if (found != last.end() && (found->second == grading::Verdict::missed ||
                                found->second == grading::Verdict::contradicted)) {
      missed.push_back(i);
    }
  }
  return missed;
}

std::vector<Task> missed_only(std::vector<Task> tasks, const history::History& history) {
  for (auto& task : tasks) {
    task.asked = points_missed_last(history, *task.item);
  }
  std::erase_if(tasks, [](const Task& task) { return task.asked.empty(); });
  return tasks;
}

std::vector<Task> unanswered_since(std::vector<Task> tasks, const history::History& history,
                                   memory::StudyDay day) {
  std::erase_if(tasks, [&](const Task& task) {
    history::AnswerFilter filter;
    filter.item = history::id_of(*task.item);
    filter.from_day = day;
    filter.limit = 1;
    return !history.answers(filter).empty();
  });
  return tasks;
}

}  // namespace pith::session
