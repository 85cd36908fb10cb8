#include "exchange/documents/markdown_spans.h"

#include <algorithm>
#include <cctype>

#include "base/npos.h"
#include "exchange/documents/card_text.h"

namespace pith::exchange {
namespace {

using base::npos;
constexpr std::size_t kLongestSpan = 4'000;  // bytes to the mark that closes it

/// The part of the text from `at` on in which a span must close.
std::string_view paragraph_at(std::string_view text, std::size_t at) {
  text = text.substr(at, kLongestSpan);
  return text.substr(0, text.find("\n\n"));
}

/// The end of what `open` begins at `at` and `close` ends; `at` if it does not.
std::size_t end_between(std::string_view text, std::size_t at, std::string_view open,
                        std::string_view close) {
  const auto rest = paragraph_at(text, at);
  const auto end = rest.starts_with(open) ? rest.find(close, open.size()) : npos;
  return end == npos ? at : at + end + close.size();
}

std::size_t end_of_code_span(std::string_view text, std::size_t at) {
  const auto rest = paragraph_at(text, at);
  const auto width = std::min(rest.find_first_not_of('`'), rest.size());
  for (auto begin = rest.find('`', width); begin != npos; begin = rest.find('`', begin)) {
    const auto end = std::min(rest.find_first_not_of('`', begin), rest.size());
    if (end - begin == width) {
      return at + end;
    }
    begin = end;
  }
  return at + width;
}

/// `$a$`, told from sums of money: no space inside of its marks, no digit behind them.
std::size_t end_of_formula_at(std::string_view text, std::size_t at) {
  const auto rest = paragraph_at(text, at);
  const auto is_space = [&](std::size_t i) {
    return i >= rest.size() || std::isspace(static_cast<unsigned char>(rest[i])) != 0;
  };
  if (rest.starts_with("$$")) {
    return end_between(text, at, "$$", "$$");
  }
  const auto end = is_space(1) ? npos : rest.find_first_of("$\n", 2);
  const bool closed = end != npos && rest[end] == '$' && !is_space(end - 1);
  const bool digit = closed && end + 1 < rest.size() &&
                     std::isdigit(static_cast<unsigned char>(rest[end + 1])) != 0;
  return closed && !digit ? at + end + 1 : at;
}

std::size_t end_of_escape(std::string_view text, std::size_t at) {
  const auto formula =
      std::max(end_between(text, at, "\\(", "\\)"), end_between(text, at, "\\[", "\\]"));
  return formula > at ? formula : std::min(at + 2, text.size());
}

}  // namespace

std::size_t end_of_verbatim(std::string_view text, std::size_t at) {
  if (const auto end = end_of_fenced(text, at); end > at) {
    return end;
  }
  switch (text[at]) {
    case '`':
      return end_of_code_span(text, at);
    case '$':
      return end_of_formula_at(text, at);
    case '\\':
      return end_of_escape(text, at);
    case '<':
      return end_between(text, at, "<!--", "-->");
    default:
      return at;
  }
}

}  // namespace pith::exchange
