#include "exchange/documents/inline_html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/documents/markdown_spans.h"
#include "exchange/html/html_text.h"
#include "exchange/html/script_digits.h"
#include "exchange/lines.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

using base::npos;
constexpr std::size_t kLongestEntity = 34;
constexpr std::size_t kLongestTag = 200;
constexpr std::size_t kLongestContent = 2'000;  // bytes between two tags
constexpr int kDeepestTag = 5;

struct InlineTag {
  std::string_view name;
  std::string_view mark;  ///< That Markdown puts around its content.
};

constexpr auto kInlineTags = std::to_array<InlineTag>({
    {"b", "**"},  {"strong", "**"}, {"i", "*"},   {"em", "*"},   {"code", "`"},
    {"kbd", "`"}, {"samp", "`"},    {"tt", "`"},  {"sub", "_"},  {"sup", "^"},
    {"u", ""},    {"span", ""},     {"font", ""}, {"small", ""}, {"mark", ""},
    {"ins", ""},  {"s", ""},        {"del", ""},  {"abbr", ""},  {"br", "\n"},
});

/// The entity that the text begins with, from `&` to `;`; empty if it is none by its look.
std::string_view entity_at(std::string_view text) {
  const auto end = text.substr(0, kLongestEntity).find(';');
  const auto name = end == npos ? std::string_view() : text.substr(1, end - 1);
  const auto plain = std::ranges::all_of(name.substr(name.starts_with('#') ? 1 : 0), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
  return name.empty() || !plain ? std::string_view() : text.substr(0, end + 1);
}

/// The character of an entity; the entity itself if there is no such.
std::string character_of(std::string_view entity) {
  const auto shown = html_to_text(fmt::format("x{}x", entity)).text;
  auto character = shown.size() > 2 ? shown.substr(1, shown.size() - 2) : std::string();
  drop_controls(character);
  const bool only_begins = character.size() > 1 && character.ends_with(';');  // `&notit;`: ¬it;
  return only_begins ? std::string(entity) : character;
}

struct OpenTag {
  InlineTag tag;
  std::size_t size = 0;  ///< To its `>`.
};

std::optional<OpenTag> open_tag_at(std::string_view text) {
  const auto end = text.substr(0, kLongestTag).find_first_of(">\n");
  if (end == npos || text[end] != '>') {
    return std::nullopt;
  }
  const auto inside = text.substr(1, end - 1);
  const auto name = lower_ascii(inside.substr(0, inside.find_first_of(" /")));
  const auto* const found = std::ranges::find(kInlineTags, name, &InlineTag::name);
  const bool other = found == kInlineTags.end() || inside.find('<') != npos;
  return other ? std::nullopt : std::optional(OpenTag{*found, end + 1});
}

/// Markdown for an element's content, which is plain where it would have to span lines.
std::string marked(const InlineTag& tag, const std::string& content) {
  if (tag.mark == "_" || tag.mark == "^") {
    return script_digits(content, tag.mark);
  }
  const bool plain = content.empty() || content.find('\n') != npos ||
                     (!tag.mark.empty() && content.find(tag.mark) != npos);
  return plain ? content : fmt::format("{}{}{}", tag.mark, content, tag.mark);
}

class HtmlRemover {
 public:
  HtmlRemover(char line_break, int depth) : line_break_(line_break), depth_(depth) {}

  std::string take(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      begins_row_ = at == 0 || text[at - 1] == '\n' ? text[at] == '|' : begins_row_;
      const auto end = end_of_verbatim(text, at);
      out_ += text.substr(at, end - at);
      at = end > at ? end : at + take_next(text.substr(at));
    }
    return std::move(out_);
  }

 private:
  /// Takes what the text begins with; how many bytes that was.
  std::size_t take_next(std::string_view text) {
    if (text[0] == '&') {
      if (const auto entity = entity_at(text); !entity.empty()) {
        out_ += character_of(entity);
        return entity.size();
      }
    }
    if (text[0] == '<') {
      if (const auto size = take_element(text); size > 0) {
        return size;
      }
    }
    out_ += text[0];
    return 1;
  }

  std::size_t take_element(std::string_view text) {
    const auto open = depth_ < kDeepestTag ? open_tag_at(text) : std::nullopt;
    if (!open) {
      return 0;
    }
    if (open->tag.name == "br") {
      const bool doubled = line_break_ == '\n' && text.substr(open->size).starts_with('\n');
      out_ += begins_row_ ? ' ' : line_break_;
      return open->size + (doubled ? 1U : 0U);
    }
    const auto behind = text.substr(open->size, kLongestContent);
    const auto close = fmt::format("</{}>", open->tag.name);
    const auto end = lower_ascii(behind).find(close);
    if (end == npos || behind.substr(0, end).find("\n\n") != npos) {
      return 0;
    }
    const auto content = HtmlRemover(line_break_, depth_ + 1).take(behind.substr(0, end));
    out_ += marked(open->tag, content);
    return open->size + end + close.size();
  }

  char line_break_;
  int depth_;
  bool begins_row_ = false;  ///< The line is one of a table.
  std::string out_;
};

}  // namespace

std::string without_inline_html(std::string_view markdown, char line_break) {
  return markdown.find_first_of("&<") == npos ? std::string(markdown)
                                              : HtmlRemover(line_break, 0).take(markdown);
}

void drop_inline_html(deck::Item& item) {
  for (auto* text : {&item.question, &item.explanation, &item.example}) {
    *text = without_inline_html(*text);
  }
  for (auto& point : item.points) {
    for (auto* text : {&point.name, &point.detail, &point.group}) {
      *text = without_inline_html(*text);
    }
  }
}

std::string guarded_from_html(std::string_view text) {
  if (without_inline_html(text) == text) {
    return std::string(text);
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = end_of_verbatim(text, at);
    if (end == at && (text[at] == '&' || text[at] == '<')) {
      out += text[at++] == '&' ? "&amp;" : "&lt;";
    } else {
      const auto size = std::max<std::size_t>(end - at, 1);
      out += text.substr(at, size);
      at += size;
    }
  }
  return out;
}

}  // namespace pith::exchange
