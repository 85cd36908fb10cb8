#include "session/goal.h"

#include <algorithm>
#include <string>
#include <utility>

#include "history/day.h"
#include "memory/doubt.h"
#include "session/chosen.h"
#include "session/own_reviews.h"
#include "session/queue.h"

namespace pith::session {
namespace {

std::vector<memory::TimedAnswer> latest_answers(const history::History& history) {
  constexpr std::size_t kLatest = 1000;
  history::AnswerFilter filter;
  filter.newest_first = true;
  filter.limit = kLatest;
  std::vector<memory::TimedAnswer> timed;
  for (const auto& logged : history.answers(filter)) {
    if (!logged.answer.points.empty() && logged.answer.seconds > 0) {
      timed.push_back({logged.answer.points.size(), logged.answer.seconds});
    }
  }
  return timed;
}

/// The place of `deck`, added if it is new.
std::size_t place_of(const deck::Item& item, GoalItems& all) {
  const auto found = std::find(all.decks.begin(), all.decks.end(), item.deck);
  if (found == all.decks.end()) {
    all.decks.push_back(item.deck);
    all.new_per_day.push_back(item.settings.new_per_day);
    return all.decks.size() - 1;
  }
  return static_cast<std::size_t>(found - all.decks.begin());
}

Why why_of(const Candidate& candidate, memory::StudyDay day) {
  return candidate.is_new()                       ? Why::fresh
         : candidate.due && *candidate.due <= day ? Why::due
                                                  : Why::practice;
}

double doubt_of(const history::History& history) {
  const auto parameters = history.parameters();
  auto own = own_reviews(history, [](const history::ItemId&) { return true; });
  const memory::ReviewLog log(std::move(own.reviews));
  return memory::doubt_about(memory::predictions(log, parameters), parameters);
}

}  // namespace

memory::Pace pace_of(const history::History& history) {
  return memory::fitted_pace(latest_answers(history));
}

memory::Habits habits_of(const history::History& history) {
  memory::AnswerCounts counts;
  history.for_each_review([&](const history::PointReview& review) {
    const auto rating = static_cast<std::size_t>(review.rating) - 1;
    if (review.first) {
      ++counts.first.at(rating);
    } else if (review.counts == memory::Counts::review) {
      ++counts.later.at(rating);
      if (memory::recalled(review.rating)) {
        ++counts.recalled;
        counts.credit += review.credit;
      }
    }
  });
  return memory::fitted_habits(counts, latest_answers(history));
}

GoalItems goal_items(std::span<const Candidate> candidates, const Wishes& wishes) {
  GoalItems all;
  for (const auto& candidate : candidates) {
    if (!may_be_asked(candidate)) {
      continue;
    }
    const auto& item = *candidate.item;
    all.items.push_back({candidate.memory, scheduling_for(item, wishes), candidate.due,
                         candidate.buried_until, place_of(item, all)});
    all.candidates.push_back(&candidate);
  }
  return all;
}

memory::Journey journey_to(const history::History& history, const GoalItems& items,
                           memory::StudyDay today, memory::StudyDay on) {
  const auto asked = history.on(today).introduced();
  std::vector<int> introduced;
  for (const auto& deck : items.decks) {
    const auto found = asked.find(deck);
    introduced.push_back(found == asked.end() ? 0 : static_cast<int>(found->second));
  }
  return {today,
          on,
          history.parameters(),
          habits_of(history),
          items.new_per_day,
          doubt_of(history),
          std::move(introduced)};
}

std::vector<Task> goal_queue(const GoalItems& items, const memory::Journey& journey,
                             double seconds) {
  const memory::LearnerModel learner(items.items, journey);
  std::vector<Task> tasks;
  for (auto& chosen : learner.best_tasks(journey.today, seconds)) {
    const auto& candidate = *items.candidates[chosen.item];
    tasks.push_back({candidate.item, std::move(chosen.asked), why_of(candidate, journey.today)});
  }
  return spread(std::move(tasks));
}

}  // namespace pith::session
