#include "terminal/answer_reading.h"

#include <algorithm>
#include <variant>

#include "terminal/dictation.h"
#include "terminal/edit_keys.h"
#include "terminal/external_editor.h"
#include "terminal/key_reading.h"
#include "text/line_joins.h"

namespace pith::terminal {

AnswerReading::AnswerReading(Tools tools, const AnswerRequest& request)
    : tools_(tools),
      request_(request),
      buffer_(tools.kills),
      renderer_(tools.style, tools.options.capabilities.reflows) {
  if (!request.initial.empty()) {
    buffer_.assign(request.initial);
  }
  tools_.recall.rewind();
}

Answer AnswerReading::run() {
  draw();
  for (;;) {
    const auto happening = tools_.input.next(patience());
    const auto end = std::visit([&](const auto& what) { return handle(what); }, happening);
    if (end) {
      return finish(*end);
    }
    draw();
  }
}

AnswerReading::Milliseconds AnswerReading::elapsed() const {
  return std::chrono::duration_cast<Milliseconds>(Clock::now() - begin_);
}

std::optional<AnswerReading::Milliseconds> AnswerReading::patience() const {
  const auto now = Clock::now();
  std::optional<Milliseconds> least;
  const auto until = [&](Clock::time_point then) {
    const auto left = std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(then - now));
    least = std::min(least.value_or(left), left);
  };
  if (idle_at_) {
    until(*idle_at_);
  }
  if (request_.status || request_.is_over) {
    until(begin_ + (elapsed() / kTick + 1) * kTick);
  }
  return least;
}

std::optional<Outcome> AnswerReading::handle(TtyEvent::Kind event) {
  switch (event) {
    case TtyEvent::Kind::end_of_input:
      return Outcome::hangup;  // Ctrl-D is a key here
    case TtyEvent::Kind::interrupt:
    case TtyEvent::Kind::terminate:
    case TtyEvent::Kind::hangup:
      return outcome_of(event);
    case TtyEvent::Kind::resized:
      tools_.tty.write(renderer_.resized(tools_.tty.size()));
      break;
    case TtyEvent::Kind::resumed:
      resume();
      break;
    case TtyEvent::Kind::suspend:
      suspend();
      break;
    case TtyEvent::Kind::timeout:
      if (request_.is_over && request_.is_over()) {
        return Outcome::time_up;
      }
      tick();
      break;
    case TtyEvent::Kind::bytes:
      break;
  }
  return std::nullopt;
}

void AnswerReading::tick() {
  if (idle_at_ && Clock::now() >= *idle_at_) {
    idle_at_.reset();
    request_.on_idle(buffer_.text());
  }
}

std::optional<Outcome> AnswerReading::handle(const Paste& paste) {
  notice_.clear();
  goal_column_.reset();
  if (!buffer_.insert_what_fits(paste.text)) {
    tools_.tty.write("\a");
    notice_ = tools_.options.cut_text;
  }
  await_pause();
  return std::nullopt;
}

std::optional<Outcome> AnswerReading::handle_ending_key(const Key& key) {
  const bool empty = buffer_.text().empty();
  if (holds(request_.keys, key) || (empty && holds(request_.keys_if_empty, key))) {
    last_key_ = key;
    return Outcome::key;
  }
  if (key == Key{KeyCode::enter, {}}) {
    return Outcome::submitted;
  }
  if (key == ctrl("c")) {
    return Outcome::interrupted;
  }
  if (key == ctrl("d") && empty) {
    return Outcome::end_of_input;
  }
  return std::nullopt;
}

bool AnswerReading::handle_after_ctrl_x(const Key& key) {
  if (key == ctrl("e")) {
    open_editor();
  } else if (key == ctrl("v")) {
    take_dictation();
  } else {
    return false;
  }
  return true;
}

std::optional<Outcome> AnswerReading::handle(const Key& key) {
  notice_.clear();
  if (std::exchange(after_ctrl_x_, false) && handle_after_ctrl_x(key)) {
    return std::nullopt;
  }
  if (const auto end = handle_ending_key(key)) {
    return end;
  }
  const bool up = key == Key{KeyCode::up, {}} || key == ctrl("p");
  const bool down = key == Key{KeyCode::down, {}} || key == ctrl("n");
  if (up || down) {
    move_vertically(down);
    return std::nullopt;
  }
  goal_column_.reset();
  if (key == ctrl("x")) {
    after_ctrl_x_ = true;
  } else if (key == ctrl("z")) {
    suspend();
  } else if (key == ctrl("l")) {
    draw_anew();
  } else {
    edit(key);
  }
  return std::nullopt;
}

