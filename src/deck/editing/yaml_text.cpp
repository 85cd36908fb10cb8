#include "deck/editing/yaml_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/reading/numbers.h"
#include "deck/yaml/foreign_marks.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

using base::npos;
constexpr std::size_t kLongestKey = 200;  // bytes; YAML ends implicit keys at 1024 characters

/// Characters that YAML readers drop, fold or refuse unless they are escaped.
bool needs_escape(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool line_break = c == 0x2028 || c == 0x2029;
  const bool no_character = c == 0xFEFF || (c >= 0xFFFE && c <= 0xFFFF);
  return control || line_break || no_character;
}

/// Counts opening brackets in a row, as the reader does before it parses: too many of them it takes
/// for nesting, even in quotes.
class BracketRun {
 public:
  /// Whether this character makes a run that the reader might refuse; then it is to be escaped,
  /// and the next run begins.
  bool is_broken_by(char32_t c) {
    if (c == U'[' || c == U'{') {
      length_ = length_ == kLongestRun ? 0 : length_ + 1;
      return length_ == 0;
    }
    length_ = c == U' ' || c == U'\n' ? length_ : 0;
    return false;
  }

 private:
  static constexpr std::size_t kLongestRun = 8;
  std::size_t length_ = 0;
};

/// Whether a character other than a line break must be escaped.
bool must_be_escaped(std::string_view text, bool line_breaks_too) {
  BracketRun brackets;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_code_point(text, at);
    if (brackets.is_broken_by(c) || (needs_escape(c) && (c != U'\n' || line_breaks_too))) {
      return true;
    }
  }
  return false;
}

/// Words and numbers that YAML, or a checker of types, does not read as texts.
bool looks_typed(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan"};
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const bool number_like = text.find_first_not_of("0123456789+-._eExXoOabcdfABCDFTZ: ") == npos &&
                           std::string_view("0123456789+-.").find(text.front()) != npos;
  return number_like || parse_number(text).has_value() ||
         std::ranges::find(kWords, lower) != kWords.end();
}

bool can_be_plain(std::string_view text, Context context) {
  static constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`~=< ";
  if (text.empty() || kIndicators.find(text.front()) != npos || text.ends_with(' ') ||
      text.ends_with(':') || must_be_escaped(text, true) || looks_typed(text) ||
      is_in_curly_quotes(text)) {
    return false;
  }
  if (text.find(": ") != npos || text.find(" #") != npos) {
    return false;
  }
  if (context == Context::flow) {
    return text.find_first_of(",[]{}:?") == npos;  // yaml-cpp ends a text at `?` there
  }
  return context != Context::point || (text.find(':') == npos && text.find("：") == npos);
}

std::string escaped(char32_t c) {
  switch (c) {
    case U'\n':
      return "\\n";
    case U'\t':
      return "\\t";
    case U'\r':
      return "\\r";
    case U'"':
      return "\\\"";
    case U'\\':
      return "\\\\";
    default:
      return c < 0x100     ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
             : c < 0x10000 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c))
                           : fmt::format("\\U{:08x}", static_cast<unsigned>(c));
  }
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  BracketRun brackets;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_code_point(text, at);
    if (brackets.is_broken_by(c) || needs_escape(c) || c == U'"' || c == U'\\') {
      out += escaped(c);
    } else {
      text::append_utf8(out, c);
    }
  }
  return out + '"';
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    out += c;
    if (c == '\'') {
      out += c;
    }
  }
  return out + '\'';
}

/// A literal block keeps a text if no line has spaces at its ends that a reader may touch.
bool can_be_literal(std::string_view text) {
  if (text.find('\n') == npos || must_be_escaped(text, false)) {
    return false;
  }
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    if (line.ends_with(' ') || (begin == 0 && (line.empty() || line.starts_with(' ')))) {
      return false;
    }
    begin = end + 1;
  }
  return !text.ends_with('\n');
}

}  // namespace

std::string one_line_scalar(std::string_view text, Context context) {
  if (can_be_plain(text, context)) {
    return std::string(text);
  }
  const bool quotes_inside = text.find_first_of("\\\"") != npos;
  return quotes_inside && !must_be_escaped(text, true) ? single_quoted(text) : double_quoted(text);
}

std::string flow_entries(std::span<const std::string> texts) {
  if (texts.size() == 1 && has_wide_comma(texts[0])) {
    return double_quoted(texts[0]);
  }
  std::string entries;
  for (const auto& text : texts) {
    entries += (entries.empty() ? "" : ", ") + one_line_scalar(text, Context::flow);
  }
  return entries;
}

std::string scalar(std::string_view text, std::size_t indent) {
  if (!can_be_literal(text)) {
    return one_line_scalar(text, Context::block);
  }
  std::string out = "|-";
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    out += '\n';
    if (end > begin) {
      out.append(indent + 2, ' ');
      out += text.substr(begin, end - begin);
    }
    begin = end + 1;
  }
  return out;
}

bool can_be_key(std::string_view text) {
  return text.size() <= kLongestKey && text.find('\n') == npos;
}

}  // namespace pith::deck
