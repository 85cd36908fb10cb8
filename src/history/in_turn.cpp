#include "history/in_turn.h"

#include <algorithm>
#include <map>
#include <string>

namespace pith::history {

namespace {

/// The same on every device.
Name aside_of(Name name) {
  (name.point.empty() ? name.item : name.point) += " (aside)";
  return name;
}

/// Renamings each of which leads to the name that the next one leaves; the last may lead back to
/// one of them.
void add_in_turn(std::vector<Alias> chain, std::vector<Alias>& steps) {
  const auto round = std::ranges::find(chain, chain.back().to, &Alias::from);
  if (round != chain.end()) {
    const Name aside = aside_of(round->from);
    steps.push_back({round->from, aside});
    round->from = aside;
  }
  steps.insert(steps.end(), chain.rbegin(), chain.rend());
}

}  // namespace

std::vector<Alias> in_turn(std::span<const Alias> renamings) {
  std::map<Name, Name> waiting;
  for (const Alias& each : renamings) {
    waiting.emplace(each.from, each.to);
  }
  std::vector<Alias> steps;
  for (const Alias& each : renamings) {
    std::vector<Alias> chain;
    for (auto next = waiting.find(each.from); next != waiting.end();
         next = waiting.find(chain.back().to)) {
      chain.push_back({next->first, next->second});
      waiting.erase(next);
    }
    if (!chain.empty()) {
      add_in_turn(std::move(chain), steps);
    }
  }
  return steps;
}

}  // namespace pith::history