void AnswerReading::edit(const Key& key) {
  if (const auto action = edit_action(key)) {
    (buffer_.*action)();
    await_pause();
  } else if (breaks_line(key)) {
    insert("\n");
  } else if (key.code == KeyCode::character && !key.ctrl && !key.alt) {
    insert(key.text);
  }
}

void AnswerReading::insert(std::string_view text) {
  if (!buffer_.insert(text)) {
    tools_.tty.write("\a");
  }
  await_pause();
}

void AnswerReading::await_pause() {
  if (request_.on_idle) {
    idle_at_ = Clock::now() + request_.idle_after;
  }
}

void AnswerReading::move_vertically(bool down) {
  const auto now = layout(false);
  auto to = now.caret;
  to.column = goal_column_.value_or(to.column);
  goal_column_ = to.column;
  const bool at_edge = down ? to.row == now.stops.back().position.row : to.row == 0;
  if (!at_edge) {
    to.row = down ? to.row + 1 : to.row - 1;
    buffer_.move_to(offset_at(now, to));
  } else if (const auto other =
                 down ? tools_.recall.later() : tools_.recall.earlier(buffer_.text())) {
    buffer_.assign(*other);
    goal_column_.reset();
  }
}

void AnswerReading::open_editor() {
  const auto& options = tools_.options;
  tools_.tty.write(renderer_.erase());
  const auto edited =
      edit_externally(tools_.tty, options.editor_command, buffer_.text(), options.temp_dir);
  if (edited) {
    notice_ = buffer_.assign(*edited) ? "" : options.edit_cut_text;
    await_pause();
  } else {
    notice_ = options.editor_command.empty() ? options.no_editor_text : options.editor_failed_text;
  }
}

void AnswerReading::take_dictation() {
  const auto& options = tools_.options;
  if (options.dictation_command.empty()) {
    notice_ = options.no_dictation_text;
    return;
  }
  tools_.tty.write(renderer_.finish(layout(false), tools_.tty.size()));
  tools_.tty.write(tools_.style.paint(Role::dim, options.dictating_text) + "\n");
  const auto spoken = dictate(tools_.tty, options.dictation_command, options.temp_dir);
  // What the program said stays above, wherever it left the cursor.
  tools_.tty.write("\r\n");
  resume();
  if (spoken.empty()) {
    notice_ = options.dictation_failed_text;
    return;
  }
  const auto before = buffer_.text().substr(0, buffer_.caret());
  auto joined = before;
  text::join_line(joined, spoken);
  if (!buffer_.insert_what_fits(std::string_view(joined).substr(before.size()))) {
    notice_ = options.cut_text;
  }
  await_pause();
}

void AnswerReading::suspend() {
  tools_.tty.write(renderer_.finish(layout(false), tools_.tty.size()));
  tools_.tty.suspend();
  resume();
}

void AnswerReading::draw_anew() {
  tools_.tty.write(renderer_.erase());
  if (request_.on_resume) {
    tools_.tty.write(kClearScreen);
    resume();
  }
}

void AnswerReading::resume() {
  renderer_.forget();
  if (request_.on_resume) {
    request_.on_resume();
  }
}

Layout AnswerReading::layout(bool with_status) const {
  std::string status = with_status ? notice_ : std::string();
  if (with_status && status.empty() && request_.status) {
    status = request_.status(elapsed());
  }
  return lay_out({request_.prompt, buffer_.text(), buffer_.caret(), status},
                 tools_.tty.size().columns);
}

void AnswerReading::draw() {
  tools_.tty.write(renderer_.draw(layout(true), tools_.tty.size()));
}

Answer AnswerReading::finish(Outcome outcome) {
  // What is drawn again anyway, or says nothing, does not stay in the transcript.
  const bool leaves = outcome == Outcome::key || buffer_.text().empty();
  tools_.tty.write(leaves ? renderer_.erase() : renderer_.finish(layout(false), tools_.tty.size()));
  if (outcome == Outcome::submitted) {
    tools_.recall.add(buffer_.text());
  }
  return {outcome, buffer_.text(), last_key_};
}

}  // namespace pith::terminal
