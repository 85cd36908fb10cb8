#include "terminal/line_editor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "terminal/answer_reading.h"
#include "terminal/external_editor.h"
#include "terminal/key_reading.h"
#include "terminal/terminfo.h"
#include "text/display.h"
#include "text/utf8.h"

namespace pith::terminal {
namespace {

/// The key that a line stands for where keys are typed with Enter.
std::optional<Key> key_of_line(std::string_view line) {
  if (line.empty()) {
    return Key{KeyCode::enter, {}};
  }
  const auto one = text::count_code_points(line) == 1;
  return one ? std::optional(half_width(plain(std::string(line)))) : std::nullopt;
}

/// A draft and what was typed after it and not sent.
std::string joined(const std::string& draft, const std::string& typed) {
  return draft + (draft.empty() || typed.empty() ? "" : "\n") + typed;
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
  auto answer = KeyReading(tty_, input_, style_, options_.capabilities.reflows, request).run();
  answer.text = as_answer(answer.text);
  return answer;
}

std::optional<Answer> LineEditor::typed_ahead(const std::vector<Key>& keys) {
  if (tty_.mode() == Tty::Mode::lines) {
    return std::nullopt;  // the terminal echoed it where it was typed
  }
  return KeyReading(tty_, input_, style_, options_.capabilities.reflows, {.line = {}, .keys = keys})
      .typed_ahead();
}

std::string LineEditor::open_file(const std::string& file, std::size_t line) {
  if (options_.editor_command.empty()) {
    return options_.no_editor_text;
  }
  return open_in_editor(tty_, options_.editor_command, file, line) ? ""
                                                                   : options_.editor_failed_text;
}

std::string LineEditor::as_answer(std::string_view text) {
  EditBuffer answer(kills_);
  answer.assign(text);
  return answer.text();
}

std::string LineEditor::take(std::size_t bytes) {
  auto taken = as_answer(std::string_view(typed_ahead_).substr(0, bytes));
  typed_ahead_.erase(0, bytes);
  return taken;
}

Answer LineEditor::wait_for_line() {
  for (;;) {
    const auto end = typed_ahead_.find('\n');
    if (end != std::string::npos) {
      auto line = take(end);
      typed_ahead_.erase(0, 1);
      return {Outcome::submitted, std::move(line), {}};
    }
    const auto event = tty_.wait({});
    if (event.kind == TtyEvent::Kind::bytes) {
      typed_ahead_ += event.bytes;
    } else if (event.kind == TtyEvent::Kind::suspend) {
      tty_.suspend();
    } else if (const auto outcome = outcome_of(event.kind)) {
      tty_.write("\n");
      return {*outcome, take(typed_ahead_.size()), {}};
    }
  }
}

Answer LineEditor::read_line(const AnswerRequest& request) {
  show_draft(request);
  tty_.write(text::sanitise(request.prompt));
  auto answer = wait_for_line();
  if (answer.outcome != Outcome::submitted) {
    answer.text = joined(request.initial, answer.text);
    return answer;
  }
  const auto key = key_of_line(answer.text);
  if (key && (holds(request.keys, *key) || holds(request.keys_if_empty, *key))) {
    return {Outcome::key, request.initial, *key};
  }
  if (answer.text.empty()) {
    answer.text = request.initial;
  }
  recall_.add(answer.text);
  return answer;
}

void LineEditor::show_draft(const AnswerRequest& request) {
  if (request.initial.empty()) {
    return;
  }
  for (const auto& paragraph : {request.prompt + request.initial, options_.draft_text}) {
    for (const auto& line : text::wrap(text::sanitise(paragraph), tty_.size().columns - 1)) {
      tty_.write(line + "\n");
    }
  }
}

Answer LineEditor::read_key_by_line(const KeyRequest& request) {
  for (;;) {
    const auto lines = text::wrap(text::sanitise(request.whole_line()), tty_.size().columns - 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      tty_.write(lines[i] + (i + 1 < lines.size() ? "\n" : " "));
    }
    auto line = wait_for_line();
    if (line.outcome != Outcome::submitted) {
      return line;
    }
    const auto key = key_of_line(line.text);
    if (key && (request.keys.empty() || holds(request.keys, *key))) {
      return {Outcome::key, {}, *key};
    }
    if ((request.typing || request.words || request.others) && !line.text.empty()) {
      return line;
    }
  }
}

}  // namespace pith::terminal
