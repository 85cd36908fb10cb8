#include "text/line_diff.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace pith::text {
namespace {

using Lines = std::span<const std::string_view>;

constexpr int kMostMarked = 1000;
constexpr std::size_t kContext = 3;

/// A line that stays (` `), goes (`-`) or comes (`+`).
struct Step {
  char mark = ' ';
  std::string_view line;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// The furthest places reached on each diagonal, after each number of marked lines; empty if it
/// took too many.
std::optional<std::vector<std::vector<int>>> search(Lines before, Lines after) {
  const auto n = static_cast<int>(before.size());
  const auto m = static_cast<int>(after.size());
  std::vector<std::vector<int>> trace;
  std::vector<int> reached(2 * kMostMarked + 3, 0);
  const auto on = [&](int diagonal) -> int& {
    const int place = diagonal + kMostMarked + 1;
    return reached[static_cast<std::size_t>(place)];
  };
  for (int marked = 0; marked <= kMostMarked; ++marked) {
    trace.push_back(reached);
    for (int k = -marked; k <= marked; k += 2) {
      int x = k == -marked || (k != marked && on(k - 1) < on(k + 1)) ? on(k + 1) : on(k - 1) + 1;
      while (x < n && x - k < m && x - k >= 0 &&
             before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)]) {
        ++x;
      }
      on(k) = x;
      if (x >= n && x - k >= m) {
        return trace;
      }
    }
  }
  return std::nullopt;
}

/// Walks the search back from its end.
std::vector<Step> steps_from(const std::vector<std::vector<int>>& trace, Lines before,
                             Lines after) {
  std::vector<Step> steps;
  auto x = static_cast<int>(before.size());
  auto y = static_cast<int>(after.size());
  for (auto marked = static_cast<int>(trace.size()) - 1; marked >= 0; --marked) {
    const auto on = [&](int diagonal) {
      const int place = diagonal + kMostMarked + 1;
      return trace[static_cast<std::size_t>(marked)][static_cast<std::size_t>(place)];
    };
    const int k = x - y;
    const bool comes = k == -marked || (k != marked && on(k - 1) < on(k + 1));
    const int from_x = marked == 0 ? 0 : comes ? on(k + 1) : on(k - 1);
    const int from_y = marked == 0 ? 0 : from_x - (comes ? k + 1 : k - 1);
    while (x > from_x && y > from_y) {
      --x;
      --y;
      steps.push_back({' ', before[static_cast<std::size_t>(x)]});
    }
    if (marked > 0) {
      steps.push_back(comes ? Step{'+', after[static_cast<std::size_t>(--y)]}
                            : Step{'-', before[static_cast<std::size_t>(--x)]});
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::vector<Step> steps_between(Lines before, Lines after) {
  const auto [first, other] =
      std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto same = static_cast<std::size_t>(first - before.begin());
  const auto most = std::min(before.size(), after.size()) - same;
  std::size_t behind = 0;
  while (behind < most && before[before.size() - 1 - behind] == after[after.size() - 1 - behind]) {
    ++behind;
  }
  const auto old_middle = before.subspan(same, before.size() - same - behind);
  const auto new_middle = after.subspan(same, after.size() - same - behind);
  std::vector<Step> steps;
  const auto add = [&steps](Lines lines, char mark) {
    for (const auto line : lines) {
      steps.push_back({mark, line});
    }
  };
  add(before.first(same), ' ');
  if (const auto trace = search(old_middle, new_middle)) {
    const auto middle = steps_from(*trace, old_middle, new_middle);
    steps.insert(steps.end(), middle.begin(), middle.end());
  } else {
    add(old_middle, '-');
    add(new_middle, '+');
  }
  add(before.last(behind), ' ');
  return steps;
}

/// `@@ -old +new @@` and its lines. `old_line` and `new_line` count those before it.
std::string hunk(std::span<const Step> steps, std::size_t old_line, std::size_t new_line) {
  std::size_t old_count = 0;
  std::size_t new_count = 0;
  std::string body;
  for (const auto& step : steps) {
    old_count += step.mark == '+' ? 0U : 1U;
    new_count += step.mark == '-' ? 0U : 1U;
    body.append(1, step.mark).append(step.line);
    body += step.line.ends_with('\n') ? "" : "\n\\ No newline at end of file\n";
  }
  const auto begin = [](std::size_t line, std::size_t count) {
    return count == 0 ? line : line + 1;
  };
  return fmt::format("@@ -{},{} +{},{} @@\n{}", begin(old_line, old_count), old_count,
                     begin(new_line, new_count), new_count, body);
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const auto steps = steps_between(old_lines, new_lines);
  std::string out;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  std::size_t told = 0;
  const auto advance = [&](std::size_t to) {
    for (; told < to; ++told) {
      old_line += steps[told].mark == '+' ? 0U : 1U;
      new_line += steps[told].mark == '-' ? 0U : 1U;
    }
  };
  const auto changed = [](const Step& step) { return step.mark != ' '; };
  const auto next_change = [&](std::size_t from) {
    const auto begin = steps.begin() + static_cast<std::ptrdiff_t>(from);
    return static_cast<std::size_t>(std::find_if(begin, steps.end(), changed) - steps.begin());
  };
  for (auto first = next_change(0); first < steps.size(); first = next_change(told)) {
    auto end = first;
    for (auto next = first; next < steps.size() && next <= end + 2 * kContext;
         next = next_change(next + 1)) {
      end = next;
    }
    const auto from = std::max(told, first - std::min(first, kContext));
    const auto to = std::min(end + 1 + kContext, steps.size());
    advance(from);
    out += hunk(std::span(steps).subspan(from, to - from), old_line, new_line);
    advance(to);
  }
  return out.empty() ? out : fmt::format("--- {0}\n+++ {0}\n{1}", name, out);
}

}  // namespace pith::text
