#include "deck/cloze.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/trim.h"
#include "deck/limits.h"

namespace pith::deck {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr unsigned kMostGaps = 500;

/// A gap as written: its number if it has one, the deleted text and the hint.
struct Gap {
  std::optional<unsigned> number;
  std::string_view text;
  std::string_view hint;
};

/// Offset of the `}}` that ends the gap whose content begins at `at`; braces inside (TeX, code) are
/// balanced where they can be.
std::size_t end_of_gap(std::string_view text, std::size_t at) {
  const auto first = text.find("}}", at);
  std::size_t depth = 0;
  const auto limit = std::min(text.size(), at + kLongestGap);
  for (auto i = at; i < limit; ++i) {
    if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && depth > 0) {
      --depth;
    } else if (text.substr(i).starts_with("}}")) {
      return i;
    }
  }
  return first;
}

/// Takes `c12::` off the front of a gap; empty if it has no number.
std::optional<unsigned> take_number(std::string_view& content) {
  unsigned number = 0;
  if (content.empty() || (content[0] != 'c' && content[0] != 'C')) {
    return std::nullopt;
  }
  const auto [end, error] =
      std::from_chars(content.data() + 1, content.data() + content.size(), number);
  const auto length = static_cast<std::size_t>(end - content.data());
  if (error != std::errc{} || !content.substr(length).starts_with("::")) {
    return std::nullopt;
  }
  content.remove_prefix(length + 2);
  return number;
}

Gap read_gap(std::string_view content) {
  Gap gap;
  gap.number = take_number(content);
  const auto colons = content.find("::");
  gap.text = base::trimmed(content.substr(0, colons));
  gap.hint = colons == kNowhere ? std::string_view() : base::trimmed(content.substr(colons + 2));
  return gap;
}

bool names_several_numbers(std::string_view content) {
  const auto colons = content.find("::");
  return colons != kNowhere && colons >= 5 && content[0] == 'c' &&
         content.substr(0, colons).find(",c") != kNowhere &&
         content.substr(0, colons).find_first_not_of("c,0123456789") == kNowhere;
}

/// Whether a numbered gap begins inside; other braces (code, TeX) are text.
bool holds_gap(std::string_view content) {
  for (auto at = content.find("{{"); at != kNowhere; at = content.find("{{", at + 1)) {
    auto inside = content.substr(at + 2);
    if (take_number(inside)) {
      return true;
    }
  }
  return false;
}

std::optional<ClozeMistake> mistake_in(std::string_view content, const Gap& gap, std::size_t at) {
  if (holds_gap(content)) {
    return ClozeMistake{at, "a gap stands inside another gap", "end the outer one with }} first"};
  }
  if (names_several_numbers(content)) {
    return ClozeMistake{at, "a gap belongs to one number", "write {{c1::…}}"};
  }
  if (gap.text.empty()) {
    return ClozeMistake{at, "this gap is empty", "write {{the text to recall}}"};
  }
  if (gap.number && (*gap.number == 0 || *gap.number > kMostGaps)) {
    return ClozeMistake{at, fmt::format("gaps are numbered from c1 to c{}", kMostGaps),
                        "write {{c1::…}}"};
  }
  return std::nullopt;
}

/// Gives every unnumbered gap the smallest number that nobody uses.
void number_the_rest(std::vector<Gap>& gaps) {
  std::set<unsigned> used;
  for (const auto& gap : gaps) {
    used.insert(gap.number.value_or(0));
  }
  unsigned next = 1;
  for (auto& gap : gaps) {
    if (!gap.number) {
      while (used.contains(next)) {
        ++next;
      }
      gap.number = next++;
    }
  }
}

/// The points of the gaps, and each number's index among them.
std::map<unsigned, std::size_t> make_points(const std::vector<Gap>& gaps,
                                            std::vector<Point>& points) {
  std::map<unsigned, std::size_t> index;
  for (const auto& gap : gaps) {
    index.emplace(*gap.number, 0);
  }
  for (auto& [number, at] : index) {
    at = points.size();
    Point point;
    point.id = fmt::format("c{}", number);
    points.push_back(std::move(point));
  }
  for (const auto& gap : gaps) {
    auto& name = points[index[*gap.number]].name;
    name += (name.empty() ? "" : ", ") + std::string(gap.text);
  }
  return index;
}

/// A gap as it is written; a space keeps marks apart that would be read otherwise: `{{c1::a} }}`.
std::string written_gap(std::string_view id, const ClozePart& part) {
  auto content = fmt::format("{}::{}", id, part.text);
  if (!part.hint.empty()) {
    content += part.text.ends_with(':') ? " ::" : "::";
    content += part.hint;
  }
  return fmt::format("{{{{{}{}}}}}", content, content.ends_with('}') ? " " : "");
}

}  // namespace

std::variant<Cloze, ClozeMistake> parse_cloze(std::string_view text) {
  std::vector<Gap> gaps;
  std::vector<std::string_view> literals;  // one before each gap and one behind the last
  std::size_t at = 0;
  for (auto open = text.find("{{"); open != kNowhere && gaps.size() <= kMostGaps;
       open = text.find("{{", at)) {
    const auto end = end_of_gap(text, open + 2);
    if (end == kNowhere) {
      return ClozeMistake{open, "this gap is never closed", "end it with }}"};
    }
    const auto content = text.substr(open + 2, end - open - 2);
    gaps.push_back(read_gap(content));
    if (auto mistake = mistake_in(content, gaps.back(), open)) {
      return *mistake;
    }
    literals.push_back(text.substr(at, open - at));
    at = end + 2;
  }
  if (gaps.empty() || gaps.size() > kMostGaps) {
    return ClozeMistake{
        0, gaps.empty() ? "a cloze needs a gap" : "a cloze has at most 500 gaps",
        gaps.empty() ? "mark what is to be recalled: {{like this}}" : "make several items of it"};
  }
  number_the_rest(gaps);
  Cloze cloze;
  const auto index = make_points(gaps, cloze.points);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (!literals[i].empty()) {
      cloze.parts.push_back({std::string(literals[i]), std::nullopt, {}});
    }
    cloze.parts.push_back(
        {std::string(gaps[i].text), index.at(*gaps[i].number), std::string(gaps[i].hint)});
  }
  if (at < text.size()) {
    cloze.parts.push_back({std::string(text.substr(at)), std::nullopt, {}});
  }
  return cloze;
}

std::string with_gaps(const std::vector<ClozePart>& parts) {
  std::string text;
  for (const auto& part : parts) {
    text += part.point ? fmt::format("[{}]", part.hint.empty() ? "…" : part.hint) : part.text;
  }
  return text;
}

std::string written(const Item& cloze) {
  std::string text;
  for (const auto& part : cloze.cloze) {
    text += part.point ? written_gap(cloze.points[*part.point].id, part) : part.text;
  }
  return text;
}

std::string filled(const std::vector<ClozePart>& parts) {
  std::string text;
  for (const auto& part : parts) {
    text += part.text;
  }
  return text;
}

}  // namespace pith::deck
