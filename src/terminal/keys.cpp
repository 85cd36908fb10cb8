#include "terminal/keys.h"

#include <algorithm>
#include <array>

#include "terminal/key_sequences.h"
#include "text/utf8.h"

namespace pith::terminal {
namespace {

constexpr char kEscapeByte = '\x1b';
constexpr std::size_t kMaxSequence = 64;
constexpr std::size_t kMaxPaste = std::size_t{1} << 20U;
constexpr std::string_view kPasteEnd = "\x1b[201~";

std::size_t utf8_length(unsigned char lead) {
  return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

Key control_key(unsigned char byte) {
  switch (byte) {
    case '\t':
      return {KeyCode::tab, {}};
    case '\r':
      return {KeyCode::enter, {}};
    case 0x08:
    case 0x7F:
      return {KeyCode::backspace, {}};
    default:
      // Ctrl-A is 1 … Ctrl-_ is 31; Ctrl-Space is 0.
      return ctrl(std::string(1, byte == 0    ? ' '
                                 : byte <= 26 ? static_cast<char>('a' + byte - 1)
                                              : static_cast<char>('@' + byte)));
  }
}

std::string with_plain_breaks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

KeyDecoder::KeyDecoder(KeyMap extra) : extra_(std::move(extra)) {}

void KeyDecoder::feed(std::string_view bytes) {
  for (const char c : bytes) {
    take(static_cast<unsigned char>(c));
  }
}

std::optional<Input> KeyDecoder::next() {
  if (ready_.empty()) {
    return std::nullopt;
  }
  auto input = std::move(ready_.front());
  ready_.pop_front();
  return input;
}

std::optional<std::chrono::milliseconds> KeyDecoder::patience() const {
  using std::chrono::milliseconds;
  switch (state_) {
    case State::ground:
      return std::nullopt;
    case State::paste:
      return milliseconds(2000);  // a slow line may pause within a paste
    case State::utf8:
    case State::escape:
    case State::sequence:
    case State::ss3:
      return milliseconds(50);
  }
  return std::nullopt;
}

void KeyDecoder::flush() {
  switch (state_) {
    case State::paste:
      emit_paste();
      break;
    case State::escape:
      emit({KeyCode::escape, {}});
      break;
    case State::sequence:
    case State::ss3:
      if (held_.size() == 2) {  // Alt with the key that usually opens a sequence
        alt_ = true;
        emit(plain(held_.substr(1)));
      }
      break;
    case State::ground:
    case State::utf8:
      break;
  }
  state_ = State::ground;
  alt_ = false;
  held_.clear();
}

void KeyDecoder::take(unsigned char byte) {
  switch (state_) {
    case State::ground:
      return take_ground(byte);
    case State::utf8:
      return take_utf8(byte);
    case State::escape:
      return take_escape(byte);
    case State::sequence:
    case State::ss3:
      return take_sequence(byte);
    case State::paste:
      return take_paste(static_cast<char>(byte));
  }
}

void KeyDecoder::take_ground(unsigned char byte) {
  state_ = State::ground;
  held_.clear();
  if (byte == kEscapeByte) {
    state_ = State::escape;
    held_ = kEscapeByte;
  } else if (byte < 0x20 || byte == 0x7F) {
    emit(control_key(byte));
  } else if (byte < 0x80) {
    emit(plain(std::string(1, static_cast<char>(byte))));
  } else if (utf8_length(byte) > 0) {
    state_ = State::utf8;
    held_ = static_cast<char>(byte);
  } else {
    alt_ = false;
  }
}

void KeyDecoder::take_utf8(unsigned char byte) {
  if ((byte & 0xC0U) != 0x80U) {
    alt_ = false;
    return take_ground(byte);
  }
  held_ += static_cast<char>(byte);
  if (held_.size() == utf8_length(static_cast<unsigned char>(held_.front()))) {
    if (!text::find_invalid_utf8(held_)) {
      emit(plain(held_));
    }
    alt_ = false;
    state_ = State::ground;
  }
}

void KeyDecoder::take_escape(unsigned char byte) {
  if (byte == kEscapeByte) {  // rxvt: Alt with a key that sends a sequence
    alt_ = true;
    return;
  }
  if (byte == '[' || byte == 'O') {
    state_ = byte == '[' ? State::sequence : State::ss3;
    held_ += static_cast<char>(byte);
    return;
  }
  const auto whole = held_ + static_cast<char>(byte);
  const auto known = std::ranges::find(extra_, whole, &KeyMap::value_type::first);
  if (known != extra_.end()) {
    state_ = State::ground;
    return emit(known->second);
  }
  alt_ = true;
  take_ground(byte);
}

void KeyDecoder::take_sequence(unsigned char byte) {
  if (byte < 0x20 || byte >= 0x7F) {  // broken off: what comes now is something else
    alt_ = false;
    return take_ground(byte);
  }
  if (held_.size() < kMaxSequence) {
    held_ += static_cast<char>(byte);
  }
  const bool console_function_key = byte == '[' && held_ == "\x1b[[";
  const bool rxvt_shift = byte == '$' && !held_.starts_with("\x1b[?");
  const bool final = state_ == State::ss3 ? byte < '0' || byte > '9' : byte >= 0x40 || rxvt_shift;
  if (final && !console_function_key) {
    end_sequence();
  }
}

void KeyDecoder::end_sequence() {
  state_ = State::ground;
  const auto sequence = std::exchange(held_, {});
  if (sequence == "\x1b[200~") {
    state_ = State::paste;
    alt_ = false;
    return;
  }
  const auto known = std::ranges::find(extra_, sequence, &KeyMap::value_type::first);
  if (const auto key =
          known != extra_.end() ? std::optional(known->second) : key_of_sequence(sequence)) {
    emit(*key);
  }
  alt_ = false;
}

void KeyDecoder::take_paste(char byte) {
  held_ += byte;
  if (held_.ends_with(kPasteEnd)) {
    held_.resize(held_.size() - kPasteEnd.size());
    emit_paste();
  } else if (held_.size() >= kMaxPaste + kPasteEnd.size()) {
    held_.erase(kMaxPaste, 1);
  }
}

void KeyDecoder::emit(Key key) {
  key.alt = key.alt || alt_;
  alt_ = false;
  ready_.emplace_back(std::move(key));
}

void KeyDecoder::emit_paste() {
  ready_.emplace_back(Paste{with_plain_breaks(text::repair_utf8(held_))});
  held_.clear();
  state_ = State::ground;
}

}  // namespace pith::terminal
