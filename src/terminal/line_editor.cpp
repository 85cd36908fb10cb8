#include "terminal/line_editor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "terminal/answer_reading.h"
#include "terminal/terminfo.h"
#include "text/display.h"
#include "text/utf8.h"

namespace pith::terminal {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::optional<milliseconds> left_of(std::optional<milliseconds> limit, Clock::time_point begin) {
  if (!limit) {
    return std::nullopt;
  }
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(begin + *limit - Clock::now()));
}

/// With an input method on, letters and digits come full-width.
Key half_width(Key key) {
  std::size_t at = 0;
  const char32_t c = key.code == KeyCode::character && !key.text.empty()
                         ? text::next_code_point(key.text, at)
                         : U'\0';
  if (c >= 0xFF01 && c <= 0xFF5E) {
    key.text = static_cast<char>(c - 0xFEE0);
  }
  return key;
}

/// How an event other than a resize ends the waiting for a key or a line.
std::optional<Outcome> outcome_of(TtyEvent::Kind event) {
  switch (event) {
    case TtyEvent::Kind::interrupt:
      return Outcome::interrupted;
    case TtyEvent::Kind::terminate:
      return Outcome::terminated;
    case TtyEvent::Kind::hangup:
      return Outcome::hangup;
    case TtyEvent::Kind::end_of_input:
      return Outcome::end_of_input;
    case TtyEvent::Kind::timeout:
      return Outcome::time_up;
    case TtyEvent::Kind::bytes:
    case TtyEvent::Kind::resized:
    case TtyEvent::Kind::resumed:
    case TtyEvent::Kind::suspend:
      break;
  }
  return std::nullopt;
}

/// The key that a line stands for where keys are typed with Enter.
std::optional<Key> key_of_line(std::string_view line) {
  if (line.empty()) {
    return Key{KeyCode::enter, {}};
  }
  const auto one = text::count_code_points(line) == 1;
  return one ? std::optional(half_width(plain(std::string(line)))) : std::nullopt;
}

bool holds(const std::vector<Key>& keys, const Key& key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

LineEditor::LineEditor(Tty& tty, const Style& style, Options options)
    : tty_(tty),
      style_(style),
      options_(std::move(options)),
      input_(tty, tty.mode() == Tty::Mode::raw ? terminfo_keys(options_.term) : KeyMap()) {}

Answer LineEditor::read_answer(const AnswerRequest& request) {
  if (tty_.mode() == Tty::Mode::lines) {
    return read_line(request);
  }
  return AnswerReading({tty_, input_, style_, options_, kills_, recall_}, request).run();
}

Answer LineEditor::read_key(const KeyRequest& request) {
  if (tty_.mode() == Tty::Mode::lines) {
    return read_key_by_line(request);
  }
  const auto begin = Clock::now();
  Renderer renderer(style_, options_.capabilities.reflows);
  const auto end_by = [&](Outcome outcome, Key key) {
    tty_.write(renderer.erase());
    return Answer{outcome, {}, std::move(key)};
  };
  for (;;) {
    const auto size = tty_.size();
    tty_.write(renderer.draw(lay_out({request.line, "", 0, "", Role::dim}, size.columns), size));
    const auto happening = input_.next(left_of(request.time_limit, begin));
    if (const auto* const typed = std::get_if<Key>(&happening)) {
      auto key = half_width(*typed);
      if (key == ctrl("c")) {
        return end_by(Outcome::interrupted, {});
      }
      if (holds(request.keys, key) ||
          (request.keys.empty() && key != ctrl("d") && key != ctrl("z"))) {
        return end_by(Outcome::key, std::move(key));
      }
      if (key == ctrl("d")) {
        return end_by(Outcome::end_of_input, {});
      }
      if (key == ctrl("z")) {
        tty_.write(renderer.erase());
        tty_.suspend();
      }
    } else if (const auto* const event = std::get_if<TtyEvent::Kind>(&happening)) {
      if (const auto outcome = outcome_of(*event)) {
        return end_by(*outcome, {});
      }
      if (*event == TtyEvent::Kind::resumed) {
        renderer.forget();
      } else {
        tty_.write(renderer.resized(tty_.size()));
      }
      if (*event == TtyEvent::Kind::suspend) {
        tty_.suspend();
      }
    }
  }
}

Answer LineEditor::wait_for_line(std::optional<milliseconds> limit) {
  const auto begin = Clock::now();
  for (;;) {
    const auto end = typed_ahead_.find('\n');
    if (end != std::string::npos) {
      EditBuffer line(kills_);
      line.assign(std::string_view(typed_ahead_).substr(0, end));
      typed_ahead_.erase(0, end + 1);
      return {Outcome::submitted, line.text(), {}};
    }
    const auto event = tty_.wait(left_of(limit, begin));
    if (event.kind == TtyEvent::Kind::bytes) {
      typed_ahead_ += event.bytes;
    } else if (event.kind == TtyEvent::Kind::suspend) {
      tty_.suspend();
    } else if (const auto outcome = outcome_of(event.kind)) {
      tty_.write("\n");
      return {*outcome, {}, {}};
    }
  }
}

Answer LineEditor::read_line(const AnswerRequest& request) {
  tty_.write(text::sanitise(request.prompt));
  auto answer = wait_for_line(request.time_limit);
  if (answer.outcome != Outcome::submitted) {
    answer.text = request.initial;
    return answer;
  }
  const auto key = key_of_line(answer.text);
  if (key && (holds(request.keys, *key) || holds(request.keys_if_empty, *key))) {
    return {Outcome::key, request.initial, *key};
  }
  recall_.add(answer.text);
  return answer;
}

Answer LineEditor::read_key_by_line(const KeyRequest& request) {
  for (;;) {
    tty_.write(text::sanitise(request.line) + " ");
    const auto line = wait_for_line(request.time_limit);
    if (line.outcome != Outcome::submitted) {
      return line;
    }
    const auto key = key_of_line(line.text);
    if (key && (request.keys.empty() || holds(request.keys, *key))) {
      return {Outcome::key, {}, *key};
    }
  }
}

}  // namespace pith::terminal
