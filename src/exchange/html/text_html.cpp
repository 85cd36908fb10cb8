// The way back of html_text.h: light Markdown as HTML.
#include <algorithm>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/html/html_text.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;

/// Where the span that `mark` opens at `at` ends: on the same line, not empty, without spaces at
/// its ends.
std::size_t closing(std::string_view text, std::size_t at, std::string_view mark) {
  const auto inside = at + mark.size();
  const auto end = text.find(mark, inside);
  const bool good = end != npos && end > inside && text[inside] != ' ' && text[end - 1] != ' ' &&
                    text.substr(inside, end - inside).find('\n') == npos;
  return good ? end : npos;
}

/// `![](path)` at `at`: the name of the file, or an address as it is, and the offset behind it.
std::pair<std::string_view, std::size_t> image_at(std::string_view text, std::size_t at) {
  const auto picture = picture_at(text, at);
  if (!picture) {
    return {{}, at};
  }
  const auto path = text.substr(picture->begin, picture->end - picture->begin);
  return {is_address(path) ? path : path.substr(path.rfind('/') + 1), picture->end + 1};
}

std::string inline_html(std::string_view text) {
  struct Span {
    std::string_view mark;
    std::string_view tag;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto [name, behind] = image_at(text, at); behind > at) {
      out += fmt::format("<img src=\"{}\">", escape_html(name));
      at = behind;
      continue;
    }
    bool spanned = false;
    for (const auto& [mark, tag] : {Span{"`", "code"}, Span{"**", "b"}, Span{"*", "i"}}) {
      const auto end = text.substr(at).starts_with(mark) ? closing(text, at, mark) : npos;
      if (end != npos) {
        const auto content = text.substr(at + mark.size(), end - at - mark.size());
        out += fmt::format("<{}>{}</{}>", tag,
                           tag == "code" ? escape_html(content) : inline_html(content), tag);
        at = end + mark.size();
        spanned = true;
        break;
      }
    }
    if (!spanned) {
      out += escape_html(text.substr(at++, 1));
    }
  }
  return out;
}

/// The element of a code block, with the language that its fence names.
std::string begin_of_code(std::string_view language) {
  language = trimmed(language);
  return language.empty() ? "<pre>"
                          : fmt::format("<pre class=\"language-{}\">", escape_html(language));
}

}  // namespace

std::optional<PicturePath> picture_at(std::string_view markdown, std::size_t at) {
  const auto open = markdown.substr(at).starts_with("![") ? markdown.find("](", at) : npos;
  const auto close = open == npos ? npos : markdown.find(')', open);
  if (close == npos || markdown.substr(at, close - at).find('\n') != npos) {
    return std::nullopt;
  }
  return PicturePath{open + 2, close};
}

bool is_address(std::string_view source) {
  return source.starts_with("data:") || source.find("://") != npos;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string text_to_html(std::string_view markdown) {
  std::string out;
  bool code = false;
  bool first = true;
  bool blank = false;  // the line before; browsers show no break right before a block
  for (const auto line : lines_of(markdown)) {
    if (trimmed(line).starts_with("```")) {
      out += code ? "</pre>" : (blank ? "<br>" : "") + begin_of_code(trimmed(line).substr(3));
      code = !code;
      first = true;
      blank = false;
      continue;
    }
    blank = !code && line.empty();
    if (!first || (code && line.empty())) {  // browsers drop a break at the beginning of <pre>
      out += code ? "\n" : "<br>";
    }
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    for (std::size_t i = 0; i < indent && !code; ++i) {
      out += "&nbsp;";
    }
    out += code ? escape_html(line) : inline_html(line.substr(indent));
    first = false;
  }
  return out + (code ? "</pre>" : "");
}

}  // namespace pith::exchange
