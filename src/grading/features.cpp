#include "grading/features.h"

#include <algorithm>
#include <unordered_set>

#include "grading/alignment.h"

namespace pith::grading {
namespace {

using Role = Wording::Role;

constexpr double kMostNovelty = 2.0;
constexpr double kFrequencyWeight = 0.6;  ///< Stands for the rarity of a word in the language.
constexpr std::size_t kShortPart = 12;    ///< Grains.

/// Sums over ranges of what a text says beyond its question.
class Novelty {
 public:
  Novelty(const Targets& targets, const Grains& text, std::span<const Mark> marks)
      : sums_(text.list.size() + 1, 0.0) {
    std::unordered_set<std::uint64_t> asked;
    for (const auto& grain : targets.question.list) {
      asked.insert(grain.stem);
    }
    for (const auto& pair : grading::pairs_of(targets.question)) {
      asked.insert(
          pair_key(targets.question.list[pair.begin], targets.question.list[pair.end - 1]));
    }
    const auto weights = grain_weights(text, marks);
    std::vector<double> own(text.list.size(), 0.0);
    for (std::size_t i = 0; i < text.list.size(); ++i) {
      own[i] = asked.contains(text.list[i].stem) ? 0.0 : weights[i];
    }
    for (const auto& pair : grading::pairs_of(text)) {
      const auto& a = text.list[pair.begin];
      const auto& b = text.list[pair.end - 1];
      own[pair.end - 1] += asked.contains(pair_key(a, b)) ? 0.0 : 1.0;
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      sums_[i + 1] = sums_[i] + own[i] * kFrequencyWeight;
    }
  }

  [[nodiscard]] double in(const Range& range) const {
    return sums_[range.end] - sums_[range.begin];
  }

 private:
  std::vector<double> sums_;
};

bool touches_any(const std::vector<Void>& voids, const Range& range) {
  return std::any_of(voids.begin(), voids.end(),
                     [&](const Void& hidden) { return hidden.grains.touches(range); });
}

class Builder {
 public:
  Builder(const Targets& targets, const Grains& text, std::span<const Mark> marks,
          const Segments& segments, const Polarity& polarity, Presence& presence)
      : targets_(targets),
        text_(text),
        segments_(segments),
        polarity_(polarity),
        voids_(polarity.voids),
        presence_(presence),
        novelty_(targets, text, marks) {}

  PairTable run() {
    table_.targets = targets_.list.size();
    table_.pairs.resize(segments_.windows.size() * table_.targets);
    look_at_denials();
    for (std::size_t w = 0; w < segments_.windows.size(); ++w) {
      fill(w);
    }
    overall();
    return std::move(table_);
  }

 private:
  void fill(std::size_t w) {
    const auto& window = segments_.windows[w];
    Pair* row = &table_.pairs[w * table_.targets];
    presence_.look_at(window.grains);
    const double novelty = novelty_.in(window.grains);
    const bool asked = is_question(window.grains);
    for (std::size_t t = 0; t < table_.targets; ++t) {
      const auto& target = targets_.list[t];
      auto& pair = row[t];
      auto& f = pair.features;
      const auto name = best_recall(target, presence_, {Role::name, Role::accept});
      const auto detail = best_recall(target, presence_, {Role::detail});
      const auto any =
          best_recall(target, presence_, {Role::name, Role::detail, Role::both, Role::accept});
      pair.wording = any.wording;
      f[kDetailRecall] = detail.wording != nullptr ? detail.value : name.value;
      f[kNameRecall] = name.value;
      f[kBestRecall] = any.value;
      f[kNovelty] = std::min(kMostNovelty, novelty);
      f[kPrecision] = novelty > 0 ? std::min(1.0, explained(target) / novelty) : 0.0;
      f[kNamePart] = window.grains.size() <= kShortPart ? name.value : 0.0;
      pair.is_void = touches_any(voids_[t], window.grains);
      set_denials(window.grains, t, f);
      f[kAsked] = asked ? 1.0 : 0.0;
      align_names(target, window.grains, pair);
    }
    set_margins(row);
  }

  void look_at_denials() {
    for (const auto& denial : polarity_.denials) {
      presence_.look_at(denial.topic);
      auto& row = denied_recall_.emplace_back();
      for (const auto& target : targets_.list) {
        row.push_back(
            best_recall(target, presence_, {Role::name, Role::detail, Role::accept}).value);
      }
    }
  }

