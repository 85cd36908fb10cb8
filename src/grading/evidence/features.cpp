#include "grading/evidence/features.h"

#include <algorithm>
#include <optional>

#include "grading/evidence/alignment.h"
#include "grading/evidence/novelty.h"
#include "grading/stance/asides.h"
#include "grading/stance/denials.h"

namespace pith::grading {
namespace {

using Role = Wording::Role;

constexpr double kMostNovelty = 2.0;
constexpr std::size_t kShortPart = 12;  ///< Grains.
constexpr double kWordForWord = 0.95;   ///< Coverage of a wording that was said as it stands.
constexpr double kTold = 0.3;           ///< Recall from which an aside tells of a point.

/// By target: what does not count, as disjoint ranges of grains.
std::vector<std::vector<Range>> hidden_in(const Polarity& polarity) {
  std::vector<std::vector<Range>> hidden;
  for (const auto& voids : polarity.voids) {
    std::vector<Range> ranges;
    ranges.reserve(voids.size());
    for (const auto& one : voids) {
      ranges.push_back(one.grains);
    }
    hidden.push_back(merged(std::move(ranges)));
  }
  return hidden;
}

class Builder {
 public:
  Builder(const Heard& heard, const Polarity& polarity)
      : heard_(heard),
        hidden_(hidden_in(polarity)),
        denials_(heard, polarity.denials),
        novelty_(heard.targets, heard.text, heard.marks),
        asides_(heard) {}

  PairTable run() {
    table_.targets = heard_.targets.list.size();
    table_.pairs.resize(heard_.segments.windows.size() * table_.targets);
    asked_ = questions_in(heard_);
    for (std::size_t w = 0; w < heard_.segments.windows.size(); ++w) {
      fill(w);
    }
    fill_wholes();
    return std::move(table_);
  }

 private:
  void fill(std::size_t w) {
    const auto& grains = heard_.segments.windows[w].grains;
    Pair* row = &table_.pairs[w * table_.targets];
    heard_.presence.look_at(grains);
    const double novelty = novelty_.in(grains);
    const bool tells = asides_.tells(grains);
    const bool is_aside =
        asides_.has(grains.begin) || (!tells && heard_.has(Cue::dont_know, grains));
    const auto bearing = denials_.on(grains);
    const auto sentence =
        heard_.segments.clauses[heard_.segments.clause_at(grains.end - 1)].sentence;
    const double skipped_near = denials_.skips_near(sentence) ? 1.0 : 0.0;
    for (std::size_t t = 0; t < table_.targets; ++t) {
      const auto& target = heard_.targets.list[t];
      auto& pair = row[t];
      auto& f = pair.features;
      const auto recalls = recalls_of(target);
      pair.wording = recalls.best;
      set_recalls(recalls, f);
      f[kNovelty] = std::min(kMostNovelty, novelty);
      f[kPrecision] = novelty > 0 ? std::min(1.0, recalls.novel * kFrequencyWeight / novelty) : 0.0;
      f[kNamePart] = grains.size() <= kShortPart ? recalls.name : 0.0;
      pair.is_void = any_touches(hidden_[t], grains);
      pair.tells = (tells && !is_aside) || f[kBestRecall] > (is_aside ? kTold : 0.0);
      set_denials(bearing, t, f);
      f[kAsked] = asked_[sentence] ? 1.0 : 0.0;
      f[kSkippedNear] = skipped_near;
      pair.names_kind = names_kind(target, grains);
      align_names(target, grains, pair);
    }
    set_margins(heard_.targets, row, kBestRecall, kMargin);
    set_affirmed(bearing, row);
  }

  void set_denials(const Bearing& bearing, std::size_t target, Features& f) const {
    f[kDenied] = bearing.denied;
    f[kDismissed] = bearing.dismissed;
    f[kSkipped] = bearing.skipped;
    f[kClauseDenied] = bearing.clauses;
    f[kDeniedRecall] = denials_.recall(bearing, target);
  }

  void set_affirmed(const Bearing& bearing, Pair* row) {
    if (bearing.denials.empty()) {
      for (std::size_t t = 0; t < table_.targets; ++t) {
        row[t].features[kAffirmedRecall] = row[t].features[kBestRecall];
      }
      return;
    }
    heard_.presence.look_at(bearing.affirmed);
    for (std::size_t t = 0; t < table_.targets; ++t) {
      row[t].features[kAffirmedRecall] = recalls_of(heard_.targets.list[t]).any;
    }
  }

  void fill_wholes() {
    table_.whole_for.resize(table_.targets);
    table_.overall.resize(table_.targets);
    for (auto& view : views_of(heard_)) {
      auto& whole = table_.wholes.emplace_back();
      whole.view = std::move(view);
      whole.row.resize(table_.targets);
      const auto stretches = heard_.segments.grains_of(whole.view.runs);
      for (const auto t : whole.view.targets) {
        table_.whole_for[t] = table_.wholes.size() - 1;
        table_.overall[t] = overall(t, stretches);
      }
      heard_.presence.look_at(stretches);
      for (std::size_t t = 0; t < table_.targets; ++t) {
        set_recalls(recalls_of(heard_.targets.list[t]), whole.row[t].features);
      }
      set_margins(heard_.targets, whole.row.data(), kBestRecall, kMargin);
    }
  }

