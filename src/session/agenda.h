// What a session has yet to ask: its tasks in their order, those still to be planned, and those
// whose time was over before it was their turn. Knows no clock, history or answer.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "session/review_plan.h"
#include "session/task.h"

namespace pith::session {

class Agenda {
 public:
  using Filter = std::function<bool(const Task&)>;

  /// `later`: what comes after the tasks; may be empty. Items must outlive the agenda.
  Agenda(std::vector<Task> tasks, std::optional<PlannedTasks> later);

  /// Whether there is no first task.
  [[nodiscard]] bool empty() const { return tasks_.empty(); }
  /// What is being asked, or is next. Requires: not empty.
  [[nodiscard]] const Task& first() const { return tasks_.front(); }
  /// Takes the first task out. Requires: not empty.
  Task take_first();

  /// Puts a task before all others.
  void put_first(Task task);
  /// Puts points of an item before all others, and with them what was planned of it. Does nothing
  /// if there are none.
  void put_first(const deck::Item& item, std::span<const std::size_t> points);
  /// Puts a task behind 2 others, or 4, 8, … if it was put off once, twice, … before.
  void put_off(Task task, int times_before);
  /// Takes the first task out that is meant, if any.
  void remove_first(const Filter& meant);

  /// Plans ahead where few tasks are left: what is put off is put in before the last of them.
  void plan_ahead();
  /// Drops the tasks at the front that are out of time.
  void drop_while(const Filter& out_of_time);
  /// Changes the tasks, those that were dropped included.
  void for_each(const std::function<void(Task&)>& change);

  [[nodiscard]] std::size_t left() const;        ///< Still to be asked.
  [[nodiscard]] std::size_t first_left() const;  ///< Of those, what is asked for the first time.
  [[nodiscard]] std::size_t dropped() const { return dropped_.size(); }
  /// Of those left and dropped, what was asked before.
  [[nodiscard]] std::size_t again() const;
  /// What was to be asked for the first time, first what was dropped.
  [[nodiscard]] std::vector<Task> unasked() const;

 private:
  [[nodiscard]] std::size_t later_left() const { return later_ ? later_->left() : 0; }

  std::deque<Task> tasks_;
  std::optional<PlannedTasks> later_;
  std::vector<Task> dropped_;
};

}  // namespace pith::session
