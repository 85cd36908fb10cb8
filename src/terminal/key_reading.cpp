#include "terminal/key_reading.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "text/utf8.h"

namespace pith::terminal {
namespace {

/// Within which somebody who types a text presses the next key; a command is given that much later.
constexpr std::chrono::milliseconds kTyping{250};

/// The same of somebody who looks for each letter: after it a word that was begun is over.
constexpr std::chrono::milliseconds kWordPause{1000};

bool is_text(const Key& key) {
  return key.code == KeyCode::character && !key.ctrl && !key.alt;
}

bool is_letter(const Key& key) {
  const auto c = key.text.empty() ? '\0' : key.text.front();
  return is_text(key) && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0);
}

}  // namespace

using std::chrono::milliseconds;

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

KeyReading::KeyReading(Tty& tty, InputReader& input, const Style& style, bool reflows,
                       const KeyRequest& request)
    : tty_(tty), input_(input), request_(request), renderer_(style, reflows) {}

Answer KeyReading::run() {
  for (;;) {
    show(request_.whole_line());
    const bool ticks = request_.status || request_.is_over;
    const auto happening = input_.next(ticks ? std::optional(kTick) : std::nullopt);
    if (happening == Happening(TtyEvent::Kind::timeout) &&
        !(request_.is_over && request_.is_over())) {
      continue;
    }
    auto answer = std::visit([&](const auto& what) { return handle(what); }, happening);
    if (answer) {
      tty_.write(renderer_.erase());
      return *std::move(answer);
    }
  }
}

void KeyReading::show(std::string_view words) {
  const auto size = tty_.size();
  tty_.write(renderer_.draw(lay_out_words(words, Role::dim, size.columns), size));
}

std::optional<Answer> KeyReading::typed_ahead() {
  for (;;) {
    const auto happening = input_.next(milliseconds(0));
    if (happening == Happening(TtyEvent::Kind::timeout)) {
      return std::nullopt;
    }
    auto answer = std::visit([&](const auto& what) { return handle(what); }, happening);
    if (answer) {
      return answer;
    }
  }
}

std::optional<Answer> KeyReading::handle(const Key& typed) {
  auto key = half_width(typed);
  if (key == ctrl("c")) {
    return Answer{Outcome::interrupted, {}, {}};
  }
  if (std::ranges::find(request_.keys, key) != request_.keys.end()) {
    if (request_.enter_once && key == kEnter && is_held(key)) {
      return std::nullopt;
    }
    if (auto text = text_begun_with(typed)) {
      return Answer{Outcome::submitted, *std::move(text), {}};
    }
    return Answer{Outcome::key, {}, std::move(key)};
  }
  if (key == ctrl("d")) {
    return Answer{Outcome::end_of_input, {}, {}};
  }
  if ((request_.typing || request_.others) && is_text(typed)) {
    return Answer{Outcome::submitted, typed.text, {}};
  }
  if (request_.words && is_letter(typed)) {
    return Answer{Outcome::submitted, word_begun_with(typed.text), {}};
  }
  if (key == ctrl("z")) {
    suspend();
  } else if (key == ctrl("l") && request_.on_resume) {
    draw_anew();
  } else if (request_.keys.empty()) {
    return Answer{Outcome::key, {}, std::move(key)};
  }
  return std::nullopt;
}

std::optional<std::string> KeyReading::text_begun_with(const Key& key) {
  if (request_.typing ? !is_text(key) : !request_.words || !is_letter(key)) {
    return std::nullopt;
  }
  if (request_.words) {
    show(key.text);
  }
  auto next = input_.next(request_.words ? kWordPause : kTyping);
  if (next == Happening(TtyEvent::Kind::timeout)) {
    return std::nullopt;
  }
  const auto* follows = std::get_if<Key>(&next);
  if (follows != nullptr && is_text(*follows) && *follows != key) {
    auto text = key.text + follows->text;
    return request_.words ? word_begun_with(std::move(text)) : std::move(text);
  }
  input_.put_back(std::move(next));
  return std::nullopt;
}

std::string KeyReading::word_begun_with(std::string text) {
  for (;;) {
    show(text);
    auto next = input_.next(kWordPause);
    const auto* key = std::get_if<Key>(&next);
    if (key == nullptr || !is_text(*key)) {
      if (next != Happening(TtyEvent::Kind::timeout)) {
        input_.put_back(std::move(next));
      }
      return text;
    }
    text += key->text;
  }
}

bool KeyReading::is_held(const Key& key) {
  for (bool held = false;; held = true) {
    auto next = input_.next(kTyping);
    if (next == Happening(key)) {
      continue;
    }
    if (next != Happening(TtyEvent::Kind::timeout)) {
      input_.put_back(std::move(next));
    }
    return held;
  }
}

std::optional<Answer> KeyReading::handle(const Paste& paste) const {
  return request_.typing || request_.words
             ? std::optional(Answer{Outcome::submitted, paste.text, {}})
             : std::nullopt;
}

std::optional<Answer> KeyReading::handle(TtyEvent::Kind event) {
  if (const auto outcome = outcome_of(event)) {
    return Answer{*outcome, {}, {}};
  }
  if (event == TtyEvent::Kind::resized) {
    tty_.write(renderer_.resized(tty_.size()));
  } else if (event == TtyEvent::Kind::resumed) {
    resume();
  } else if (event == TtyEvent::Kind::suspend) {
    suspend();
  }
  return std::nullopt;
}

void KeyReading::suspend() {
  tty_.write(renderer_.erase());
  tty_.suspend();
  resume();
}

void KeyReading::draw_anew() {
  tty_.write(renderer_.erase());
  tty_.write(kClearScreen);
  resume();
}

void KeyReading::resume() {
  renderer_.forget();
  if (request_.on_resume) {
    request_.on_resume();
  }
}

}  // namespace pith::terminal
