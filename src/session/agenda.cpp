#include "session/agenda.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace pith::session {
namespace {

/// So many tasks are planned ahead, where there are more to come.
constexpr std::size_t kPlannedAhead = 24;

/// How many other questions come before a repeat: 2, 4, 8, …
std::size_t gap_before(int repeat) {
  constexpr int kMostDoublings = 10;
  return std::size_t{2} << std::min(repeat, kMostDoublings);
}

bool asks_first(const Task& task) {
  return is_first(task.why);
}

bool asks_again(const Task& task) {
  return !is_first(task.why);
}

}  // namespace

Agenda::Agenda(std::vector<Task> tasks, std::optional<PlannedTasks> later)
    : tasks_(std::make_move_iterator(tasks.begin()), std::make_move_iterator(tasks.end())),
      later_(std::move(later)) {}

Task Agenda::take_first() {
  auto task = std::move(tasks_.front());
  tasks_.pop_front();
  return task;
}

void Agenda::put_first(Task task) {
  tasks_.push_front(std::move(task));
}

void Agenda::put_first(const deck::Item& item, std::span<const std::size_t> points) {
  if (points.empty()) {
    return;
  }
  std::set<std::size_t> asked(points.begin(), points.end());
  for (const auto& task : tasks_) {
    if (task.item == &item) {
      asked.insert(task.asked.begin(), task.asked.end());
    }
  }
  std::erase_if(tasks_, [&](const Task& task) { return task.item == &item; });
  put_first({&item, {asked.begin(), asked.end()}, Why::due});
}

void Agenda::put_off(Task task, int times_before) {
  const auto place = std::min(gap_before(times_before), tasks_.size());
  tasks_.insert(tasks_.begin() + static_cast<std::ptrdiff_t>(place), std::move(task));
}

void Agenda::remove_first(const Filter& meant) {
  if (const auto task = std::ranges::find_if(tasks_, meant); task != tasks_.end()) {
    tasks_.erase(task);
  }
}

void Agenda::plan_ahead() {
  while (tasks_.size() < kPlannedAhead && later_left() > 0) {
    auto page = later_->next();
    tasks_.insert(tasks_.end(), std::make_move_iterator(page.begin()),
                  std::make_move_iterator(page.end()));
  }
}

void Agenda::drop_while(const Filter& out_of_time) {
  while (!tasks_.empty() && out_of_time(tasks_.front())) {
    dropped_.push_back(take_first());
  }
}

void Agenda::for_each(const std::function<void(Task&)>& change) {
  std::ranges::for_each(tasks_, change);
  std::ranges::for_each(dropped_, change);
}

std::size_t Agenda::left() const {
  return tasks_.size() + later_left();
}

std::size_t Agenda::first_left() const {
  return static_cast<std::size_t>(std::ranges::count_if(tasks_, asks_first)) + later_left();
}

std::size_t Agenda::again() const {
  return static_cast<std::size_t>(std::ranges::count_if(tasks_, asks_again) +
                                  std::ranges::count_if(dropped_, asks_again));
}

std::vector<Task> Agenda::unasked() const {
  auto tasks = dropped_;
  tasks.insert(tasks.end(), tasks_.begin(), tasks_.end());
  for (auto later = later_; later && later->left() > 0;) {
    const auto page = later->next();
    tasks.insert(tasks.end(), page.begin(), page.end());
  }
  std::erase_if(tasks, asks_again);
  return tasks;
}

}  // namespace pith::session
