#include "grading/evidence/situations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "grading/evidence/assignment.h"

namespace pith::grading {
namespace {

constexpr double kNothing = -6.0;       ///< Strength where no stretch counts.
constexpr double kInFull = 0.999;       ///< Recall of a name that is said, and nothing else.
constexpr double kMost = 8.0;           ///< Strengths beyond this differ no more.
constexpr std::size_t kStandings = 20;  ///< Inputs that tell of the situation.
constexpr std::size_t kBlocks = 4;      ///< Of features that follow.

/// Order of the targets that does not depend on the order of the points: by their wordings.
std::vector<std::size_t> ranks_of(const Targets& targets) {
  std::vector<std::size_t> order(targets.list.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return targets.list[a].name().text < targets.list[b].name().text;
  });
  std::vector<std::size_t> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    ranks[order[i]] = i;
  }
  return ranks;
}

/// How strongly every window speaks for every target.
class Strengths {
 public:
  Strengths(const Targets& targets, const PairTable& table, const Segments& segments,
            const Formula& formula)
      : targets_(table.targets) {
    for (std::size_t w = 0; w < segments.windows.size(); ++w) {
      for (std::size_t t = 0; t < targets_; ++t) {
        values_.push_back(
            strength_of(table.at(w, t), targets.list[t], segments.windows[w], formula));
      }
    }
  }

  [[nodiscard]] double at(std::size_t window, std::size_t target) const {
    return values_[window * targets_ + target];
  }

 private:
  std::size_t targets_;
  std::vector<double> values_;
};

/// Reads one view of an answer.
class Reader {
 public:
  Reader(const Targets& targets, const PairTable& table, const Segments& segments,
         const Strengths& strengths, const Whole& whole)
      : targets_(targets),
        table_(table),
        strengths_(strengths),
        whole_(whole),
        count_(targets.list.size()),
        situations_(count_),
        void_share_(count_, 0.0),
        strongest_(count_, kNothing) {
    find_windows(segments);
    find_names(segments);
    weigh_pairs();
    share_out(segments);
  }

  /// Sets those of the view's targets.
  void read(std::vector<Situation>& situations) {
    for (const auto t : whole_.view.targets) {
      tell(t);
    }
    for (const auto t : whole_.view.targets) {
      situations[t] = std::move(situations_[t]);
    }
  }

 private:
  void find_windows(const Segments& segments) {
    for (std::size_t w = 0; w < segments.windows.size(); ++w) {
      if (whole_.view.has(segments.windows[w])) {
        windows_.push_back(w);
      }
    }
  }

  /// The parts that are the name of one point, said in full, and nothing else: the last of "SYN,
  /// SYN-ACK, ACK".
  void find_names(const Segments& segments) {
    named_.resize(segments.parts.size());
    for (const auto w : windows_) {
      const auto& parts = segments.windows[w].parts;
      for (std::size_t t = 0; parts.size() == 1 && t < count_; ++t) {
        const auto& features = table_.at(w, t).features;
        if (features[kNameRecall] >= kInFull && features[kPrecision] >= kInFull) {
          named_[parts.begin] = targets_.list[t].point;
        }
      }
    }
  }

  /// Whether a part of a longer stretch is the name of another point.
  [[nodiscard]] bool names_another(const Range& parts, std::size_t point) const {
    const auto first = named_.begin() + static_cast<std::ptrdiff_t>(parts.begin);
    return parts.size() > 1 &&
           std::any_of(first, first + static_cast<std::ptrdiff_t>(parts.size()),
                       [&](const auto& named) { return named && *named != point; });
  }

  void weigh_pairs() {
    std::vector<double> worst(count_, kNothing);
    for (const auto w : windows_) {
      for (std::size_t t = 0; t < count_; ++t) {
        const double value = strengths_.at(w, t);
        strongest_[t] = w == windows_.front() ? value : std::max(strongest_[t], value);
        auto& situation = situations_[t];
        if (table_.at(w, t).is_void) {
          void_share_[t] += 1.0 / static_cast<double>(windows_.size());
          continue;
        }
        worst[t] = situation.best_window ? std::min(worst[t], value) : value;
        if (!situation.best_window || value > situation.best) {
          situation.best = value;
          situation.best_window = w;
        }
      }
    }
    for (std::size_t t = 0; t < count_; ++t) {
      situations_[t].own = worst[t];
      situations_[t].best = situations_[t].best_window ? situations_[t].best : kNothing;
    }
  }

  /// No stretch in view is evidence for two points.
  void share_out(const Segments& segments) {
    std::vector<Bid> bids;
    for (const auto w : windows_) {
      for (std::size_t t = 0; t < count_; ++t) {
        const auto point = targets_.list[t].point;
        if (!table_.at(w, t).is_void && !names_another(segments.windows[w].parts, point)) {
          bids.push_back({t, w, strengths_.at(w, t)});
        }
      }
    }
    std::vector<std::size_t> points;
    for (const auto& target : targets_.list) {
      points.push_back(target.point);
    }
    const auto won = assign(bids, segments, points, ranks_of(targets_));
    for (std::size_t t = 0; t < count_; ++t) {
      if (won[t]) {
        situations_[t].own = bids[*won[t]].strength;
        situations_[t].own_window = bids[*won[t]].window;
      }
    }
  }

