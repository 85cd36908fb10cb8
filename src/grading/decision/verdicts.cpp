#include "grading/decision/verdicts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "grading/decision/contradictions.h"
#include "grading/decision/quoted_words.h"
#include "grading/evidence/formula.h"
#include "grading/reason.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr double kHit = 0.5;                 ///< Probability from which a point counts in full.
constexpr double kPartial = 0.3;             ///< From here on it counts in part.
constexpr double kMentioned = 0.3;           ///< Recall from which a point's words are there.
constexpr double kNothingOfReference = 0.1;  ///< Share of a reference answer that is none yet.
constexpr double kFullReference = 0.85;      ///< Share from which all of it counts as covered.

using Role = Wording::Role;

class VerdictRules {
 public:
  VerdictRules(const Targets& targets, const Analysis& analysis, const std::vector<Belief>& beliefs,
               std::span<const std::string> names, std::string_view answer)
      : targets_(targets),
        analysis_(analysis),
        beliefs_(beliefs),
        names_(names),
        answer_(answer),
        contradictions_(contradictions_of(targets, analysis)) {}

  [[nodiscard]] PointResult of_point(std::size_t point) const {
    double probability = 0;
    double covered = 0;
    double related = 0;
    std::size_t best = targets_.list.size();
    for (std::size_t t = 0; t < targets_.list.size(); ++t) {
      const auto& target = targets_.list[t];
      if (target.point != point) {
        continue;
      }
      const double p = target_probability(t);
      probability += target.share * p;
      const double words = analysis_.table.overall[t];
      covered += target.share * std::min(1.0, std::sqrt(words));
      related += p > 0 ? target.share * std::max(words, related_share(t)) : 0.0;
      if (best == targets_.list.size() || p > target_probability(best)) {
        best = t;
      }
    }
    PointResult result;
    if (is_reference(targets_) && beliefs_[best].learned == nullptr && !beliefs_[best].overruled) {
      grade_reference(result, probability, covered, related);
    } else {
      decide(result, is_named(best) ? std::max(probability, kPartial) : probability);
    }
    explain(result, best, probability);
    return result;
  }

 private:
  [[nodiscard]] double target_probability(std::size_t t) const {
    const auto& belief = beliefs_[t];
    const bool counts =
        belief.window && (belief.learned != nullptr || contradictions_[t] == nullptr);
    return counts ? belief.probability : 0.0;
  }

  /// How near the answer's words come to the target's; what is denied counts too.
  [[nodiscard]] double related_share(std::size_t t) const {
    return analysis_.table.whole(t).row[t].features[kRelatedBest];
  }

  /// Whether the stretch that counts for the target is its name, or another wording of it, and
  /// nothing else: whatever else was said, the point was named.
  [[nodiscard]] bool is_named(std::size_t t) const {
    if (!beliefs_[t].window || beliefs_[t].overruled || target_probability(t) <= 0.0) {
      return false;
    }
    const auto said = analysis_.text.in(analysis_.segments.windows[*beliefs_[t].window].grains);
    return std::ranges::any_of(targets_.list[t].wordings, [&](const Wording& wording) {
      return (wording.role == Role::name || wording.role == Role::accept) &&
             same_words(said, wording.grains.list);
    });
  }

  /// One point alone is a reference answer: what is covered counts, and what is merely related as
  /// far as the rest bears it out, so that an echo of the question gains nothing by it. Nearly all
  /// of it is all, and what is less has its share of that: the last word is not worth a seventh of
  /// the mark.
  static void grade_reference(PointResult& result, double probability, double covered,
                              double related) {
    const double borne_out = std::min(1.0, probability + covered);
    const double share = (probability + covered + related * borne_out) / 3;
    if (share < kNothingOfReference) {
      return;
    }
    result.credit = std::min(1.0, share / kFullReference);
    result.verdict = result.credit < 1.0 ? Verdict::partial : Verdict::hit;
  }

  static void decide(PointResult& result, double probability) {
    if (probability >= kHit) {
      result.verdict = Verdict::hit;
      result.credit = 1.0;
    } else if (probability >= kPartial) {
      result.verdict = Verdict::partial;
      result.credit = probability;
    }
  }

  void explain(PointResult& result, std::size_t t, double probability) const {
    const auto& belief = beliefs_[t];
    const double p = calibrated(probability, analysis_.by_meaning);
    result.confidence = result.credit >= 0.5 ? p : 1.0 - p;
    if (probability <= 0.0) {
      result.confidence = formula_for(analysis_.by_meaning).nothing_left;
    }
    if (result.credit > 0) {
      explain_credit(result, t);
      return;
    }
    if (belief.window) {
      result.nearest = analysis_.text.span(analysis_.segments.windows[*belief.window].grains);
    }
    if (belief.opposite != nullptr) {
      result.verdict = Verdict::contradicted;
      result.reason = {reason::kContradicts, {*belief.opposite}};
      return;
    }
    if (const auto* wording = contradictions_[t]; wording != nullptr && !belief.overruled) {
      result.verdict = Verdict::contradicted;
      result.reason = {reason::kContradicts, {wording->text}};
      return;
    }
    if (const auto* hidden = telling_void(t)) {
      explain_void(result, *hidden);
      return;
    }
    if (belief.taken && !belief.window &&
        analysis_.table.at(*belief.taken, t).features[kBestRecall] >= kMentioned) {
      if (const auto owner = owner_of(*belief.taken); owner != targets_.points) {
        result.reason = {reason::kElsewhere, {names_[owner]}};
        return;
      }
    }
    result.reason = {reason::kAbsent, {}};
  }

