#include "session/load.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "memory/fuzz.h"

namespace pith::session {
namespace {

constexpr std::size_t kFew = 10;  // items a day that nobody needs to be spared
constexpr std::chrono::days kAhead{7};

/// The last day to which the item's interval is spread.
memory::StudyDay last_day_for(const Candidate& candidate, const LoadRules& rules) {
  const auto options = scheduling_for(*candidate.item, rules.wishes);
  const auto due = memory::next_due(candidate.memory, rules.parameters, options);
  const auto reckoning = memory::reckon(candidate.memory, rules.parameters, options);
  if (!due || !reckoning || candidate.by_hand) {
    return rules.day;
  }
  const auto range = memory::fuzz_range(due->interval, options.maximum_interval);
  return reckoning->last_review + std::chrono::days{range.last};
}

/// Items a day that have to be asked, day after day, so that none comes after its last day.
std::size_t fair_share(std::span<const Candidate* const> candidates, const LoadRules& rules) {
  std::vector<memory::StudyDay> last_days;
  for (const auto* candidate : candidates) {
    if (candidate->due && *candidate->due < rules.day + kAhead) {
      last_days.push_back(std::max(last_day_for(*candidate, rules), rules.day));
    }
  }
  std::sort(last_days.begin(), last_days.end());
  auto share = kFew;
  for (std::size_t i = 0; i < last_days.size(); ++i) {
    const auto days = static_cast<std::size_t>((last_days[i] - rules.day).count()) + 1;
    share = std::max(share, (i + days) / days);  // i + 1 items in so many days, rounded up
  }
  return share;
}

/// What may wait, the smallest loss first.
std::vector<const Candidate*> patient(std::span<const Candidate* const> due,
                                      const LoadRules& rules) {
  const memory::ForgettingCurve curve(rules.parameters);
  std::vector<std::pair<double, const Candidate*>> found;
  for (const auto* candidate : due) {
    if (last_day_for(*candidate, rules) > rules.day) {
      const auto score = memory::expected_score(candidate->memory, curve, rules.day);
      found.emplace_back(1 - score.value_or(0), candidate);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Candidate*> patient;
  for (const auto& [loss, candidate] : found) {
    patient.push_back(candidate);
  }
  return patient;
}

}  // namespace

std::vector<const Candidate*> todays_share(std::span<const Candidate* const> candidates,
                                           const LoadRules& rules) {
  std::vector<const Candidate*> due;
  std::copy_if(
      candidates.begin(), candidates.end(), std::back_inserter(due),
      [&](const Candidate* candidate) { return candidate->due && *candidate->due <= rules.day; });
  const auto share = rules.wishes.fuzz && due.size() > kFew ? fair_share(candidates, rules) : kFew;
  if (!rules.wishes.fuzz || due.size() <= share) {
    return due;
  }
  auto waiting = patient(due, rules);
  waiting.resize(std::min(waiting.size(), due.size() - share));
  const std::set<const Candidate*> left(waiting.begin(), waiting.end());
  std::erase_if(due, [&](const Candidate* candidate) { return left.contains(candidate); });
  return due;
}

}  // namespace pith::session
