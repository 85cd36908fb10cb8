#include "deck/yaml/yaml_syntax.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/yaml/lines.h"
#include "deck/yaml/quote_causes.h"
#include "deck/yaml/syntax_causes.h"
#include "deck/yaml/traps.h"

namespace pith::deck {
namespace {

using base::npos;

/// What stands behind `key: ` and `- ` in a line; the line itself if it has neither.
std::string_view value_in(std::string_view line) {
  while (line.starts_with(' ') || line.starts_with("- ")) {
    line.remove_prefix(1);
  }
  if (const auto colon = line.find(": "); colon != npos && !line.starts_with('"')) {
    line.remove_prefix(colon + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  }
  return line;
}

std::optional<std::size_t> tab_in_indentation(const Source& source, std::size_t offset) {
  const auto line = source.line_at(offset);
  const auto indentation = line.substr(0, line.find_first_not_of(" \t"));
  const auto tab = indentation.find('\t');
  return tab == npos ? std::nullopt : std::optional(source.line_begin(offset) + tab);
}

/// The line in which the trouble began: the parser often notices it one line late.
std::size_t line_before(const Source& source, std::size_t offset) {
  const auto begin = source.line_begin(offset);
  return begin > 0 ? source.line_begin(begin - 1) : 0;
}

struct Explanation {
  std::string message;
  std::string hint;
};

Explanation explain_alias(const Source& source, std::size_t offset) {
  const auto rest = source.text().substr(offset);
  const auto word = rest.substr(0, rest.find_first_of(" \t\r\n,]}"));
  return {fmt::format("YAML takes {} for an alias, as it begins with '*'", in_quotes(word)),
          quote_remedy(source, offset)};
}

Explanation unclosed(char open, char close) {
  return {fmt::format("a '{}' is never closed", open),
          fmt::format("add the missing '{}', or put the text in quotes", close)};
}

/// A plain text in brackets ends at a question mark for yaml-cpp, which then expects a separator or
/// knows no such token.
bool ends_at_question_mark(const Source& source, std::size_t offset, std::string_view parser_says) {
  const auto text = source.text();
  const auto word = text.substr(offset, text.find_first_of(",]}\n", offset) - offset);
  return (parser_says.find("flow") != npos && word.find('?') != npos &&
          word.find_first_of("\"'") == npos) ||
         (parser_says.find("unknown token") != npos &&
          (text.substr(offset).starts_with('?') || (offset > 0 && text[offset - 1] == '?')));
}

Explanation explain(const Source& source, std::size_t offset, std::string_view parser_says) {
  const auto line = source.line_at(offset);
  const auto value = value_in(line);
  const auto hint = quote_remedy(source, offset);
  if (line.find("{{") != npos) {
    return {"YAML takes the braces of this cloze for its own", hint};
  }
  if (parser_says.find("anchor is not defined") != npos ||
      parser_says.find("alias not found") != npos) {
    return explain_alias(source, offset);
  }
  if (parser_says.find("illegal map value") != npos) {
    return first_colon(line) == offset - source.line_begin(offset)
               ? Explanation{"a ': ' stands in a text that begins in a line above",
                             "put the whole text in quotes"}
               : Explanation{"a second ': ' stands in this line", hint};
  }
  if (parser_says.find("entry") != npos && first_colon(line) < offset - source.line_begin(offset)) {
    return {"a list may not begin behind its key",
            "begin it in the next line, or put the text in quotes"};
  }
  if (!value.empty() && std::string_view("@`%&*!|>").find(value.front()) != npos) {
    return {fmt::format("a text may not begin with '{}' unless it is in quotes", value.front()),
            hint};
  }
  if (ends_at_question_mark(source, offset, parser_says)) {
    return {"a text in brackets may not have a '?' unless it is in quotes",
            "put the text with the '?' in quotes"};
  }
  if (parser_says.find("map flow") != npos || parser_says.find("end of map flow") != npos) {
    return unclosed('{', '}');
  }
  if (parser_says.find("sequence flow") != npos || parser_says.find("seq flow") != npos) {
    return unclosed('[', ']');
  }
  const auto before = source.line_at(line_before(source, offset));
  if (before.find(" #") != npos) {
    return {"the text of the line above ends at ' #', which begins a comment",
            "put that text in quotes, or move the comment to a line of its own"};
  }
  return {fmt::format("this cannot be read as YAML: {}", parser_says),
          "check the indentation here and in the line above, or put the text in quotes"};
}

}  // namespace

std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open) {
  const auto mark = text[open];
  for (auto at = open + 1; at < text.size(); ++at) {
    const bool escapes =
        (mark == '"' && text[at] == '\\') || (mark == '\'' && text.substr(at).starts_with("''"));
    if (escapes) {
      ++at;
    } else if (text[at] == mark) {
      return at;
    }
  }
  return std::nullopt;
}

std::size_t plain_text_end(std::string_view text, std::size_t begin, std::string_view value) {
  auto at = begin;
  for (std::size_t i = 0; i < value.size() && at < text.size(); ++i) {
    if (is_space(value[i])) {
      while (at < text.size() && is_space(text[at])) {
        ++at;
      }
      while (i + 1 < value.size() && is_space(value[i + 1])) {
        ++i;
      }
    } else {
      ++at;
    }
  }
  return at;
}

std::string quote_remedy(const Source& source, std::size_t offset) {
  auto value = value_in(source.line_at(offset));
  while (!value.empty() && is_space(value.back())) {
    value.remove_suffix(1);
  }
  if (value.empty() || value.size() > 60 || value.find_first_of("\"\\") != npos) {
    return "put the whole text in quotes";
  }
  return fmt::format("put the whole text in quotes: \"{}\"", value);
}

void complain_of_syntax(Complaints& complaints, std::size_t offset, std::string_view parser_says) {
  const auto& source = complaints.source();
  offset = std::min(offset, source.text().size());
  if (offset == source.text().size() && offset > 0) {
    offset = source.line_begin(offset - 1);  // the end of the file: point at its last line
  }
  if (const auto tab = tab_in_indentation(source, offset)) {
    complaints.error(*tab, "a tab cannot indent", "indent with spaces");
    return;
  }
  if (complain_of_wide_colons(complaints, offset) ||
      complain_of_quotes(complaints, offset, parser_says) ||
      complain_of_cause(complaints, offset, parser_says)) {
    return;
  }
  auto [message, hint] = explain(source, offset, parser_says);
  complaints.error(offset, std::move(message), std::move(hint));
}

}  // namespace pith::deck
