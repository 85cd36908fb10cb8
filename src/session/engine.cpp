#include "session/engine.h"

#include <algorithm>
#include <climits>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "session/content.h"
#include "session/follow_up.h"
#include "session/marking.h"
#include "session/phrase.h"
#include "text/utf8.h"

namespace pith::session {
namespace {

/// How many other questions come before a repeat: 2, 4, 8, …
std::size_t gap_before(int repeat) {
  constexpr int kMostDoublings = 10;
  return std::size_t{2} << std::min(repeat, kMostDoublings);
}

std::vector<Limit> limits_of(const std::vector<Section>& sections) {
  std::vector<Limit> limits;
  limits.reserve(sections.size());
  for (const auto& section : sections) {
    limits.push_back(section.time);
  }
  return limits;
}

/// The queue is filled up to so many tasks, where there are more to come: repeats are put in before
/// its end.
constexpr std::size_t kShortestQueue = 24;

bool asks_the_same(const Task& a, const Task& b) {
  return a.item == b.item && a.asked == b.asked && a.prompt == b.prompt;
}

/// Indices of the same points in an item as it is now; those that it lost are left out.
std::vector<std::size_t> points_now(const deck::Item& before, std::vector<std::size_t> points,
                                    const deck::Item& now) {
  if (&before == &now) {
    return points;
  }
  std::vector<std::size_t> found;
  for (const auto index : points) {
    const auto point = std::ranges::find(now.points, before.points.at(index).id, &deck::Point::id);
    if (point != now.points.end()) {
      found.push_back(static_cast<std::size_t>(point - now.points.begin()));
    }
  }
  std::ranges::sort(found);
  return found;
}

bool pending(const std::optional<Question>& question) {
  return question.has_value();
}

}  // namespace

Session::Session(history::History& history, std::vector<Task> tasks, Grader grader, Clock clock,
                 SessionOptions options)
    : history_(history),
      queue_(std::make_move_iterator(tasks.begin()), std::make_move_iterator(tasks.end())),
      grader_(std::move(grader)),
      clock_(std::move(clock)),
      options_(std::move(options)),
      timing_(clock_().time, options_.time, limits_of(options_.sections)) {
  id_ = history::make_uuid7(clock_().time);
  ask_next();
}

void Session::start_clock() {
  if (pending(question_)) {
    timing_.ask(clock_().time, queue_.front().section);
  }
}

bool Session::pause() {
  if (!options_.may_pause || !pending(question_)) {
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
  if (!pending(question_)) {
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
  const auto wordings = history_.wordings(history::ItemId{item.deck, item.id});
  return record(mark_answer(*question_, text, grader_, wordings), when);
}

const Result& Session::rate(memory::Rating rating) {
  if (!pending(question_) || question_->item->kind != deck::Kind::card) {
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
                     timing_.section_over(queue_.front().section, when.time);
  const history::Body body = answer_event(result, id_, options_.mode);
  const auto content = content_of(*result.item);
  result.event = history_.append(when, std::span(&body, 1), std::span(&content, 1)).front().id;

  Step step;
  step.number = question_->number;
  step.task = std::move(queue_.front());
  queue_.pop_front();
  step.answered = true;
  step.event = result.event;
  note(step, result);
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

void Session::note(Step& step, const Result& result) {
  step.score = result.score;
  step.seconds = result.seconds;
  step.points = {};
  for (const auto& outcome : result.points) {
    ++step.points.at(static_cast<std::size_t>(outcome.verdict));
  }
  ask_again(step, result);
}

void Session::ask_again(Step& step, const Result& result) {
  const auto& task = step.task;
  if (options_.follow_up && task.why != Why::follow_up) {
    auto cue = follow_up_to(result);
    auto asked = cue ? points_now(*result.item, std::move(cue->asked), *task.item)
                     : std::vector<std::size_t>();
    if (!asked.empty()) {
      step.comes_back = true;
      queue_.push_front({task.item, std::move(asked), Why::follow_up, task.repeats + 1,
                         task.section, std::move(cue->prompt)});
      return;
    }
  }
  step.comes_back = is_repeated(task, result);
  if (step.comes_back) {
    auto again = points_now(*result.item, points_to_repeat(result), *task.item);
    put_off({task.item, std::move(again), Why::again, task.repeats + 1, task.section},
            task.repeats);
  }
}

bool Session::is_repeated(const Task& task, const Result& result) const {
  return task.repeats < options_.repeats &&
         !points_now(*result.item, points_to_repeat(result), *task.item).empty();
}

void Session::put_off(Task task, int times_before) {
  const auto place = std::min(gap_before(times_before), queue_.size());
  queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(place), std::move(task));
}

void Session::drop_repeat(const Step& step) {
  if (!step.comes_back && !step.read) {
    return;
  }
  const auto repeats = step.task.repeats + (step.read ? 0 : 1);
  const auto repeat = std::find_if(queue_.begin(), queue_.end(), [&](const Task& task) {
    const bool made = step.read ? task.why == step.task.why : !is_first(task.why);
    return task.item == step.task.item && made && task.repeats == repeats;
  });
  if (repeat != queue_.end()) {
    queue_.erase(repeat);
  }
}

const Result& Session::overrule(std::size_t outcome, grading::Verdict verdict) {
  if (!options_.feedback || !last_ || outcome >= last_->points.size()) {
    throw std::invalid_argument("there is no such point in the last answer");
  }
  auto result = *last_;
  const bool easy = std::ranges::any_of(result.points, [](const PointOutcome& point) {
    return point.rating == memory::Rating::easy;
  });
  result.points[outcome].verdict = verdict;
  settle(result, easy);
  result.points[outcome].taught = wording_taught(result, outcome);
  const auto wordings = wordings_taught(result);
  return amend(std::move(result), wordings);
}

const Result& Session::call_easy() {
  if (!options_.feedback || !last_) {
    throw std::logic_error("there is no answer to call easy");
  }
  auto result = *last_;
  settle(result, true);
  const auto wordings = wordings_taught(result);
  return amend(std::move(result), wordings);
}

const Result& Session::amend(Result result, std::span<const history::Wording> wordings) {
  result.event =
      history_.amend(clock_(), result.event, answer_event(result, id_, options_.mode), wordings).id;
  auto& step =
      *std::find_if(steps_.rbegin(), steps_.rend(), [](const Step& s) { return s.answered; });
  step.event = result.event;
  const auto stood = queue_.empty() ? std::nullopt : std::optional(queue_.front());
  drop_repeat(step);
  note(step, result);
  result.comes_back = step.comes_back;
  last_ = std::move(result);
  // The question that stands stays, unless it was a repeat that is gone or asks something else now.
  if (queue_.empty() || !stood || !asks_the_same(queue_.front(), *stood)) {
    ask_next();
  } else if (pending(question_)) {
    number(*question_);
  }
  look_ahead(*last_);
  return *last_;
}

std::optional<std::string> Session::hint() {
  if (!pending(question_) || !question_->more_hints) {
    return std::nullopt;
  }
  const auto& hints = question_->item->hints;
  const auto next = question_->hints.size();
  question_->hints.push_back(hints.at(next));
  question_->more_hints = next + 1 < hints.size();
  return hints[next];
}

void Session::read_first() {
  if (!pending(question_) || !options_.feedback) {
    return;
  }
  Step step;
  step.read = true;
  step.number = question_->number;
  step.task = std::move(queue_.front());
  queue_.pop_front();
  put_off(step.task, 0);
  steps_.push_back(std::move(step));
  ask_next();
}

void Session::skip() {
  leave_out(std::nullopt);
}

void Session::bury() {
  if (pending(question_)) {
    const auto& item = *question_->item;
    leave_out(history::Bury{{item.deck, item.id}, clock_().day + std::chrono::days{1}});
  }
}

void Session::suspend() {
  if (pending(question_)) {
    const auto& item = *question_->item;
    leave_out(history::Suspension{{item.deck, item.id}, "", true});
  }
}

void Session::leave_out(std::optional<history::Body> body) {
  if (!pending(question_)) {
    return;
  }
  Step step;
  if (body) {
    step.event = history_.append(clock_(), *body).id;
  }
  step.number = question_->number;
  step.task = std::move(queue_.front());
  queue_.pop_front();
  steps_.push_back(std::move(step));
  ask_next();
}

void Session::quit() {
  question_.reset();
}

Summary Session::summary() const {
  Summary summary;
  summary.mode = options_.mode;
  summary.left = tasks_left() + dropped_.size();
  const auto again = [](const Task& task) { return !is_first(task.why); };
  summary.again = static_cast<std::size_t>(std::ranges::count_if(queue_, again) +
                                           std::ranges::count_if(dropped_, again));
  summary.time_over = !dropped_.empty() || (tasks_left() > 0 && timing_.over(clock_().time));
  std::set<const deck::Item*> items;
  std::size_t first_answers = 0;
  for (const auto& step : steps_) {
    if (!step.answered) {
      summary.skipped += step.read ? 0 : 1;
      continue;
    }
    ++summary.answers;
    summary.seconds += step.seconds;
    items.insert(step.task.item);
    if (!is_first(step.task.why)) {
      continue;
    }
    ++first_answers;
    summary.score += step.score;
    for (std::size_t verdict = 0; verdict < step.points.size(); ++verdict) {
      summary.points.at(verdict) += step.points.at(verdict);
    }
  }
  summary.items = items.size();
  summary.score = first_answers > 0 ? summary.score / static_cast<double>(first_answers) : 0.0;
  return summary;
}

std::vector<Answered> Session::answered() const {
  std::vector<Answered> answered;
  for (const auto& step : steps_) {
    if (step.answered) {
      answered.push_back({*step.event, step.task.item, step.task.why, step.task.section});
    }
  }
  return answered;
}

std::vector<Task> Session::unanswered() const {
  std::vector<Task> tasks;
  for (const auto& step : steps_) {
    if (!step.answered && !step.read) {
      tasks.push_back(step.task);
    }
  }
  tasks.insert(tasks.end(), dropped_.begin(), dropped_.end());
  tasks.insert(tasks.end(), queue_.begin(), queue_.end());
  for (auto later = options_.later; later && later->left() > 0;) {
    const auto page = later->next();
    tasks.insert(tasks.end(), page.begin(), page.end());
  }
  std::erase_if(tasks, [](const Task& task) { return !is_first(task.why); });
  return tasks;
}

bool Session::repeats_what_was_just_shown() const {
  return !steps_.empty() && steps_.back().task.item == question_->item &&
         (question_->why == Why::again || steps_.back().read);
}

void Session::drop_what_is_out_of_time(memory::Instant now) {
  while (!queue_.empty() && timing_.section_over(queue_.front().section, now)) {
    dropped_.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
}

void Session::ask_next() {
  question_.reset();
  const auto now = clock_().time;
  timing_.resume(now);
  fill_queue();
  drop_what_is_out_of_time(now);
  if (queue_.empty() || timing_.over(now)) {
    return;
  }
  question_ = question_for(queue_.front());
  timing_.ask(now, queue_.front().section);
}

void Session::fill_queue() {
  while (queue_.size() < kShortestQueue && options_.later && options_.later->left() > 0) {
    auto page = options_.later->next();
    queue_.insert(queue_.end(), std::make_move_iterator(page.begin()),
                  std::make_move_iterator(page.end()));
  }
}

}  // namespace pith::session
