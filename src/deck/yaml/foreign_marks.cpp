#include "deck/yaml/foreign_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/npos.h"
#include "base/trim.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

/// In characters: a longer one is a sentence that has a comma.
constexpr std::size_t kLongestListed = 12;

bool begins_with_bracket(const Node& list, std::string_view source) {
  return list.type == Node::Type::sequence && list.offset < source.size() &&
         source[list.offset] == '[';
}

bool ends_a_sentence(std::string_view text) {
  return std::ranges::any_of(std::array{"。", "！", "？"},
                             [&](const char* mark) { return text.find(mark) != base::npos; });
}

/// What stands between double curly quotes, turned either way, or single ones.
std::optional<std::string_view> inside_curly_quotes(std::string_view text) {
  constexpr std::size_t kMark = 3;  // bytes of each
  const auto begins = [&](std::string_view mark) { return text.starts_with(mark); };
  const auto ends = [&](std::string_view mark) { return text.ends_with(mark); };
  const bool in_double = (begins("“") || begins("”")) && (ends("“") || ends("”"));
  if (text.size() <= 2 * kMark || !(in_double || (begins("‘") && ends("’")))) {
    return std::nullopt;
  }
  const auto inside = text.substr(kMark, text.size() - 2 * kMark);
  const bool several = std::ranges::any_of(
      std::array{"“", "”", "‘"}, [&](const char* mark) { return inside.find(mark) != base::npos; });
  return several ? std::nullopt : std::optional(inside);
}

/// What full-width commas separate.
std::vector<std::string_view> listed(std::string_view text) {
  constexpr std::array<std::string_view, 2> kCommas = {"，", "、"};
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    part = base::trimmed(part);
    parts.push_back(inside_curly_quotes(part).value_or(part));
  };
  for (auto comma = std::min(text.find(kCommas[0]), text.find(kCommas[1])); comma != base::npos;
       comma = std::min(text.find(kCommas[0]), text.find(kCommas[1]))) {
    add(text.substr(0, comma));
    text.remove_prefix(comma + kCommas[0].size());
  }
  add(text);
  return parts;
}

bool is_short(std::string_view part) {
  return !part.empty() && text::count_code_points(part) <= kLongestListed;
}

constexpr std::string_view kWideMark = "：";

/// Length of the colons, plain or full-width, that stand at the front.
std::size_t length_of_colons(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == ':' || text.substr(at).starts_with(kWideMark))) {
    at += text[at] == ':' ? 1 : kWideMark.size();
  }
  return at;
}

}  // namespace

void warn_of_wide_commas(const Node& list, Complaints& complaints) {
  if (!begins_with_bracket(list, complaints.source().text()) || list.children.size() != 1 ||
      !is_plain(list.children.front()) || ends_a_sentence(list.children.front().text)) {
    return;
  }
  const auto& entry = list.children.front();
  const auto parts = listed(entry.text);
  if (parts.size() > 1 && std::ranges::all_of(parts, is_short)) {
    complaints.warning(
        entry.offset, fmt::format("{} counts as one text", in_quotes(entry.text)),
        fmt::format("for several write [{}] with plain commas; if one is meant, put it in quotes",
                    shortened(fmt::format("{}", fmt::join(parts, ", ")))));
  }
}

void warn_of_curly_quotes(const Node& value, Complaints& complaints) {
  const auto inside = is_plain(value) ? inside_curly_quotes(value.text) : std::nullopt;
  if (inside) {
    complaints.warning(
        value.offset,
        fmt::format("the curly quotes are part of the text {}", in_quotes(value.text)),
        fmt::format("write \"{}\" with plain quotes; if they are meant, put plain quotes around "
                    "them",
                    shortened(*inside)));
  }
}

bool has_wide_comma(std::string_view text) {
  return listed(text).size() > 1;
}

bool is_in_curly_quotes(std::string_view text) {
  return inside_curly_quotes(text).has_value();
}

std::string with_plain_colons(std::string gap) {
  const auto number = gap.find_first_not_of("0123456789", 1);
  if (number != base::npos && number > 1 && (gap[0] == 'c' || gap[0] == 'C')) {
    const auto colons = length_of_colons(std::string_view(gap).substr(number));
    if (gap.substr(number, colons).find(kWideMark) != base::npos) {
      gap.replace(number, colons, "::");
    }
  }
  for (auto at = gap.find("：："); at != base::npos; at = gap.find("：：", at)) {
    gap.replace(at, 2 * kWideMark.size(), "::");
  }
  return gap;
}

}  // namespace pith::deck
