#include "exchange/documents/org_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;

constexpr std::size_t kLongestMarkup = 2'000;  ///< Bytes between a mark and the one that closes it.
constexpr int kDeepest = 4;                    ///< Marks within marks.

/// Markup with the offset behind it.
struct Converted {
  std::string markdown;
  std::size_t end = 0;
};

bool is_picture(std::string_view path) {
  static constexpr std::array<std::string_view, 6> kEndings = {".png", ".jpg",  ".jpeg",
                                                               ".gif", ".webp", ".svg"};
  const auto name = lower_ascii(path);
  return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

/// A target as a place in Markdown; empty if it is one within Org's files.
std::string address_of(std::string_view target) {
  const bool file = take_prefix(target, "file:") || target.starts_with("./") ||
                    target.starts_with("../") || target.starts_with('/');
  if (file) {
    target = target.substr(0, target.find("::"));  // what is searched for in it
  } else if (target.find("://") == npos && !target.starts_with("mailto:")) {
    return {};
  }
  const bool plain = target.find_first_of(" ()<>") == npos;
  return plain ? std::string(target) : fmt::format("<{}>", target);
}

std::string markdown_link(std::string_view target, std::string_view words) {
  const auto address = address_of(target);
  if (address.empty()) {
    target.remove_prefix(target.starts_with('*') || target.starts_with('#') ? 1 : 0);
    return std::string(words.empty() ? target : words);
  }
  if (words.empty() && is_picture(target)) {
    return fmt::format("![]({})", address);
  }
  if (words.empty() && target.find("://") != npos && !target.starts_with("file:")) {
    return std::string(target);
  }
  take_prefix(target, "file:");
  return fmt::format("[{}]({})", words.empty() ? target : words, address);
}

/// `[[target]]` or `[[target][words]]` at `at`.
std::optional<Converted> link_at(std::string_view line, std::size_t at) {
  if (!line.substr(at).starts_with("[[")) {
    return std::nullopt;
  }
  const auto end = line.substr(0, at + kLongestMarkup).find_first_of("[]", at + 2);
  if (end == npos || end == at + 2 || line[end] == '[') {
    return std::nullopt;
  }
  const auto target = line.substr(at + 2, end - at - 2);
  const auto rest = line.substr(end, kLongestMarkup);
  if (rest.starts_with("]]")) {
    return Converted{markdown_link(target, {}), end + 2};
  }
  const auto close = rest.starts_with("][") ? rest.find("]]", 3) : npos;
  if (close == npos) {
    return std::nullopt;
  }
  return Converted{markdown_link(target, rest.substr(2, close - 2)), end + close + 2};
}

/// Whether markup may begin behind the character before `at`; a gap may be all marked.
bool may_begin(std::string_view line, std::size_t at) {
  return at == 0 || std::string_view(" \t-({'\"[").find(line[at - 1]) != npos;
}

bool may_end(std::string_view line, std::size_t behind) {
  return behind == line.size() || std::string_view(" \t-.,:;!?'\")}[]|").find(line[behind]) != npos;
}

/// Where the mark at `at` closes, on the same line and without spaces inside at its ends.
std::size_t closing_mark(std::string_view whole, std::size_t at, bool code) {
  const auto line = whole.substr(0, at + kLongestMarkup);
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  if (!may_begin(line, at) || at + 1 >= line.size() || is_space(line[at + 1])) {
    return npos;
  }
  for (auto end = line.find(line[at], at + 1); end != npos; end = line.find(line[at], end + 1)) {
    const bool closes = end > at + 1 && !is_space(line[end - 1]) && may_end(whole, end + 1);
    if (closes || !code) {  // a path `/usr/lib/` is none in italics
      return closes ? end : npos;
    }
  }
  return npos;
}

std::string as_code(std::string_view code) {
  return code.find('`') == npos ? fmt::format("`{}`", code) : fmt::format("`` {} ``", code);
}

std::string converted(std::string_view line, int depth);

/// The markup that begins at `at`, or code in backticks, which stays.
std::optional<Converted> marked_at(std::string_view line, std::size_t at, int depth) {
  const char mark = line[at];
  if (mark == '`') {
    const auto end = line.substr(0, at + kLongestMarkup).find('`', at + 1);
    return end == npos
               ? std::nullopt
               : std::optional(Converted{std::string(line.substr(at, end + 1 - at)), end + 1});
  }
  const bool code = mark == '=' || mark == '~';
  const auto end = code || mark == '*' || mark == '/' ? closing_mark(line, at, code) : npos;
  if (end == npos || depth > kDeepest) {
    return std::nullopt;
  }
  const auto content = line.substr(at + 1, end - at - 1);
  const std::string_view marks = mark == '*' ? "**" : "*";
  return Converted{
      code ? as_code(content) : fmt::format("{}{}{}", marks, converted(content, depth + 1), marks),
      end + 1};
}

std::string converted(std::string_view line, int depth) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    auto markup = link_at(line, at);
    if (!markup) {
      markup = marked_at(line, at, depth);
    }
    if (markup) {
      out += markup->markdown;
      at = markup->end;
    } else {
      out += line[at++];
    }
  }
  return out;
}

}  // namespace

std::string markdown_of_org(std::string_view line) {
  return converted(line, 0);
}

}  // namespace pith::exchange
