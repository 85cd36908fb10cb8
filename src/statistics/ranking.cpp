#include "statistics/ranking.h"

#include <algorithm>

namespace pith::statistics {

namespace {

/// The first `count` of `all` by `before`; indices break ties.
template <typename Before>
std::vector<std::size_t> first_of(std::vector<std::size_t> all, std::size_t count, Before before) {
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()));
  std::partial_sort(all.begin(), end, all.end(), [&](std::size_t a, std::size_t b) {
    return before(a, b) || (!before(b, a) && a < b);
  });
  all.erase(end, all.end());
  return all;
}

}  // namespace

std::vector<WeakPoint> weakest(const Statistics& figures) {
  std::vector<std::size_t> failed;
  for (std::size_t p = 0; p < figures.points.size(); ++p) {
    if (figures.points[p].in_deck && figures.points[p].failed > 0) {
      failed.push_back(p);
    }
  }
  const auto before = [&](std::size_t a, std::size_t b) {
    const auto& x = figures.points[a];
    const auto& y = figures.points[b];
    return weakness_of(x) != weakness_of(y) ? weakness_of(x) > weakness_of(y)
                                            : x.retrievability < y.retrievability;
  };
  std::vector<WeakPoint> points;
  for (const auto point : first_of(std::move(failed), kWeakest, before)) {
    points.push_back({point, ""});
  }
  return points;
}

/// What would be shown as 100 %: just read or answered, and nothing to learn today.
constexpr double kAsGoodAsKnown = 0.995;

std::vector<std::size_t> learn_next(const Statistics& figures) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < figures.items.size(); ++i) {
    const auto& item = figures.items[i];
    if (item.in_deck && item.expected && item.due && *item.expected < kAsGoodAsKnown) {
      known.push_back(i);
    }
  }
  return first_of(std::move(known), kLearnNext, [&](std::size_t a, std::size_t b) {
    return *figures.items[a].expected < *figures.items[b].expected;
  });
}

std::vector<Failure> latest(std::vector<Failure> failures) {
  const auto count = std::min(failures.size(), kFailuresRead);
  const auto end = failures.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(failures.begin(), end, failures.end(), [](const Failure& a, const Failure& b) {
    return b.answer < a.answer || (a.answer == b.answer && a.point < b.point);
  });
  failures.erase(end, failures.end());
  return failures;
}

}  // namespace pith::statistics
