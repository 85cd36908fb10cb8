// Keys and pastes out of the bytes that a terminal sends. A pure state machine: no terminal, no
// clock; whoever reads the bytes says when a lone Escape has waited long enough.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pith::terminal {

enum class KeyCode {
  character,  ///< Key::text is one code point; with ctrl, the lower-case letter or the sign.
  enter,
  tab,
  backspace,
  escape,
  up,
  down,
  left,
  right,
  home,
  end,
  page_up,
  page_down,
  insert,
  del,
  function,  ///< Key::text is the number: F1 is "1".
};

struct Key {
  KeyCode code = KeyCode::character;
  std::string text;
  bool ctrl = false;
  bool alt = false;
  bool shift = false;
  bool operator==(const Key&) const = default;
};

[[nodiscard]] inline Key plain(std::string text) {
  return {KeyCode::character, std::move(text)};
}
[[nodiscard]] inline Key ctrl(std::string text) {
  return {KeyCode::character, std::move(text), true, false, false};
}
[[nodiscard]] inline Key alt(std::string text) {
  return {KeyCode::character, std::move(text), false, true, false};
}

inline const Key kEnter{KeyCode::enter, {}};
inline const Key kEscape{KeyCode::escape, {}};
inline const Key kTab{KeyCode::tab, {}};

[[nodiscard]] inline bool holds(const std::vector<Key>& keys, const Key& key) {
  return std::ranges::find(keys, key) != keys.end();
}

/// A bracketed paste: valid UTF-8 with "\n" as its line breaks, otherwise as it came.
struct Paste {
  std::string text;
  bool operator==(const Paste&) const = default;
};

using Input = std::variant<Key, Paste>;

/// Sequences beyond the usual ones and what they mean (see terminfo.h).
using KeyMap = std::vector<std::pair<std::string, Key>>;

/// Understands UTF-8, control characters, Alt as an Escape before, CSI and SS3 sequences of xterm,
/// rxvt, the Linux console and kitty, and `extra`. What it does not know it swallows whole; it
/// never holds more than a paste of 1 MiB (the rest of a longer one is dropped).
class KeyDecoder {
 public:
  explicit KeyDecoder(KeyMap extra = {});

  void feed(std::string_view bytes);

  /// The next key or paste that is complete.
  [[nodiscard]] std::optional<Input> next();

  /// How long to wait for more bytes before flush(); nothing if no sequence is open.
  [[nodiscard]] std::optional<std::chrono::milliseconds> patience() const;

  /// No more bytes came: an open Escape is the key Escape, an open paste ends here.
  void flush();

 private:
  void take(unsigned char byte);
  void take_ground(unsigned char byte);
  void take_utf8(unsigned char byte);
  void take_escape(unsigned char byte);
  void take_sequence(unsigned char byte);
  void take_paste(char byte);
  void end_sequence();
  void emit(Key key);
  void emit_paste();

  enum class State { ground, utf8, escape, sequence, ss3, paste };

  KeyMap extra_;
  State state_ = State::ground;
  bool alt_ = false;  ///< An Escape came before what is being read.
  std::string held_;  ///< The bytes of the open sequence, character or paste.
  std::deque<Input> ready_;
};

}  // namespace pith::terminal
