#include "text/similar.h"

#include <algorithm>
#include <vector>

#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::text {
namespace {

/// Longer words are no typos of each other, and the table grows with the square.
constexpr std::size_t kLongestWord = 200;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto from = to_utf32(a);
  const auto to = to_utf32(b);
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[to.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > kLongestWord) {
    return std::nullopt;
  }
  const auto wanted = nfkc_casefold(repair_utf8(word));
  std::optional<std::string> best;
  std::size_t allowed = std::max<std::size_t>(1, count_code_points(wanted) / 3);
  for (const auto& candidate : candidates) {
    if (candidate.size() > kLongestWord) {
      continue;
    }
    const auto distance = edit_distance(wanted, nfkc_casefold(candidate));
    if (distance < allowed || (distance == allowed && !best)) {
      best = candidate;
      allowed = distance;
    }
  }
  return best;
}

}  // namespace pith::text
