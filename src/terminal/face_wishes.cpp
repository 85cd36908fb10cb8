// Face: what the learner wishes by one key, instead of an answer.
#include <string>
#include <utility>

#include "terminal/face.h"

namespace pith::terminal {

bool Face::perform(const Chosen& chosen) {
  switch (chosen.action) {
    case Action::reveal:
      return turn_over();
    case Action::send:
      return send();
    case Action::give_up:
      remember_begun();
      if (!records("")) {
        return false;
      }
      show_taken();
      return true;
    case Action::read_first:
      read_first();
      return true;
    case Action::skip:
    case Action::bury:
    case Action::suspend:
      return leave_out(chosen.action);
    case Action::undo:
      return undo();
    case Action::edit:
      goes_on_ = edit_item(*session_.question()->item);
      return goes_on_;
    case Action::mark:
      toggle_mark(*session_.question()->item);
      return false;
    case Action::pause:
      pause();
      return ending_.has_value();
    case Action::quit:
      ending_ = Ending::over;
      return true;
    case Action::hint:
      give_hint();
      return false;
    case Action::help:
      view_.say(help_of(options_.may, tr_));
      return false;
    default:
      return false;
  }
}

bool Face::send() {
  const auto text = draft_;
  if (points_out_slip() || !records(text)) {
    return false;
  }
  editor_.recall().add(text);
  view_.show_answer(text);
  show_taken();
  return true;
}

bool Face::leave_out(Action how) {
  const auto& item = *session_.question()->item;
  set_aside();
  std::string said;
  const bool taken = takes([&] {
    if (how == Action::skip) {
      session_.skip();
      said = tr_("skipped");
    } else if (how == Action::bury) {
      session_.bury();
      said = tr_("not before tomorrow");
    } else {
      session_.suspend();
      said = tr_.format("suspended; pith suspend --off {} ends that", deck::full_id(item));
    }
  });
  if (taken) {
    draft_.clear();
    view_.say(said);
  }
  return taken;
}

void Face::read_first() {
  remember_begun();
  drop_draft(*session_.question()->item);
  show_solution();
  session_.read_first();
  static_cast<void>(choose(
      {{Action::next, {{KeyCode::enter, {}}, plain(" ")}, tr_("Enter go on; it is asked soon")}}));
}

void Face::give_hint() {
  const auto hint = options_.may.hints ? session_.hint() : std::nullopt;
  const bool had_some = !asked_->hints.empty();
  if (hint) {
    asked_->hints.push_back(*hint);
    view_.show_hint(*hint);
  } else {
    view_.say(tr_(had_some ? "no more hints" : "no hint"));
  }
}

bool Face::undo() {
  keep_draft();
  bool done = false;
  if (!takes([&] { done = options_.may.undo && session_.undo(); })) {
    return false;
  }
  if (!done) {
    view_.say(tr_("nothing to undo"));
    return true;
  }
  const auto& question = session_.question();
  draft_.clear();
  if (question && question->item->kind != deck::Kind::card) {
    const auto& said = session_.undone();
    draft_ = session::in_shown_letters(
        *question, said.empty() ? begun_[deck::full_id(*question->item)] : said);
  }
  view_.say(draft_.empty() ? tr_("undone") : tr_("undone; Esc, then u undoes more"));
  return true;
}

void Face::pause() {
  if (!stop_clocks()) {
    return;
  }
  bool came_back = false;
  auto above = std::exchange(above_, [&] { came_back = true; });  // not to be seen while paused
  static_cast<void>(
      choose({{Action::next, {{KeyCode::enter, {}}, plain(" ")}, tr_("paused: Enter go on")}}));
  start_clocks();
  above_ = std::move(above);
  if (came_back && !ending_) {
    above_();
  }
}

bool Face::stop_clocks() {
  if (session_.paused() || !session_.pause()) {
    return false;
  }
  stopped_at_ = Clock::now();
  return true;
}

void Face::start_clocks() {
  session_.resume();
  asked_at_ += Clock::now() - stopped_at_;
}

}  // namespace pith::terminal
