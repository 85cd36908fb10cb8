// Questions that a command asks where a person can answer: a line each.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "cli/context.h"
#include "cli/tell.h"

namespace pith::cli {

/// Whether somebody sits there to be asked.
[[nodiscard]] bool at_terminal(const Context& context);

/// A line typed by a person, trimmed; empty at the end of the input.
[[nodiscard]] std::string asked(Context& context, std::string_view prompt);

/// Asks for what no flag gave, where somebody can be asked.
void ask_if_empty(Context& context, std::string& value, std::string_view prompt);

/// The same, and again with the reason as long as `check` throws an Error. Throws it where nobody
/// can be asked, or nobody answers any more.
template <typename Check>
void ask_until_sound(Context& context, std::string& value, std::string_view prompt,
                     const Check& check) {
  const bool given = !value.empty() || !at_terminal(context);
  ask_if_empty(context, value, prompt);
  for (;;) {
    try {
      return check(value);
    } catch (const Error& error) {
      if (given || !context.in) {
        throw;
      }
      tell(context, context.tr.sentence(error.what()));
      value = asked(context, prompt);
      if (value.empty() && !context.in) {
        throw;
      }
    }
  }
}

}  // namespace pith::cli
