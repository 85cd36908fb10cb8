#include "exchange/documents/card_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/limits.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;

/// The backticks or tildes, three or more, that begin a line.
std::string_view fence_of(std::string_view line) {
  line = trimmed(line);
  const bool tildes = line.starts_with("~~~");
  if (!tildes && !line.starts_with("```")) {
    return {};
  }
  return line.substr(0, line.find_first_not_of(tildes ? '~' : '`'));
}

/// Whether a line that opens fenced code begins at `at`.
bool begins_fenced(std::string_view text, std::size_t at) {
  const bool line = at == 0 || text[at - 1] == '\n';
  return line && CodeFence().takes(text.substr(at, text.find('\n', at) - at));
}

/// Where the span that is open at `at`, which begins no line, closes: on the same paragraph, marks
/// inside balanced.
std::size_t end_of_span(std::string_view text, std::size_t at, std::string_view open,
                        std::string_view close) {
  const auto end = std::min(text.size(), at + deck::kLongestGap);
  if (text.substr(at, end - at + close.size()).find(close) == npos) {
    return npos;
  }
  const bool nest = open != close;
  std::size_t depth = 0;
  for (; at < end; ++at) {
    const char c = text[at];
    if (c == '\\') {
      at += text.substr(at + 1).starts_with('\n') ? 0U : 1U;
    } else if (c == close[0] && text.substr(at).starts_with(close)) {
      if (depth == 0) {
        return at;
      }
      --depth;
    } else if (nest && c == open[0] && text.substr(at).starts_with(open)) {
      ++depth;
    } else if (c == '\n' && (text.substr(at).starts_with("\n\n") || begins_fenced(text, at + 1))) {
      return npos;
    }
  }
  return npos;
}

/// Whether a line goes on with the key above it.
bool is_indented(const NumberedLine& line) {
  return line.text.starts_with(' ') || line.text.starts_with('\t');
}

std::string unescaped(std::string_view text, std::string_view marks) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size() && marks.find(text[i + 1]) != npos;
    out += text[escape ? ++i : i];
  }
  return out;
}

}  // namespace

std::vector<NumberedLine> numbered_lines(std::string_view text) {
  std::vector<NumberedLine> lines;
  for (const auto line : lines_of(text)) {
    lines.push_back({lines.size() + 1, line});
  }
  return lines;
}

std::size_t front_matter_length(const std::vector<NumberedLine>& lines) {
  if (lines.empty() || (trimmed(lines[0].text) != "---" && trimmed(lines[0].text) != "+++")) {
    return 0;
  }
  bool in_list = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto line = trimmed(lines[i].text);
    if (line == trimmed(lines[0].text)) {
      return i + 1;
    }
    const bool entry = in_list && line.starts_with("- ");
    const bool goes_on = i > 1 && is_indented(lines[i]);
    if (!entry && !goes_on && !line.empty() && line.find_first_of(":=") == npos) {
      return 0;  // `---` was only a separator
    }
    in_list = entry || line.ends_with(':');
  }
  return 0;
}

std::vector<NumberedLine> other_front_matter(const std::vector<NumberedLine>& lines,
                                             std::initializer_list<std::string_view> known) {
  std::vector<NumberedLine> others;
  const auto length = front_matter_length(lines);
  for (std::size_t i = 1; i + 1 < length; ++i) {
    const auto line = lines[i].text;
    const auto key = lower_ascii(trimmed(line.substr(0, line.find_first_of(":="))));
    const bool is_key = !is_indented(lines[i]) && !key.empty() && !key.starts_with('-') &&
                        !key.starts_with('#') && std::ranges::find(known, key) == known.end();
    if (is_key) {
      others.push_back(lines[i]);
    }
  }
  return others;
}

std::string front_matter_value(const std::vector<NumberedLine>& lines, std::string_view key) {
  const auto length = front_matter_length(lines);
  for (std::size_t i = 1; i + 1 < length; ++i) {
    auto line = trimmed(lines[i].text);
    if (take_prefix(line, key)) {
      line = trimmed(line);
      if (line.starts_with(':') || line.starts_with('=')) {
        line = trimmed(line.substr(1));
        const bool quoted =
            line.size() > 1 && (line[0] == '"' || line[0] == '\'') && line.back() == line.front();
        return std::string(quoted ? line.substr(1, line.size() - 2) : line);
      }
    }
  }
  return {};
}

std::vector<std::string> front_matter_list(const std::vector<NumberedLine>& lines,
                                           std::string_view key) {
  const auto length = front_matter_length(lines);
  const auto value = front_matter_value(lines, key);
  std::string all(value);
  const auto begins = [&](const NumberedLine& line) {
    auto text = trimmed(line.text);
    return take_prefix(text, key) && trimmed(text) == ":";
  };
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(length);
  auto entry = std::find_if(lines.begin(), end, begins);
  while (entry != end && ++entry != end && trimmed(entry->text).starts_with("- ")) {
    all += "," + std::string(trimmed(entry->text).substr(2));
  }
  return split_list(all, {",", "，", "、", "[", "]", "\"", "'", " ", "#"});
}

bool CodeFence::takes(std::string_view line) {
  const auto fence = fence_of(line);
  const auto rest = trimmed(line).substr(fence.size());
  if (!is_open()) {
    const bool inline_code = fence.starts_with('`') && rest.find('`') != npos;
    fence_ = inline_code ? std::string_view() : fence;
    return is_open();
  }
  if (fence.starts_with(fence_) && rest.empty()) {
    fence_.clear();
  }
  return true;
}

Remark unclosed_fence(const NumberedLine& line) {
  return {line.number,
          {},
          "its code is never closed: all that follows counts as code",
          excerpt(trimmed(line.text))};
}

std::size_t end_of_fenced(std::string_view text, std::size_t at) {
  if (!begins_fenced(text, at)) {
    return at;
  }
  CodeFence fence;
  do {
    const auto end = std::min(text.find('\n', at), text.size());
    fence.takes(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
  } while (fence.is_open() && at < text.size());
  return at;
}

std::string with_gaps_at(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto end = end_of_fenced(text, at); end > at) {
      out += text.substr(at, end - at);
      at = end;
      continue;
    }
    const auto end_of_code = text[at] == '`' ? text.find('`', at + 1) : npos;
    const bool image = text.substr(at).starts_with("![");
    if (end_of_code != npos) {
      out += text.substr(at, end_of_code + 1 - at);
      at = end_of_code + 1;
    } else if (image) {
      out += "![";
      at += 2;
    } else if (text[at] == '\\' && at + 1 < text.size() &&
               (open.find(text[at + 1]) != npos || close.find(text[at + 1]) != npos)) {
      out += text[at + 1];
      at += 2;
    } else if (text.substr(at).starts_with(open)) {
      const auto begin = at + open.size();
      const auto end = end_of_span(text, begin, open, close);
      const bool link = end != npos && text.substr(end + close.size()).starts_with("(");
      if (end == npos || end == begin || (link && open == "[")) {
        out += open;
        at = begin;
        continue;
      }
      const auto content = unescaped(text.substr(begin, end - begin), "[]{}=");
      out += fmt::format("{{{{c{}::{}}}}}", ++number, content);
      at = end + close.size();
    } else {
      out += text[at++];
    }
  }
  return number == 0 ? std::string(text) : out;
}

}  // namespace pith::exchange
