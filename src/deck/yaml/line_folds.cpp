#include "deck/yaml/line_folds.h"

#include <algorithm>

#include "deck/yaml/yaml_syntax.h"
#include "text/line_joins.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

/// Where the first line of the scalar begins.
std::size_t begin_of(std::string_view source) {
  const char first = source.empty() ? ' ' : source.front();
  if (first == '>' || first == '|') {
    return std::min(source.find('\n'), source.size());
  }
  return first == '"' || first == '\'' ? 1 : 0;
}

}  // namespace

std::string without_folds_between_han(const std::string& text, std::string_view source) {
  const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto space = std::adjacent_find(text.begin(), text.end(),
                                        [&](char a, char b) { return wide(a) && b == ' '; });
  if (space == text.end()) {
    return text;
  }
  std::string out;
  auto in_source = begin_of(source);
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto spaces = at;
    while (at < text.size() && is_space(text[at])) {
      ++at;
    }
    bool breaks = false;
    for (; in_source < source.size() && is_space(source[in_source]); ++in_source) {
      breaks = breaks || source[in_source] == '\n';
    }
    const auto begin = at;
    const auto c = at < text.size() ? text::next_code_point(text, at) : U'\0';
    const auto written = std::string_view(text).substr(begin, at - begin);
    if (!source.substr(std::min(in_source, source.size())).starts_with(written)) {
      return out + text.substr(spaces);
    }
    const bool fold = breaks && begin - spaces == 1 && text[spaces] == ' ' &&
                      text::stands_without_space(before) && text::stands_without_space(c);
    out += std::string_view(text).substr(fold ? begin : spaces, at - (fold ? begin : spaces));
    in_source += written.size();
    before = c;
  }
  return out;
}

}  // namespace pith::deck
