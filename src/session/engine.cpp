#include "session/engine.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "deck/points.h"
#include "history/item_id.h"
#include "session/content.h"
#include "session/follow_up.h"
#include "session/marking.h"
#include "text/utf8.h"

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

/// Indices of the same points in an item as it is now; those that it lost are left out.
std::vector<std::size_t> points_now(const deck::Item& before, std::vector<std::size_t> points,
                                    const deck::Item& now) {
  if (&before == &now) {
    return points;
  }
  std::vector<std::size_t> found;
  for (const auto index : points) {
    if (const auto place = deck::place_of_point(now, before.points.at(index).id)) {
      found.push_back(*place);
    }
  }
  std::ranges::sort(found);
  return found;
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
  ask_next();
}

void Session::start_clock() {
  if (question_) {
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

std::optional<std::string> Session::objection(std::string_view text) const {
  if (!question_) {
    return "the session is over: there is no question to answer";
  }
  if (paused()) {
    return "the session is paused";
  }
  if (text::find_invalid_utf8(text)) {
    return "the answer is not valid UTF-8";
  }
  if (text.find('\0') != std::string_view::npos) {
    return "the answer holds a NUL character";
  }
  if (question_->item->kind == deck::Kind::card && !card_rating(text)) {
    return "a card is rated with 1 (again), 2 (hard), 3 (good) or 4 (easy)";
  }
  return std::nullopt;
}

const Result& Session::answer(std::string_view text) {
  if (const auto why = objection(text)) {
    throw std::invalid_argument(*why);
  }
  if (question_->item->kind == deck::Kind::card) {
    return rate(*card_rating(text));
  }
  const auto when = clock_();
  const auto& item = *question_->item;
  const auto wordings = history_.wordings(history::id_of(item));
  return record(mark_answer(*question_, text, grader_, wordings), when);
}

const Result& Session::rate(memory::Rating rating) {
  if (!question_ || question_->item->kind != deck::Kind::card) {
    throw std::logic_error("only a card is rated by the learner");
  }
  const auto when = clock_();
  return record(mark_card(*question_, rating), when);
}

const Result& Session::record(Result result, const history::When& when) {
  place(result, when);
  result.seconds = timing_.seconds_on_question(when.time);
  const auto limit = question_->time_limit;
  result.time_over = (limit && result.seconds > std::chrono::duration<double>(*limit).count()) ||
                     timing_.over(when.time) ||
                     timing_.section_over(agenda_.first().section, when.time);
  const history::Body body = answer_event(result, id_, options_.mode);
  const auto content = content_of(*result.item);
  result.event = history_.append(when, std::span(&body, 1), std::span(&content, 1)).front().id;

  auto step = take_task();
  step.answered = true;
  note(step, result);
  ask_again(step, result);
  result.comes_back = step.comes_back;
  steps_.push_back(std::move(step));
  last_ = std::move(result);
  ask_next();
  look_ahead(*last_);
  return *last_;
}

void Session::place(Result& result, const history::When& when) const {
  result.scheduled = options_.scheduled;
  result.aided = repeats_what_was_just_shown();
  result.day = when.day;
}

void Session::look_ahead(Result& result) const {
  const auto candidate = candidate_for(history_, *result.item, options_.wishes);
  result.due = candidate.due;
  for (auto& outcome : result.points) {
    outcome.lapses = candidate.memory.points.at(outcome.point).memory.lapses;
  }
}

Step Session::take_task() {
  Step step;
  step.number = question_->number;
  step.task = agenda_.take_first();
  return step;
}

void Session::ask_again(Step& step, const Result& result) {
  const auto& task = step.task;
  if (options_.follow_up && task.why != Why::follow_up) {
    auto cue = follow_up_to(result);
    auto asked = cue ? points_now(*result.item, std::move(cue->asked), *task.item)
                     : std::vector<std::size_t>();
    if (!asked.empty()) {
      step.comes_back = true;
      agenda_.put_first({task.item, std::move(asked), Why::follow_up, task.repeats + 1,
                         task.section, std::move(cue->prompt)});
      return;
    }
  }
  step.comes_back = is_repeated(task, result);
  if (step.comes_back) {
    auto again = points_now(*result.item, points_to_repeat(result), *task.item);
    agenda_.put_off({task.item, std::move(again), Why::again, task.repeats + 1, task.section},
                    task.repeats);
  }
}

bool Session::is_repeated(const Task& task, const Result& result) const {
  return task.repeats < options_.repeats &&
         !points_now(*result.item, points_to_repeat(result), *task.item).empty();
}

void Session::drop_repeat(const Step& step) {
  agenda_.remove_first([&](const Task& task) { return came_of(step, task); });
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

bool Session::repeats_what_was_just_shown() const {
  return !steps_.empty() && steps_.back().task.item == question_->item &&
         (question_->why == Why::again || steps_.back().read);
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
