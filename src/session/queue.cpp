#include "session/queue.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <list>
#include <utility>

#include "history/item_id.h"
#include "session/answered_today.h"
#include "session/chosen.h"
#include "session/load.h"
#include "session/random.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

/// By Order.
constexpr std::array<std::string_view, 4> kOrders = {"weakest", "random", "file", "due"};

bool may_be_asked_on(memory::StudyDay day, const Candidate& candidate) {
  return !is_buried(candidate.buried_until, day) && may_be_asked(candidate);
}

std::vector<Task> due_tasks(std::span<const Candidate> candidates, const ReviewRules& rules) {
  LoadRules load{rules.day, rules.parameters, rules.wishes.fuzz};
  const AnsweredToday answered(rules);
  std::vector<const Candidate*> known;
  std::vector<Burden> burdens;
  for (const auto& candidate : candidates) {
    const auto id = history::id_of(*candidate.item);
    if (answered.has(id, candidate.due)) {
      answered.add(id, load);
    } else if (!candidate.is_new() && may_be_asked_on(rules.day, candidate)) {
      known.push_back(&candidate);
      burdens.push_back({&candidate.memory, scheduling_for(*candidate.item, rules.wishes),
                         candidate.due, candidate.by_hand});
    }
  }
  std::vector<Task> tasks;
  for (auto& [place, points] : asked_today(burdens, load)) {
    tasks.push_back({known[place]->item, std::move(points), Why::due});
  }
  return tasks;
}

std::vector<Task> new_tasks(std::span<const Candidate> candidates, const ReviewRules& rules) {
  auto taken = rules.introduced;
  std::vector<Task> tasks;
  for (const auto& candidate : candidates) {
    if (!candidate.is_new() || !may_be_asked_on(rules.day, candidate)) {
      continue;
    }
    const auto limit = static_cast<std::size_t>(std::max(candidate.item->settings.new_per_day, 0));
    auto& of_deck = taken[candidate.item->deck];
    if (rules.new_items ? tasks.size() < *rules.new_items : of_deck < limit) {
      ++of_deck;
      tasks.push_back({candidate.item, candidate.active_points(), Why::fresh});
    }
  }
  return tasks;
}

/// What an item is about, to tell whether another one gives it away.
struct Fingerprint {
  std::string question;
  std::vector<std::string> points;  ///< Names, sorted.
};

Fingerprint fingerprint(const deck::Item& item) {
  Fingerprint print{text::identity_of(item.question), {}};
  for (const auto& point : item.points) {
    print.points.push_back(text::identity_of(point.name));
  }
  std::sort(print.points.begin(), print.points.end());
  return print;
}

bool has(const Fingerprint& print, const std::string& name) {
  return std::binary_search(print.points.begin(), print.points.end(), name);
}

bool are_directions(const Fingerprint& a, const Fingerprint& b) {
  return has(a, b.question) || has(b, a.question);
}

/// The two directions of a card, or items half of whose points have the same names.
bool similar(const Fingerprint& a, const Fingerprint& b) {
  if (are_directions(a, b)) {
    return true;
  }
  std::vector<std::string> shared;
  std::set_intersection(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                        std::back_inserter(shared));
  return 2 * shared.size() >= std::min(a.points.size(), b.points.size());
}

double score_now(const Candidate& candidate, const PracticeRules& rules) {
  const memory::ForgettingCurve curve(rules.parameters);
  return memory::expected_score(candidate.memory, curve, rules.day).value_or(0.0);
}

void sort_for_practice(std::vector<const Candidate*>& chosen, const PracticeRules& rules) {
  switch (rules.order) {
    case Order::file:
      return;
    case Order::random:
      Random(rules.seed).shuffle(chosen);
      return;
    case Order::due:
      std::stable_sort(chosen.begin(), chosen.end(), [](const auto* a, const auto* b) {
        return a->due && b->due ? *a->due < *b->due : a->due.has_value() && !b->due.has_value();
      });
      return;
    case Order::weakest:
      std::stable_sort(chosen.begin(), chosen.end(), [&](const auto* a, const auto* b) {
        return score_now(*a, rules) < score_now(*b, rules);
      });
      return;
  }
}

/// Those that are alike moved three places apart where that can be done.
std::vector<Task> kept_apart(std::vector<Task> tasks,
                             bool (*alike)(const Fingerprint&, const Fingerprint&)) {
  constexpr std::size_t kApart = 3;
  constexpr std::ptrdiff_t kLookAhead = 20;
  std::list<std::pair<Fingerprint, Task>> waiting;
  for (auto& task : tasks) {
    auto print = fingerprint(*task.item);
    waiting.emplace_back(std::move(print), std::move(task));
  }
  std::deque<Fingerprint> recent;
  const auto fits = [&](const auto& next) {
    return std::none_of(recent.begin(), recent.end(),
                        [&](const Fingerprint& other) { return alike(other, next.first); });
  };
  std::vector<Task> spaced;
  while (!waiting.empty()) {
    const auto reach = std::min(kLookAhead, std::ssize(waiting));
    const auto end = std::next(waiting.begin(), reach);
    auto next = std::find_if(waiting.begin(), end, fits);
    next = next == end ? waiting.begin() : next;
    recent.push_back(std::move(next->first));
    if (recent.size() >= kApart) {
      recent.pop_front();
    }
    spaced.push_back(std::move(next->second));
    waiting.erase(next);
  }
  return spaced;
}

}  // namespace

std::string_view name_of(Order order) {
  return kOrders.at(static_cast<std::size_t>(order));
}

std::vector<std::string> order_names() {
  return {kOrders.begin(), kOrders.end()};
}

std::optional<Order> order_named(std::string_view name) {
  const auto found = std::ranges::find(kOrders, name);
  return found == kOrders.end() ? std::nullopt
                                : std::optional(static_cast<Order>(found - kOrders.begin()));
}

std::vector<Task> review_queue(std::span<const Candidate> candidates, const ReviewRules& rules) {
  auto tasks = spread(due_tasks(candidates, rules));
  auto fresh = spread(new_tasks(candidates, rules));
  tasks.insert(tasks.end(), std::make_move_iterator(fresh.begin()),
               std::make_move_iterator(fresh.end()));
  return tasks;
}

std::vector<Task> practice_queue(std::span<const Candidate> candidates,
                                 const PracticeRules& rules) {
  std::vector<const Candidate*> chosen;
  for (const auto& candidate : candidates) {
    if (may_be_asked(candidate)) {
      chosen.push_back(&candidate);
    }
  }
  sort_for_practice(chosen, rules);
  if (rules.count && chosen.size() > *rules.count) {
    chosen.resize(*rules.count);
  }
  auto tasks = tasks_of(chosen, Why::practice);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    tasks[i].is_new = chosen[i]->is_new();
  }
  return rules.order == Order::file ? tasks : spread(std::move(tasks));
}

std::vector<Task> spread(std::vector<Task> tasks) {
  return kept_apart(std::move(tasks), similar);
}

std::vector<Task> with_directions_apart(std::vector<Task> tasks) {
  return kept_apart(std::move(tasks), are_directions);
}

}  // namespace pith::session
