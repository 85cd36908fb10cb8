// Asks for answers as a session would, for the scenes of line_editor_test.cpp:
//   editor_child [--lines] [--editor COMMAND] [--dictate COMMAND] [--draft TEXT] [--over]
//   [--status] [--key] [--typing] [--reflow]
// After each answer it prints how it ended and the text, line breaks as /; `quit` or any ending but
// an answer ends it.
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "terminal/line_editor.h"

namespace {

using namespace pith::terminal;

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::submitted:
      return "submitted";
    case Outcome::key:
      return "key";
    case Outcome::time_up:
      return "time up";
    case Outcome::interrupted:
      return "interrupted";
    case Outcome::end_of_input:
      return "end of input";
    case Outcome::terminated:
      return "terminated";
    case Outcome::hangup:
      return "hangup";
  }
  return "?";
}

struct Plan {
  bool lines = false;
  bool ask_key = false;
  bool typing = false;
  LineEditor::Options options;
  AnswerRequest request;
};

Plan read_plan(const std::vector<std::string>& arguments) {
  Plan plan;
  plan.options.term = "xterm-256color";
  plan.request.keys = {{KeyCode::function, "1"}};
  plan.request.keys_if_empty = {plain("?")};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& option = arguments[i];
    const auto value = i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    if (option == "--lines") {
      plan.lines = true;
    } else if (option == "--key") {
      plan.ask_key = true;
    } else if (option == "--typing") {
      plan.typing = true;
    } else if (option == "--reflow") {
      plan.options.capabilities.reflows = true;
    } else if (option == "--status") {
      plan.request.status = [](std::chrono::milliseconds) { return "F1 hint"; };
    } else if (option == "--editor") {
      plan.options.editor_command = value;
    } else if (option == "--dictate") {
      plan.options.dictation_command = value;
    } else if (option == "--draft") {
      plan.request.initial = value;
    } else if (option == "--over") {
      plan.request.is_over = [] { return true; };
    }
  }
  return plan;
}

std::string in_one_line(std::string text) {
  for (char& c : text) {
    c = c == '\n' ? '/' : c;
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const auto plan = read_plan({argv + 1, argv + argc});
  Tty tty(STDIN_FILENO, STDOUT_FILENO, plan.lines ? Tty::Mode::lines : Tty::Mode::raw);
  const Style style(true, true);
  LineEditor editor(tty, style, plan.options);
  for (;;) {
    const auto answer =
        plan.ask_key
            ? editor.read_key(
                  {.line = "y/n?", .keys = {plain("y"), plain("n")}, .typing = plan.typing})
            : editor.read_answer(plan.request);
    tty.write(fmt::format("{}: {}{}\n", name_of(answer.outcome), in_one_line(answer.text),
                          answer.key.text));
    const bool goes_on = answer.outcome == Outcome::submitted || answer.outcome == Outcome::key;
    if (!goes_on || answer.text == "quit") {
      return answer.outcome == Outcome::interrupted ? 130 : 0;
    }
  }
}
