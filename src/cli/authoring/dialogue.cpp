#include "cli/authoring/dialogue.h"

#include <iostream>

#include "base/trim.h"
#include "text/display.h"

namespace pith::cli {

bool at_terminal(const Context& context) {
  return context.screen.in_is_terminal && context.screen.out_is_terminal;
}

std::string asked(Context& context, std::string_view prompt) {
  auto shown = text::fitted(prompt, context.screen.columns);
  shown.pop_back();  // its line break
  context.out << shown << (shown.ends_with(' ') ? "" : " ") << std::flush;
  std::string line;
  std::getline(context.in, line);
  return std::string(base::trimmed(line));
}

void ask_if_empty(Context& context, std::string& value, std::string_view prompt) {
  if (value.empty() && at_terminal(context)) {
    value = asked(context, prompt);
  }
}

}  // namespace pith::cli
