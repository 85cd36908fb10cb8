#include "grading/stance/mentions.h"

#include <algorithm>
#include <utility>

namespace pith::grading {
namespace {

constexpr double kLedRecall = 0.12;       ///< Of the one point that the range can mean at all …
constexpr double kLead = 2.0;             ///< … whose recall is so many times that of the next.
constexpr double kSaidAsItStands = 0.99;  ///< Of a name: it is said as it stands.
constexpr double kTopicRecall = 0.25;     ///< Of any point: the topic was found.

bool has_token(const Target& target, TokenId token) {
  return std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
    return wording.states() && wording.has(token);
  });
}

}  // namespace

double Mentions::recall_of(const Target& target) const {
  return best_recall(target, heard_.presence).value;
}

bool Mentions::names(const Target& target, const Range& range) {
  heard_.presence.look_at(range);
  return std::ranges::any_of(target.name().tokens, [this](const WeightedToken& own) {
    return heard_.presence.names(own.token);
  });
}

bool Mentions::any(const Range& range) {
  heard_.presence.look_at(range);
  return std::any_of(heard_.targets.list.begin(), heard_.targets.list.end(),
                     [this](const Target& target) { return recall_of(target) >= kTopicRecall; });
}

std::vector<std::size_t> Mentions::meant_by(const Range& range, double least, Cue cue) {
  heard_.presence.look_at(range);
  std::vector<std::size_t> meant;
  std::size_t leader = 0;
  double best = 0;
  double next = 0;
  for (std::size_t t = 0; t < heard_.targets.list.size(); ++t) {
    const double recall = recall_of(heard_.targets.list[t]);
    if (recall >= least) {
      meant.push_back(t);
    }
    if (recall > best) {
      next = std::exchange(best, recall);
      leader = t;
    } else {
      next = std::max(next, recall);
    }
  }
  drop_shadowed(meant);
  if (meant.empty() && best >= kLedRecall && best >= kLead * next &&
      (cue != Cue::negate || names_nothing_else(heard_.targets.list[leader], range))) {
    meant.push_back(leader);
  }
  return meant;
}

bool Mentions::names_more(const Target& target, const Range& range, const Range& than) {
  const auto& name = target.name().tokens;
  const auto said_in = [&](const Range& stretch) {
    std::vector<bool> said;
    heard_.presence.look_at(stretch);
    for (const auto& own : name) {
      said.push_back(heard_.presence.strength(own.token) > 0.0F &&
                     !heard_.targets.in_question[own.token]);
    }
    return said;
  };
  const auto here = said_in(range);
  const auto there = said_in(than);
  return !std::ranges::equal(here, there, [](bool more, bool less) { return !more || less; });
}

void Mentions::drop_shadowed(std::vector<std::size_t>& meant) const {
  const auto& list = heard_.targets.list;
  const auto is_named = [&](std::size_t t) {
    return heard_.presence.recall(list[t].name()) >= kSaidAsItStands;
  };
  const auto is_in_name = [&](const WeightedToken& own, std::size_t name) {
    return heard_.presence.strength(own.token) == 0.0F || list[name].name().has(own.token);
  };
  const auto is_shadowed_by = [&](std::size_t t, std::size_t name) {
    return list[t].point != list[name].point && is_named(name) &&
           std::ranges::all_of(list[t].wordings, [&](const Wording& wording) {
             return std::ranges::all_of(
                 wording.tokens, [&](const WeightedToken& own) { return is_in_name(own, name); });
           });
  };
  const std::vector<std::size_t> all = meant;
  std::erase_if(meant, [&](std::size_t t) {
    return !is_named(t) &&
           std::ranges::any_of(all, [&](std::size_t name) { return is_shadowed_by(t, name); });
  });
}

bool Mentions::names_nothing_else(const Target& target, const Range& range) const {
  std::vector<bool> own(range.size(), false);
  for (const auto& occurrence : heard_.presence.within(range)) {
    if (occurrence.range.end <= range.end && has_token(target, occurrence.token)) {
      set_flags(own, {occurrence.range.begin - range.begin, occurrence.range.end - range.begin});
    }
  }
  for (auto i = range.begin; i < range.end; ++i) {
    if (topical_[i] > Topical::asked && !own[i - range.begin]) {
      return false;
    }
  }
  return true;
}

}  // namespace pith::grading
