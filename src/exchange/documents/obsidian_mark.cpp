#include "exchange/documents/obsidian_mark.h"

#include <algorithm>
#include <cctype>

#include "base/is_digit.h"
#include "base/npos.h"
#include "exchange/documents/markdown_spans.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;
constexpr std::size_t kLongestLink = 2'000;  // bytes
constexpr std::size_t kLongestAddress = 45;  // bytes to either side

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_hex_digit(char c) {
  return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

/// Whether a run of hexadecimal digits and colons is written like an IPv6 address, and not like two
/// short words.
bool is_whole_address(std::string_view run) {
  const auto groups = split_list(run, {":"});
  const auto gap = run.find("::");
  const bool one_gap = gap != npos && run.find("::", gap + 1) == npos;
  const auto is_whole = [](const std::string& group) { return group.size() == 4; };
  const auto has = [&](auto what) { return std::any_of(run.begin(), run.end(), what); };
  const bool digit = has(base::is_digit);
  const bool letter = has([](char c) { return c != ':' && (c < '0' || c > '9'); });
  const bool fits = groups.size() < 8 && std::ranges::all_of(groups, [](const std::string& group) {
                      return group.size() <= 4;
                    });
  if (!one_gap || !digit || !fits) {
    return false;
  }
  const bool colons = std::ranges::count(run, ':') > 2;
  return gap == 0 || (colons && (letter || std::ranges::any_of(groups, is_whole))) ||
         (letter && is_whole(groups[0]) && std::ranges::any_of(groups[0], base::is_digit));
}

/// Where the address ends that `::` at `at` is part of; `at` if it is part of none.
std::size_t end_of_address(std::string_view line, std::size_t at) {
  const auto belongs = [](char c) { return is_hex_digit(c) || c == ':'; };
  auto begin = at;
  while (begin > 0 && at - begin < kLongestAddress && belongs(line[begin - 1])) {
    --begin;
  }
  auto end = at;
  while (end < line.size() && end - at < kLongestAddress && belongs(line[end])) {
    ++end;
  }
  const bool apart = (begin == 0 || !is_word_byte(line[begin - 1])) &&
                     (end == line.size() || !is_word_byte(line[end]));
  return apart && is_whole_address(line.substr(begin, end - begin)) ? end : at;
}

/// Where a link, a gap or an address of the web ends that begins at `at`; `at` if none does.
std::size_t end_of_link(std::string_view line, std::size_t at) {
  struct Pair {
    std::string_view open;
    std::string_view close;
  };
  const auto rest = line.substr(at, kLongestLink);
  for (const auto& [open, close] : {Pair{"[[", "]]"}, Pair{"{{c", "}}"}}) {
    const auto end = rest.starts_with(open) ? rest.find(close) : npos;
    if (end != npos) {
      return at + end + close.size();
    }
  }
  const bool scheme = at > 0 && is_word_byte(line[at - 1]) && rest.starts_with("://");
  return scheme ? at + std::min(rest.find_first_of(" \t)>"), rest.size()) : at;
}

bool is_in_name(std::string_view line, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    return i < line.size() && (is_word_byte(line[i]) || line[i] == '>');
  };
  return at > 0 && letter(at - 1) && letter(at + 2) && line.find("std::") != npos;
}

}  // namespace

std::pair<std::size_t, std::size_t> inline_mark(std::string_view line) {
  if (trimmed(line).starts_with('|')) {
    return {npos, 0};
  }
  for (std::size_t at = 0; at + 1 < line.size();) {
    const auto end = std::max(end_of_verbatim(line, at), end_of_link(line, at));
    if (end > at || !line.substr(at).starts_with("::")) {
      at = std::max(end, at + 1);
      continue;
    }
    const std::size_t length = line.substr(at).starts_with(":::") ? 3 : 2;
    const auto behind = length == 2 ? end_of_address(line, at) : at;
    if (at > 0 && behind == at && !(length == 2 && is_in_name(line, at))) {
      return {at, length};
    }
    at = std::max(behind, at + length);
  }
  return {npos, 0};
}

}  // namespace pith::exchange
