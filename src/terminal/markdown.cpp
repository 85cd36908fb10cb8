#include "terminal/markdown.h"

#include <cctype>
#include <cstddef>

namespace pith::terminal {
namespace {

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

bool is_gap(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n';
}

/// Where the emphasis that `mark` opens at `at` is closed; npos if it is none.
std::size_t closing(std::string_view text, std::size_t at, std::string_view mark) {
  const auto inside = at + mark.size();
  if (is_gap(text, inside) || (at > 0 && is_word(text, at - 1))) {
    return std::string_view::npos;
  }
  text = text.substr(0, text.find('\n', inside));
  for (auto end = text.find(mark, inside); end != std::string_view::npos;
       end = text.find(mark, end + 1)) {
    if (end > inside && !is_gap(text, end - 1) && !is_word(text, end + mark.size())) {
      return end;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string without_emphasis(std::string_view markdown) {
  std::string plain;
  for (std::size_t at = 0; at < markdown.size();) {
    if (markdown[at] == '`') {
      const auto end = markdown.find('`', at + 1);
      const auto behind = end == std::string_view::npos ? markdown.size() : end + 1;
      plain += markdown.substr(at, behind - at);
      at = behind;
      continue;
    }
    const std::string_view mark = markdown.substr(at).starts_with("**") ? "**" : "*";
    const auto end = markdown[at] == '*' ? closing(markdown, at, mark) : std::string_view::npos;
    if (end == std::string_view::npos) {
      plain += markdown[at++];
      continue;
    }
    const auto inside = at + mark.size();
    plain += without_emphasis(markdown.substr(inside, end - inside));
    at = end + mark.size();
  }
  return plain;
}

}  // namespace pith::terminal
