#include "grading/stretches/presence.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr double kLeastNaming = 0.5;  ///< Weight of a word that names something.

}  // namespace

Presence::Presence(const Targets& targets, std::span<const Occurrence> occurrences)
    : targets_(targets),
      occurrences_(occurrences),
      strength_(targets.vocabulary.size(), 0.0F),
      present_(targets.wordings) {}

bool Presence::names(TokenId token) const {
  return strength_[token] >= 1.0F && !targets_.in_question[token] &&
         targets_.vocabulary.base_weight(token) >= kLeastNaming;
}

Found Presence::found(std::span<const Occurrence> wording, const Range& part) const {
  Found found;
  for (const auto& occurrence : wording) {
    const bool inside = part.begin <= occurrence.range.begin && occurrence.range.end <= part.end;
    if (inside && occurrence.strength >= 1.0F) {
      const double weight = targets_.vocabulary.base_weight(occurrence.token);
      found.weight += weight;
      found.present += weight * static_cast<double>(strength_[occurrence.token]);
    }
  }
  return found;
}

void Presence::look_at(std::span<const Range> stretches) {
  for (const auto token : set_) {
    strength_[token] = 0.0F;
  }
  set_.clear();
  for (const auto& stretch : stretches) {
    for (const auto& occurrence : within(stretch)) {
      if (occurrence.range.end <= stretch.end) {
        if (strength_[occurrence.token] == 0.0F) {
          set_.push_back(occurrence.token);
        }
        strength_[occurrence.token] = std::max(strength_[occurrence.token], occurrence.strength);
      }
    }
  }
  // In the order of the tokens, so that sums do not depend on the order of the words.
  std::sort(set_.begin(), set_.end());
  std::fill(present_.begin(), present_.end(), Present{});
  for (const auto token : set_) {
    const double novel = targets_.in_question[token] ? 0.0
                                                     : static_cast<double>(strength_[token]) *
                                                           targets_.vocabulary.base_weight(token);
    for (const auto& posting : targets_.postings[token]) {
      auto& present = present_[posting.wording];
      present.weight += posting.weight * strength_[token];
      present.novel += novel;
    }
  }
}

std::span<const Occurrence> beginning_in(std::span<const Occurrence> ascending,
                                         const Range& stretch) {
  const auto before = [](const Occurrence& occurrence, std::size_t begin) {
    return occurrence.range.begin < begin;
  };
  const auto begin = std::lower_bound(ascending.begin(), ascending.end(), stretch.begin, before);
  const auto end = std::lower_bound(begin, ascending.end(), stretch.end, before);
  return {begin, end};
}

BestRecall best_recall(const Target& target, const Presence& presence,
                       std::initializer_list<Wording::Role> roles) {
  BestRecall best;
  for (const auto& wording : target.wordings) {
    if (std::find(roles.begin(), roles.end(), wording.role) == roles.end()) {
      continue;
    }
    const double recall = presence.recall(wording);
    if (best.wording == nullptr || recall > best.value) {
      best = {recall, &wording};
    }
  }
  return best;
}

}  // namespace pith::grading
