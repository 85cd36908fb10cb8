// The next thing that happens at the terminal: a key, a paste, or an event that is neither.
#pragma once

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

#include "terminal/keys.h"
#include "terminal/tty.h"

namespace pith::terminal {

using Happening = std::variant<Key, Paste, TtyEvent::Kind>;

/// Keeps what was typed ahead from one question to the next.
class InputReader {
 public:
  /// `tty` must outlive the reader.
  InputReader(Tty& tty, KeyMap extra) : tty_(tty), decoder_(std::move(extra)) {}

  /// Never TtyEvent::Kind::bytes; `timeout` only if there is a limit.
  [[nodiscard]] Happening next(std::optional<std::chrono::milliseconds> limit);
  /// Gives back what happened last: it happens once more.
  void put_back(Happening happening) { again_ = std::move(happening); }

 private:
  Tty& tty_;
  KeyDecoder decoder_;
  std::optional<Happening> again_;
};

}  // namespace pith::terminal
