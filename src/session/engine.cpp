#include "session/engine.h"

#include <utility>

#include "history/item_id.h"

namespace pith::session {
namespace {

std::vector<Limit> limits_of(const std::vector<Section>& sections) {
  std::vector<Limit> limits;
  limits.reserve(sections.size());
  for (const auto& section : sections) {
    limits.push_back(section.time);
  }
  return limits;
}

}  // namespace

Session::Session(history::History& history, std::vector<Task> tasks, Grader grader, Clock clock,
                 SessionOptions options)
    : history_(history),
      grader_(std::move(grader)),
      clock_(std::move(clock)),
      options_(std::move(options)),
      agenda_(std::move(tasks), std::exchange(options_.later, std::nullopt)),
      timing_(clock_().time, options_.time, limits_of(options_.sections)) {
  id_ = history::make_uuid7(clock_().time);
  if (const auto last = history_.latest_answer()) {
    last_before_ = last->stamp;
    if (!last->answer.scheduled) {
      practised_before_ = last->item;
    }
  }
  ask_next();
}

void Session::start_clock() {
  if (question_) {
    history_.settle();
    timing_.ask(clock_().time, agenda_.first().section);
  }
}

bool Session::pause() {
  if (!options_.may_pause || !question_) {
    return false;
  }
  timing_.pause(clock_().time);
  return true;
}

void Session::resume() {
  timing_.resume(clock_().time);
}

std::chrono::milliseconds Session::elapsed() const {
  return timing_.elapsed(clock_().time);
}

std::optional<std::string> Session::hint() {
  if (!question_ || !question_->more_hints) {
    return std::nullopt;
  }
  const auto& hints = question_->item->hints;
  const auto next = question_->hints.size();
  question_->hints.push_back(hints.at(next));
  question_->more_hints = next + 1 < hints.size();
  return hints[next];
}

void Session::read_first() {
  if (!question_ || !options_.feedback) {
    return;
  }
  if (options_.read_items != nullptr) {
    options_.read_items->set(*question_->item, true);
  }
  auto step = take_task();
  step.read = true;
  agenda_.put_off(step.task, 0);
  steps_.push_back(std::move(step));
  ask_next();
}

void Session::skip() {
  leave_out(std::nullopt);
}

void Session::bury() {
  if (question_) {
    const auto& item = *question_->item;
    leave_out(history::Bury{history::id_of(item), clock_().day + std::chrono::days{1}});
  }
}

void Session::suspend() {
  if (question_) {
    const auto& item = *question_->item;
    leave_out(history::Suspension{history::id_of(item), "", true});
  }
}

Step Session::take_task() {
  Step step;
  step.number = question_->number;
  step.task = agenda_.take_first();
  step.just_read = std::exchange(just_read_, false);
  return step;
}

void Session::leave_out(std::optional<history::Body> body) {
  if (!question_) {
    return;
  }
  const auto event = body ? std::optional(history_.append(clock_(), *body).id) : std::nullopt;
  auto step = take_task();
  step.event = event;
  steps_.push_back(std::move(step));
  ask_next();
}

void Session::quit() {
  question_.reset();
}

Summary Session::summary() const {
  auto summary = sum_up(steps_);
  summary.mode = options_.mode;
  summary.left = agenda_.left() + agenda_.dropped();
  summary.again = agenda_.again();
  summary.time_over = agenda_.dropped() > 0 || (agenda_.left() > 0 && timing_.over(clock_().time));
  return summary;
}

std::vector<Unanswered> Session::unanswered() const {
  std::vector<Unanswered> unanswered;
  for (const auto& step : steps_) {
    if (!step.answered && !step.read && is_first(step.task.why)) {
      unanswered.push_back({step.task.item, step.task.section, true});
    }
  }
  for (const auto& task : agenda_.unasked()) {
    unanswered.push_back({task.item, task.section, false});
  }
  return unanswered;
}

void Session::ask_next() {
  question_.reset();
  const auto now = clock_().time;
  timing_.resume(now);
  agenda_.plan_ahead();
  agenda_.drop_while([&](const Task& task) { return timing_.section_over(task.section, now); });
  if (agenda_.empty() || timing_.over(now)) {
    return;
  }
  question_ = question_for(agenda_.first());
  timing_.ask(now, agenda_.first().section);
}

}  // namespace pith::session
