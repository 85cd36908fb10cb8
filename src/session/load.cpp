#include "session/load.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "session/candidate.h"

namespace pith::session {
namespace {

constexpr std::chrono::days kAhead{7};

/// The last day to which the item's interval is spread.
memory::StudyDay last_day_for(const Burden& burden, const LoadRules& rules) {
  if (burden.by_hand) {
    return rules.day;
  }
  if (burden.last_day) {
    return std::max(*burden.last_day, rules.day);
  }
  const auto due = memory::next_due(*burden.memory, rules.parameters, burden.options);
  return due ? std::max(due->latest, rules.day) : rules.day;
}

/// By place, for those that matter to the choice.
using LastDays = std::vector<std::optional<memory::StudyDay>>;

LastDays last_days_of(std::span<const Burden> burdens, const LoadRules& rules) {
  LastDays last_days;
  last_days.reserve(burdens.size());
  for (const auto& burden : burdens) {
    const bool matters = burden.due && *burden.due <= load_horizon(rules.day);
    last_days.push_back(matters ? std::optional(last_day_for(burden, rules)) : std::nullopt);
  }
  return last_days;
}

/// Items a day that have to be asked, day after day, so that none comes after its last day.
class FairShare {
 public:
  explicit FairShare(memory::StudyDay today) : today_(today) {}

  void add(memory::StudyDay last_day) { ++items_[std::max(last_day, today_)]; }
  [[nodiscard]] std::size_t items_a_day() const {
    auto share = kFew;
    std::size_t all = 0;
    for (const auto& [last_day, items] : items_) {
      all += items;
      const auto days = static_cast<std::size_t>((last_day - today_).count()) + 1;
      share = std::max(share, (all + days - 1) / days);  // rounded up
    }
    return share;
  }

 private:
  memory::StudyDay today_;
  std::map<memory::StudyDay, std::size_t> items_;  ///< By last day.
};

/// At least so much as decides whether `due` items are too many. More items never lessen the share,
/// so that the later ones need not all be known.
std::size_t fair_share(const LastDays& last_days, const LaterDays& later, std::size_t due,
                       const LoadRules& rules) {
  constexpr std::size_t kBetweenLooks = 32;
  FairShare share(rules.day);
  for (const auto* done : {&rules.done, &rules.done_ahead}) {
    std::ranges::for_each(*done, [&](memory::StudyDay last_day) { share.add(last_day); });
  }
  for (const auto& last_day : last_days) {
    if (last_day) {
      share.add(*last_day);
    }
  }
  if (later && share.items_a_day() < due) {
    std::size_t seen = 0;
    later([&](memory::StudyDay last_day) {
      share.add(last_day);
      return ++seen % kBetweenLooks != 0 || share.items_a_day() < due;
    });
  }
  return share.items_a_day();
}

/// Places of what may wait, the smallest loss first.
std::vector<std::size_t> patient(std::span<const Burden> burdens, std::span<const std::size_t> due,
                                 const LastDays& last_days, const LoadRules& rules) {
  const memory::ForgettingCurve curve(rules.parameters);
  std::vector<std::pair<double, std::size_t>> found;
  for (const auto place : due) {
    if (last_days[place] > rules.day) {
      const auto score = memory::expected_score(*burdens[place].memory, curve, rules.day);
      found.emplace_back(1 - score.value_or(0), place);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::size_t> patient;
  patient.reserve(found.size());
  for (const auto& [loss, place] : found) {
    patient.push_back(place);
  }
  return patient;
}

/// Indices of the points to ask of an item that is due.
std::vector<std::size_t> points_to_ask(const Burden& burden, const LoadRules& rules) {
  std::vector<std::size_t> asked;
  if (!burden.by_hand) {
    asked = memory::points_due(*burden.memory, rules.parameters, burden.options, rules.day);
  }
  return asked.empty() ? active_points(*burden.memory) : asked;
}

}  // namespace

memory::StudyDay load_horizon(memory::StudyDay day) {
  return day + kAhead - std::chrono::days{1};
}

std::vector<std::size_t> todays_share(std::span<const Burden> burdens, const LoadRules& rules,
                                      const LaterDays& later) {
  std::vector<std::size_t> due;
  for (std::size_t i = 0; i < burdens.size(); ++i) {
    if (burdens[i].due && *burdens[i].due <= rules.day) {
      due.push_back(i);
    }
  }
  const auto of_today = due.size() + rules.done.size();
  if (!rules.even || of_today <= kFew) {
    return due;
  }
  const auto last_days = last_days_of(burdens, rules);
  const auto share = fair_share(last_days, later, of_today, rules);
  if (of_today <= share) {
    return due;
  }
  auto waiting = patient(burdens, due, last_days, rules);
  waiting.resize(std::min(waiting.size(), of_today - share));
  const std::set<std::size_t> left(waiting.begin(), waiting.end());
  std::erase_if(due, [&](std::size_t place) { return left.contains(place); });
  return due;
}

std::vector<Asked> asked_today(std::span<const Burden> burdens, const LoadRules& rules,
                               const LaterDays& later) {
  const memory::ForgettingCurve curve(rules.parameters);
  std::vector<std::pair<double, Asked>> found;
  for (const auto place : todays_share(burdens, rules, later)) {
    auto points = points_to_ask(burdens[place], rules);
    const auto loss = memory::expected_loss(*burdens[place].memory, curve, points, rules.day);
    found.emplace_back(loss, Asked{place, std::move(points)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Asked> asked;
  asked.reserve(found.size());
  for (auto& [loss, each] : found) {
    asked.push_back(std::move(each));
  }
  return asked;
}

}  // namespace pith::session