  void set_denials(const Range& grains, std::size_t target, Features& features) const {
    for (std::size_t d = 0; d < polarity_.denials.size(); ++d) {
      const auto& denial = polarity_.denials[d];
      if (!denial.grains.touches(grains)) {
        continue;
      }
      const auto common =
          std::min(denial.grains.end, grains.end) - std::max(denial.grains.begin, grains.begin);
      const double share = static_cast<double>(common) / static_cast<double>(grains.size());
      auto& denied = features[denial.skipped ? kSkipped : kDenied];
      denied = std::max(denied, share);
      features[kDeniedRecall] = std::max(features[kDeniedRecall], denied_recall_[d][target]);
    }
  }

  /// The sentence in which the stretch ends is a question.
  [[nodiscard]] bool is_question(const Range& grains) const {
    auto last = grains.end - 1;
    while (last + 1 < text_.list.size() && text_.list[last + 1].before < Break::sentence) {
      ++last;
    }
    const auto after = text_.list[last].to;
    const auto next = last + 1 < text_.list.size()
                          ? text_.list[last + 1].from
                          : static_cast<std::uint32_t>(text_.folded.text.size());
    const auto gap = text_.folded.text.substr(after, next - after);
    return gap.find(U'?') != std::u32string::npos;
  }

  /// Weight of the target's words in the stretch that the question does not have.
  [[nodiscard]] double explained(const Target& target) const {
    double most = 0;
    for (const auto& wording : target.wordings) {
      if (wording.role != Role::reject) {
        most = std::max(most, presence_.novel_weight(wording) * kFrequencyWeight);
      }
    }
    return most;
  }

  void align_names(const Target& target, const Range& grains, Pair& pair) const {
    for (const auto& wording : target.wordings) {
      const bool is_name = wording.role == Role::name || wording.role == Role::accept;
      if (!is_name || presence_.recall(wording) <= 0.1) {
        continue;
      }
      const auto alignment = align(wording, text_, grains);
      pair.surface = std::max(pair.surface, alignment.coverage);
    }
    pair.features[kNameAligned] = pair.surface;
  }

  /// What sets the best recall of each target apart from that of the best sibling point.
  void set_margins(Pair* row) const {
    const auto& list = targets_.list;
    std::size_t first = 0;
    for (std::size_t t = 1; t < table_.targets; ++t) {
      first = row[t].features[kBestRecall] > row[first].features[kBestRecall] ? t : first;
    }
    double others = 0;  // best of the points other than that of `first`
    bool any = false;
    for (std::size_t t = 0; t < table_.targets; ++t) {
      if (list[t].point != list[first].point) {
        others = std::max(others, row[t].features[kBestRecall]);
        any = true;
      }
    }
    for (std::size_t t = 0; t < table_.targets; ++t) {
      const bool leads = list[t].point == list[first].point;
      const double sibling = leads ? others : row[first].features[kBestRecall];
      row[t].features[kMargin] = any ? row[t].features[kBestRecall] - sibling : 0.0;
    }
  }

  void overall() {
    for (std::size_t t = 0; t < table_.targets; ++t) {
      std::vector<float> strength(targets_.vocabulary.size(), 0.0F);
      for (const auto& occurrence : presence_.all()) {
        if (!touches_any(voids_[t], occurrence.range)) {
          strength[occurrence.token] = std::max(strength[occurrence.token], occurrence.strength);
        }
      }
      double best = 0;
      for (const auto& wording : targets_.list[t].wordings) {
        double sum = 0;
        for (const auto& [token, weight] : wording.tokens) {
          sum += static_cast<double>(weight * strength[token]);
        }
        if (wording.role != Role::reject && wording.total > 0) {
          best = std::max(best, sum / static_cast<double>(wording.total));
        }
      }
      table_.overall.push_back(best);
    }
  }

  const Targets& targets_;
  const Grains& text_;
  const Segments& segments_;
  const Polarity& polarity_;
  const std::vector<std::vector<Void>>& voids_;
  std::vector<std::vector<double>> denied_recall_;  ///< By denial and target.
  Presence& presence_;
  Novelty novelty_;
  PairTable table_;
};

}  // namespace

PairTable pairs_of(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                   const Segments& segments, const Polarity& polarity, Presence& presence) {
  return Builder(targets, text, marks, segments, polarity, presence).run();
}

}  // namespace pith::grading
