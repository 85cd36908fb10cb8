#include "cli/authoring/dialogue.h"

#include <algorithm>
#include <iostream>

#include "base/stopped.h"
#include "base/trim.h"
#include "text/normalise.h"

namespace pith::cli {

std::string Dialogue::ask(std::string_view prompt) {
  const auto before_answer = std::string(prompt) + (prompt.ends_with(' ') ? "" : " ");
  const bool by_keys = &context_.in == &std::cin;
  auto line = by_keys ? typed(before_answer) : read(before_answer);
  std::ranges::replace(line, '\n', ' ');
  return std::string(base::trimmed(line));
}

std::optional<char> Dialogue::choose(std::string_view prompt, std::string_view letters) {
  for (;;) {
    const auto reply = text::nfkc_casefold(ask(prompt));
    if (reply.size() == 1 && letters.find(reply.front()) != std::string_view::npos) {
      return reply.front();
    }
    if (ended_) {
      return std::nullopt;
    }
  }
}

std::string Dialogue::typed(const std::string& prompt) {
  if (!sitting_) {
    sitting_.emplace(context_);
  }
  terminal::AnswerRequest request;
  request.prompt = prompt;
  auto answer = sitting_->editor().read_answer(request);
  ended_ = answer.outcome == terminal::Outcome::end_of_input;
  if (!ended_ && answer.outcome != terminal::Outcome::submitted) {
    throw Stopped();
  }
  return std::move(answer.text);
}

std::string Dialogue::read(const std::string& prompt) {
  context_.out << prompt << std::flush;
  std::string line;
  std::getline(context_.in, line);
  ended_ = !context_.in;
  return line;
}

void Dialogue::ask_if_empty(std::string& value, std::string_view prompt) {
  if (value.empty() && at_terminal(context_.screen)) {
    value = ask(prompt);
  }
}

}  // namespace pith::cli
