// What undo takes back, and what is asked again then.
#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "history/present_names.h"
#include "session/engine.h"

namespace pith::session {
namespace {

/// Whether no other session takes back what was answered in this mode. Of a scripted practice the
/// log does not know whether it gave feedback.
bool stands_as_given(history::Mode mode) {
  return mode == history::Mode::exam || mode == history::Mode::run;
}

bool is_of(std::span<const Step> steps, const history::Uuid& event) {
  return std::ranges::any_of(steps, [&](const Step& step) { return step.event == event; });
}

/// Takes back the session's latest answer, which is that of its last step or what it was corrected
/// to elsewhere. If it is that of a step before, the last one's was taken back elsewhere.
std::optional<history::LoggedAnswer> take_back(history::History& history, const history::When& when,
                                               const history::Uuid& session,
                                               std::span<const Step> before) {
  std::optional<history::LoggedAnswer> undone;
  history.at_once([&] {
    const auto latest = history.latest_answer(session);
    if (latest && !is_of(before, latest->stamp.id)) {
      undone = history.undo(when, session);
    }
  });
  return undone;
}

}  // namespace

/// Whether something of the section would be asked if it came next.
bool Session::has_time_for(std::size_t section) const {
  const auto now = clock_().time;
  return !timing_.over(now) && !timing_.section_over(section, now);
}

bool Session::undo() {
  if (!options_.feedback || !has_time_for(steps_.empty() ? 0 : steps_.back().task.section)) {
    return false;
  }
  if (steps_.empty()) {
    return undo_before_session();
  }
  const auto& step = steps_.back();
  undone_.clear();
  std::optional<history::LoggedAnswer> undone;
  if (step.answered) {
    undone = take_back(history_, clock_(), id_, std::span(steps_).first(steps_.size() - 1));
  } else if (step.event) {
    history_.append(clock_(), history::Retraction{*step.event});
  }
  last_.reset();
  drop_repeat(step);
  just_read_ = step.read || step.just_read;
  agenda_.put_first(step.task);
  steps_.pop_back();
  ask_next();
  if (undone) {
    bring_back(*undone);
  }
  return true;
}

/// The question is again where it was when the answer was given: what it said, the hints seen.
void Session::bring_back(const history::LoggedAnswer& undone) {
  undone_ = undone.answer.text;
  const auto& hints = question_->item->hints;
  const auto seen = std::min(hints.size(), static_cast<std::size_t>(undone.answer.hints));
  question_->hints.assign(hints.begin(), hints.begin() + static_cast<std::ptrdiff_t>(seen));
  question_->more_hints = options_.hints && seen < hints.size();
}

bool Session::undo_before_session() {
  std::optional<history::LoggedAnswer> undone;
  history_.at_once([&] {
    const auto last = history_.latest_answer();
    if (last && !stands_as_given(last->answer.mode) && !came_meanwhile(*last)) {
      undone = history_.undo(clock_());
    }
  });
  if (!undone) {
    return false;
  }
  just_read_ = false;
  const auto* item = options_.find_item ? options_.find_item(undone->item) : nullptr;
  if (item != nullptr) {
    agenda_.put_first(*item, points_to_ask_again(*undone, *item));
  }
  ask_next();
  undone_.clear();
  if (item != nullptr && question_ && question_->item == item) {
    bring_back(*undone);
  }
  return true;
}

/// Whether another session wrote the answer since this one began.
bool Session::came_meanwhile(const history::LoggedAnswer& answer) const {
  bool came = false;
  history_.for_each_own_event(last_before_, [&](const history::Event& event) {
    came = came || event.stamp.id == answer.stamp.id;
  });
  return came;
}

/// Indices of the points that were asked for the answer and may still be asked.
std::vector<std::size_t> Session::points_to_ask_again(const history::LoggedAnswer& undone,
                                                      const deck::Item& item) const {
  const auto candidate = candidate_for(history_, item, options_.wishes);
  if (candidate.suspended) {
    return {};
  }
  std::set<std::string> ids;
  for (const auto& point : history::with_present_points(history_, undone).answer.points) {
    ids.insert(point.id);
  }
  auto again = candidate.active_points();
  std::erase_if(again, [&](std::size_t point) { return !ids.contains(item.points.at(point).id); });
  return again;
}

}  // namespace pith::session
