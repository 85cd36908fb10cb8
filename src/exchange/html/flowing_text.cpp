#include "exchange/html/flowing_text.h"

#include <cstddef>
#include <utility>

namespace pith::exchange {

void FlowingText::words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool hard_space = text.substr(at).starts_with("\xC2\xA0");
    const bool indents = at_line_start() || out_.ends_with(' ');
    if (hard_space && indents && !space_) {
      out_ += ' ';
      at += 2;
      continue;
    }
    if (hard_space || std::string_view(" \t\n\r\f").find(text[at]) != std::string_view::npos) {
      space_ = true;
      at += hard_space ? 2 : 1;
      continue;
    }
    if (space_ && !at_line_start()) {
      out_ += ' ';
    }
    space_ = false;
    out_ += text[at++];
  }
}

void FlowingText::piece(std::string_view text) {
  if (space_ && !at_line_start() && !text.starts_with('\n')) {
    out_ += ' ';
  }
  space_ = false;
  out_ += text;
}

void FlowingText::end_line() {
  space_ = false;
  if (!at_line_start()) {
    out_ += '\n';
  }
}

void FlowingText::end_paragraph() {
  end_line();
  if (!out_.empty() && !out_.ends_with("\n\n")) {
    out_ += '\n';
  }
}

std::string FlowingText::take() {
  while (!out_.empty() && (out_.ends_with('\n') || out_.ends_with(' '))) {
    out_.pop_back();
  }
  return std::exchange(out_, {});
}

}  // namespace pith::exchange