  void explain_credit(PointResult& result, std::size_t t) const {
    const auto& belief = beliefs_[t];
    const auto window = belief.window ? belief.window : belief.taken;
    if (!window) {
      result.reason = {reason::kUnsure, {""}};
      return;
    }
    const auto& grains = analysis_.segments.windows[*window].grains;
    result.evidence = analysis_.text.span(grains);
    if (belief.learned != nullptr) {
      result.reason = {reason::kWording, {*belief.learned}};
      return;
    }
    const auto& pair = analysis_.table.at(*window, t);
    const auto* wording = pair.wording;
    const auto found =
        wording == nullptr ? "" : quoted_words(*wording, targets_, analysis_.text, grains, true);
    if (wording != nullptr && wording->role == Role::accept && pair.features[kBestRecall] > 0.5) {
      result.reason = {reason::kWording, {wording->text}};
    } else if (found.empty()) {
      const bool told = analysis_.by_meaning || result.verdict == Verdict::hit;
      result.reason = told ? Reason{reason::kMeaning, {}}
                           : Reason{reason::kUnsure, {spelled(analysis_.text, grains)}};
    } else if (result.verdict == Verdict::hit) {
      result.reason = {reason::kStated, {found}};
    } else if (const auto lacking = quoted_words(*wording, targets_, analysis_.text, grains, false);
               !lacking.empty()) {
      result.reason = {reason::kHalf, {found, lacking}};
    } else {
      result.reason = {reason::kUnsure, {found}};
    }
  }

  [[nodiscard]] const Void* telling_void(std::size_t t) const {
    const auto& voids = analysis_.polarity.voids[t];
    return voids.empty() ? nullptr : &voids.front();
  }

  void explain_void(PointResult& result, const Void& hidden) const {
    const auto cue = quoted(hidden.cue);
    result.evidence = analysis_.text.span(hidden.grains);
    if (hidden.code == reason::kReversed) {
      result.verdict = Verdict::contradicted;
      result.reason = {std::string(hidden.code),
                       {spelled(hidden.wording->grains, hidden.opposite), cue}};
    } else {
      result.verdict = hidden.code == reason::kRejected ? Verdict::contradicted : Verdict::missed;
      result.reason = {std::string(hidden.code), {cue}};
    }
  }

  /// As it was typed.
  [[nodiscard]] std::string quoted(const Range& range) const {
    const auto span = analysis_.text.span(range);
    return std::string(answer_.substr(span.begin, span.end - span.begin));
  }

  static std::string spelled(const Grains& text, const Range& range) {
    std::string out;
    for (auto i = range.begin; i < range.end; ++i) {
      if (i > range.begin && text.list[i].before == Break::space) {
        out += ' ';
      }
      out += text::to_utf8(text.spelling(text.list[i]));
    }
    return out;
  }

  /// The point that the window's first words serve.
  [[nodiscard]] std::size_t owner_of(std::size_t window) const {
    const auto& windows = analysis_.segments.windows;
    const Window* first = nullptr;
    std::size_t owner = targets_.points;
    for (std::size_t t = 0; t < beliefs_.size(); ++t) {
      if (!beliefs_[t].window || beliefs_[t].probability < kHit) {
        continue;
      }
      const auto& own = windows[*beliefs_[t].window];
      if (own.parts.touches(windows[window].parts) &&
          (first == nullptr || own.parts.begin < first->parts.begin)) {
        first = &own;
        owner = targets_.list[t].point;
      }
    }
    return owner;
  }

  const Targets& targets_;
  const Analysis& analysis_;
  const std::vector<Belief>& beliefs_;
  std::span<const std::string> names_;
  std::string_view answer_;
  std::vector<const Wording*> contradictions_;
};

}  // namespace

std::vector<PointResult> verdicts_of(const Targets& targets, const Analysis& analysis,
                                     const std::vector<Belief>& beliefs,
                                     std::span<const std::string> names, std::string_view answer) {
  const VerdictRules rules(targets, analysis, beliefs, names, answer);
  std::vector<PointResult> results;
  for (std::size_t p = 0; p < targets.points; ++p) {
    results.push_back(rules.of_point(p));
  }
  return results;
}

double calibrated(double probability, bool by_meaning) {
  const auto& line = formula_for(by_meaning);
  const double p = std::clamp(probability, 1e-6, 1.0 - 1e-6);
  const double logit = line.calibration_offset + line.calibration_slope * std::log(p / (1.0 - p));
  return 1.0 / (1.0 + std::exp(-logit));
}

}  // namespace pith::grading
