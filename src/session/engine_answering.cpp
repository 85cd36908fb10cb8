// Session: what it does with an answer.
#include <algorithm>
#include <stdexcept>
#include <utility>

#include "deck/points.h"
#include "history/item_id.h"
#include "session/content.h"
#include "session/engine.h"
#include "session/follow_up.h"
#include "session/marking.h"
#include "text/utf8.h"

namespace pith::session {
namespace {

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
  if (options_.read_items != nullptr && !result.aided) {
    options_.read_items->set(*result.item, false);
  }

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
  result.aided = repeats_what_was_just_shown(when.day);
  result.day = when.day;
}

void Session::look_ahead(Result& result) const {
  const auto candidate = candidate_for(history_, *result.item, options_.wishes);
  result.due = candidate.due;
  for (auto& outcome : result.points) {
    outcome.lapses = candidate.memory.points.at(outcome.point).memory.lapses;
  }
}

bool Session::repeats_what_was_just_shown(memory::StudyDay today) const {
  if (just_read_) {
    return true;
  }
  const auto& item = *question_->item;
  if (steps_.empty()) {
    return (options_.read_items != nullptr && options_.read_items->has(item)) ||
           (practised_before_ == history::id_of(item) && last_before_->when.day == today);
  }
  return steps_.back().task.item == question_->item &&
         (question_->why == Why::again || steps_.back().read);
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

}  // namespace pith::session