  /// The other points of the item, as they compare with a target.
  struct Siblings {
    std::vector<double> best;  ///< Sorted, so that the order of the points changes no sum.
    double rival = kNothing;   ///< The strongest at the target's best stretch.
    double stronger = 0;       ///< How many targets are, those of the same point included.
  };

  [[nodiscard]] Siblings siblings_of(std::size_t t) const {
    const auto& situation = situations_[t];
    Siblings siblings;
    for (std::size_t s = 0; s < count_; ++s) {
      siblings.stronger += situations_[s].best > situation.best ? 1.0 : 0.0;
      if (targets_.list[s].point == targets_.list[t].point) {
        continue;
      }
      siblings.best.push_back(situations_[s].best);
      if (situation.best_window) {
        siblings.rival = std::max(siblings.rival, strengths_.at(*situation.best_window, s));
      }
    }
    std::sort(siblings.best.begin(), siblings.best.end());
    return siblings;
  }

  void tell(std::size_t t) {
    auto& situation = situations_[t];
    const auto& target = targets_.list[t];
    const auto siblings = siblings_of(t);
    std::vector<double> shares(void_share_);
    std::sort(shares.begin(), shares.end());
    const bool alone = siblings.best.empty();
    const auto mean = [](const std::vector<double>& values) {
      return std::accumulate(values.begin(), values.end(), 0.0) /
             static_cast<double>(values.size());
    };
    std::array<double, kStandings> in = {
        situation.best,
        situation.own,
        situation.best_window ? table_.at(*situation.best_window, t).surface : 0.0,
        statement_share(target),
        table_.overall[t],
        static_cast<double>(count_),
        alone ? situation.best : siblings.best.back(),
        alone ? situation.best : mean(siblings.best),
        alone ? situation.best : siblings.best.front(),
        void_share_[t],
        mean(shares),
        strongest_[t] - situation.best,
        siblings.rival,
        siblings.stronger,
        situation.own_window && situation.own_window == situation.best_window ? 1.0 : 0.0,
        target.denies ? 1.0 : 0.0,
        target.has_denial ? 1.0 : 0.0,
        target.bare ? 1.0 : 0.0,
        std::log1p(static_cast<double>(target.length)),
        targets_.in_han ? 1.0 : 0.0};
    for (const double value : in) {
      situation.inputs.push_back(std::clamp(value, -kMost, kMost));
    }
    add_features(situation, t);
  }

  void add_features(Situation& situation, std::size_t t) const {
    constexpr Features kNone{};
    const auto add = [&](const Features& features) {
      situation.inputs.insert(situation.inputs.end(), features.begin(), features.end());
    };
    add(situation.best_window ? table_.at(*situation.best_window, t).features : kNone);
    add(situation.own_window ? table_.at(*situation.own_window, t).features : kNone);
    std::optional<Features> most;
    for (const auto w : windows_) {
      const auto& pair = table_.at(w, t);
      if (pair.is_void) {
        continue;
      }
      if (!most) {
        most = pair.features;
      }
      for (std::size_t f = 0; f < kFeatureCount; ++f) {
        (*most)[f] = std::max((*most)[f], pair.features[f]);
      }
    }
    add(most.value_or(kNone));
    add(whole_.row[t].features);
    situation.inputs.push_back(whole_.related);
    situation.inputs.push_back(whole_.alike);
  }

  const Targets& targets_;
  const PairTable& table_;
  const Strengths& strengths_;
  const Whole& whole_;
  std::vector<std::size_t> windows_;               ///< In view.
  std::vector<std::optional<std::size_t>> named_;  ///< By part: the point that it is the name of.
  std::size_t count_;
  std::vector<Situation> situations_;
  std::vector<double> void_share_;  ///< By target: stretches that do not count.
  std::vector<double> strongest_;   ///< By target, void stretches included.
};

}  // namespace

std::vector<Situation> situations_of(const Targets& targets, const PairTable& table,
                                     const Segments& segments, const Formula& formula) {
  const Strengths strengths(targets, table, segments, formula);
  std::vector<Situation> situations(targets.list.size());
  for (const auto& whole : table.wholes) {
    Reader(targets, table, segments, strengths, whole).read(situations);
  }
  return situations;
}

std::vector<std::size_t> inputs_of_opposites() {
  std::vector<std::size_t> inputs;
  for (std::size_t block = 0; block < kBlocks; ++block) {
    for (const auto feature : {kOpposedMeaning, kOpposedInContext}) {
      inputs.push_back(kStandings + block * kFeatureCount + feature);
    }
  }
  return inputs;
}

}  // namespace pith::grading
