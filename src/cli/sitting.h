// The terminal for a while, with a person at it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "cli/context.h"
#include "terminal/face.h"
#include "terminal/line_editor.h"
#include "terminal/style.h"
#include "terminal/tty.h"
#include "terminal/tty_stream.h"

namespace pith::cli {

/// What is shown at the end of a session instead of the counts, for a window so many columns wide.
using Closing = std::function<std::string(std::size_t columns)>;

[[nodiscard]] terminal::Style style_for(const Context& context);

/// Holds the terminal from construction to destruction. Requires: stdin and stdout are terminals.
class Sitting {
 public:
  explicit Sitting(const Context& context);

  [[nodiscard]] terminal::LineEditor& editor() { return editor_; }

  /// What somebody answers below the question; empty if they leave.
  [[nodiscard]] std::optional<std::string> ask(const std::string& question);

  /// The session, with its closing or else its summary; on the terminal when it returns is what was
  /// done so far.
  [[nodiscard]] terminal::Face::Ending run(session::Session& session, terminal::FaceOptions options,
                                           const Closing& closing = {});

 private:
  terminal::Style style_;
  bool moves_cursor_;
  terminal::Tty tty_;
  terminal::TtyStream out_;
  terminal::LineEditor editor_;
};

}  // namespace pith::cli
