#include "grading/stance/denials.h"

#include <algorithm>
#include <utility>

namespace pith::grading {
namespace {

std::size_t common(const Range& a, const Range& b) {
  return a.touches(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
}

/// What of a range lies in none of `disjoint` ranges, which ascend and all touch it.
std::vector<Range> without(const Range& all, const std::vector<Range>& disjoint) {
  std::vector<Range> rest;
  auto begin = all.begin;
  for (const auto& range : disjoint) {
    if (range.begin > begin) {
      rest.push_back({begin, std::min(range.begin, all.end)});
    }
    begin = std::max(begin, range.end);
  }
  if (begin < all.end) {
    rest.push_back({begin, all.end});
  }
  return rest;
}

}  // namespace

Denials::Denials(const Heard& heard, std::vector<Denial> list)
    : segments_(heard.segments), list_(std::move(list)) {
  std::sort(list_.begin(), list_.end(),
            [](const Denial& a, const Denial& b) { return a.grains.begin < b.grains.begin; });
  skips_.resize(segments_.sentences());
  std::size_t end = 0;
  for (const auto& denial : list_) {
    end = std::max(end, denial.grains.end);
    reach_.push_back(end);
    heard.presence.look_at(denial.topic);
    auto& row = recalls_.emplace_back();
    for (const auto& target : heard.targets.list) {
      row.push_back(best_recall(target, heard.presence).value);
    }
    if (skips(denial.cue)) {
      skips_[segments_.clauses[segments_.clause_at(denial.grains.end - 1)].sentence] = true;
    }
  }
}

Bearing Denials::on(const Range& grains) const {
  Bearing bearing;
  auto d = static_cast<std::size_t>(std::lower_bound(list_.begin(), list_.end(), grains.end,
                                                     [](const Denial& denial, std::size_t at) {
                                                       return denial.grains.begin < at;
                                                     }) -
                                    list_.begin());
  for (; d > 0 && reach_[d - 1] > grains.begin; --d) {
    if (list_[d - 1].grains.touches(grains)) {
      bearing.denials.push_back(d - 1);
    }
  }
  bearing.affirmed = {grains};
  if (!bearing.denials.empty()) {
    set_shares(grains, bearing);
  }
  return bearing;
}

void Denials::set_shares(const Range& grains, Bearing& bearing) const {
  const auto share = [&](std::size_t part) {
    return static_cast<double>(part) / static_cast<double>(grains.size());
  };
  const auto raise = [](double& value, double to) { value = std::max(value, to); };
  std::vector<Range> against;
  std::vector<Range> denied;
  for (const auto d : bearing.denials) {
    const auto& denial = list_[d];
    const auto part = share(common(denial.grains, grains));
    raise(skips(denial.cue) ? bearing.skipped : bearing.denied, part);
    if (denial.dismisses()) {
      raise(bearing.dismissed, part);
    }
    against.push_back(denial.grains);
    if (!skips(denial.cue)) {
      denied.push_back(denial.grains);
    }
  }
  bearing.affirmed = without(grains, merged(std::move(against)));
  denied = merged(std::move(denied));
  std::size_t in_clauses = 0;
  for (auto c = segments_.clause_at(grains.begin); c <= segments_.clause_at(grains.end - 1); ++c) {
    const auto& clause = segments_.clauses[c].grains;
    in_clauses += any_touches(denied, clause) ? common(clause, grains) : 0;
  }
  bearing.clauses = share(in_clauses);
}

double Denials::recall(const Bearing& bearing, std::size_t target) const {
  double most = 0;
  for (const auto d : bearing.denials) {
    most = std::max(most, recalls_[d][target]);
  }
  return most;
}

bool Denials::skips_near(std::size_t sentence) const {
  const auto begin = sentence - std::min<std::size_t>(sentence, 1);
  const auto end = std::min(sentence + 2, skips_.size());
  return std::any_of(skips_.begin() + static_cast<std::ptrdiff_t>(begin),
                     skips_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](bool skips) { return skips; });
}

}  // namespace pith::grading