  struct Recalls {
    double name = 0.0;  ///< Of name and accepted wordings.
    std::optional<double> detail;
    double any = 0.0;
    const Wording* best = nullptr;
    double novel = 0.0;  ///< Weight of the target's words that the question does not have.
  };

  [[nodiscard]] Recalls recalls_of(const Target& target) const {
    Recalls recalls;
    for (const auto& wording : target.wordings) {
      if (!wording.states()) {
        continue;
      }
      const double recall = heard_.presence.recall(wording);
      if (recalls.best == nullptr || recall > recalls.any) {
        recalls.any = recall;
        recalls.best = &wording;
      }
      recalls.novel = std::max(recalls.novel, heard_.presence.novel_weight(wording));
      if (wording.role == Role::detail) {
        recalls.detail = std::max(recalls.detail.value_or(0.0), recall);
      } else if (wording.role != Role::both) {
        recalls.name = std::max(recalls.name, recall);
      }
    }
    return recalls;
  }

  static void set_recalls(const Recalls& recalls, Features& features) {
    features[kDetailRecall] = recalls.detail.value_or(recalls.name);
    features[kNameRecall] = recalls.name;
    features[kBestRecall] = recalls.any;
  }

  [[nodiscard]] bool names_kind(const Target& target, const Range& grains) const {
    return std::ranges::any_of(
        target.kind, [&](std::uint64_t stem) { return has_stem(heard_.text.in(grains), stem); });
  }

  void align_names(const Target& target, const Range& grains, Pair& pair) const {
    for (const auto& wording : target.wordings) {
      const bool is_name = wording.role == Role::name || wording.role == Role::accept;
      const bool is_said = wording.role == Role::accept ||
                           (wording.role == Role::detail && pair.features[kDenied] == 0);
      const double recall = heard_.presence.recall(wording);
      if (is_name ? recall <= 0.1 : !is_said || recall < kWordForWord) {
        continue;
      }
      const auto alignment = align(wording, heard_.text, grains, heard_.targets.asks_denial);
      pair.accepted |= is_said && !alignment.substituted && alignment.coverage >= kWordForWord;
      if (is_name && alignment.coverage > pair.surface) {
        pair.surface = alignment.coverage;
        pair.substituted = alignment.substituted;
        pair.turned = alignment.turned;
      }
    }
    pair.features[kNameAligned] = pair.surface;
  }

  [[nodiscard]] double overall(std::size_t t, std::span<const Range> stretches) const {
    std::vector<float> strength(heard_.targets.vocabulary.size(), 0.0F);
    for (const auto& stretch : stretches) {
      for (const auto& occurrence : heard_.presence.within(stretch)) {
        if (!any_touches(hidden_[t], occurrence.range)) {
          strength[occurrence.token] = std::max(strength[occurrence.token], occurrence.strength);
        }
      }
    }
    double best = 0;
    for (const auto& wording : heard_.targets.list[t].wordings) {
      double sum = 0;
      for (const auto& [token, weight] : wording.tokens) {
        sum += static_cast<double>(weight * strength[token]);
      }
      if (wording.states() && wording.total > 0) {
        best = std::max(best, sum / static_cast<double>(wording.total));
      }
    }
    return best;
  }

  Heard heard_;
  std::vector<std::vector<Range>> hidden_;  ///< By target: what does not count.
  Denials denials_;
  std::vector<bool> asked_;  ///< By sentence: it is a question.
  Novelty novelty_;
  Asides asides_;
  PairTable table_;
};

/// The best value of a feature in a row, and the best of all points but the one that has it.
struct Leaders {
  struct Leader {
    std::size_t point = 0;
    double value = 0.0;
  };
  std::optional<Leader> first;
  std::optional<Leader> second;

  [[nodiscard]] const std::optional<Leader>& among_siblings_of(std::size_t point) const {
    return first && first->point == point ? second : first;
  }
};

Leaders leaders_in(const Targets& targets, const Pair* row, Feature of) {
  Leaders leaders;
  auto& [first, second] = leaders;
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    const Leaders::Leader here{targets.list[t].point, row[t].features[of]};
    const bool same_point = first && first->point == here.point;
    if (!first || here.value > first->value) {
      second = same_point ? second : first;
      first = here;
    } else if (!same_point && (!second || here.value > second->value)) {
      second = here;
    }
  }
  return leaders;
}

}  // namespace

void set_margins(const Targets& targets, Pair* row, Feature of, Feature margin) {
  const auto leaders = leaders_in(targets, row, of);
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    const auto& sibling = leaders.among_siblings_of(targets.list[t].point);
    row[t].features[margin] = sibling ? row[t].features[of] - sibling->value : 0.0;
  }
}

PairTable pairs_of(const Heard& heard, const Polarity& polarity) {
  return Builder(heard, polarity).run();
}

}  // namespace pith::grading
