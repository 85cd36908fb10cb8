// Questions that a command asks where a person can answer: a line each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "cli/at_terminal.h"
#include "cli/context.h"
#include "cli/sitting.h"
#include "cli/tell.h"

namespace pith::cli {

/// From its first question on it holds the terminal, where lines are edited as in a session. Ctrl-C
/// and signals that end a program throw Stopped.
class Dialogue {
 public:
  explicit Dialogue(Context& context) : context_(context) {}

  /// A line typed by a person, trimmed; empty at the end of the input.
  [[nodiscard]] std::string ask(std::string_view prompt);

  /// Asks until one of the letters (small ones) is typed, in any case; empty at the end of the
  /// input.
  [[nodiscard]] std::optional<char> choose(std::string_view prompt, std::string_view letters);

  /// Asks for what no flag gave, where somebody can be asked.
  void ask_if_empty(std::string& value, std::string_view prompt);

  /// The same, and again with the reason as long as `check` throws an Error. Throws it where nobody
  /// can be asked, or nobody answers any more.
  template <typename Check>
  void ask_until_sound(std::string& value, std::string_view prompt, const Check& check) {
    const bool given = !value.empty() || !at_terminal(context_.screen);
    ask_if_empty(value, prompt);
    for (;;) {
      try {
        return check(value);
      } catch (const Error& error) {
        if (given || ended_) {
          throw;
        }
        tell(context_, context_.tr.sentence(error.what()));
        value = ask(prompt);
        if (value.empty() && ended_) {
          throw;
        }
      }
    }
  }

 private:
  [[nodiscard]] std::string typed(const std::string& prompt);
  [[nodiscard]] std::string read(const std::string& prompt);

  Context& context_;
  std::optional<Sitting> sitting_;
  bool ended_ = false;  ///< Nothing more can be typed.
};

}  // namespace pith::cli
