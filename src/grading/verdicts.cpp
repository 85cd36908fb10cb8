#include "grading/verdicts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "grading/alignment.h"
#include "grading/reason.h"
#include "text/display.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr double kHit = 0.5;                     ///< Probability from which a point counts in full.
constexpr double kPartial = 0.3;                 ///< From here on it counts in part.
constexpr double kMentioned = 0.3;               ///< Recall from which a point's words are there.
constexpr double kContradictionRecall = 0.6;     ///< Of a `reject` wording.
constexpr double kWholeContradiction = 0.95;     ///< From here on nothing of it is missing.
constexpr double kContradictionCoverage = 0.75;  ///< The same in an alignment.
constexpr double kNothingOfReference = 0.1;      ///< Share of a reference answer that is none yet.
constexpr double kFullReference = 0.85;          ///< Share from which all of it counts as covered.
constexpr double kLightWord = 0.05;    ///< Weight in a wording below which none is quoted.
constexpr std::size_t kMostWords = 4;  ///< Of a point that a reason quotes.

using Role = Wording::Role;

/// Which tokens of the vocabulary a stretch has.
std::vector<bool> tokens_in(const Range& range, const Targets& targets, const Grains& text) {
  std::vector<bool> has(targets.vocabulary.size(), false);
  for (const auto& occurrence : targets.vocabulary.occurrences(text, {})) {
    if (occurrence.range.begin >= range.begin && occurrence.range.end <= range.end) {
      has[occurrence.token] = true;
    }
  }
  return has;
}

/// A part of a text cut to whole words, without a single Han character (台, 由) at an end where
/// longer words remain; two side by side are a word that ICU does not know (调研). Empty if no word
/// of it is whole.
Span in_whole_words(std::string_view text, const Span& part) {
  const auto bounds = text::word_bounds(text);
  const auto place_of = [&](auto found) {
    return static_cast<std::size_t>(found - bounds.begin());
  };
  const auto first = place_of(std::ranges::lower_bound(bounds, part.begin));
  const auto last = place_of(std::ranges::upper_bound(bounds, part.end)) - 1;
  if (first >= last) {
    return {part.begin, part.begin};
  }
  const bool cut = bounds[first] != part.begin || bounds[last] != part.end;
  const auto is_lone = [&](std::size_t word) {
    auto at = bounds[word];
    return text::is_han(text::next_code_point(text, at)) && at == bounds[word + 1];
  };
  const auto is_stray = [&](std::size_t word, std::size_t inwards) {
    return is_lone(word) && (inwards < first || inwards >= last || !is_lone(inwards));
  };
  auto begin = first;
  while (begin < last && is_stray(begin, begin + 1)) {
    ++begin;
  }
  if (begin == last) {
    return cut ? Span{part.begin, part.begin} : part;
  }
  auto end = last;
  while (is_stray(end - 1, end - 2)) {
    --end;
  }
  return {bounds[begin], bounds[end]};
}

/// The words of a wording that a stretch has (or lacks), as a person would quote them: in runs of
/// whole words that neither begin nor end with grammatical ones.
std::string quoted_words(const Wording& wording, const Targets& targets, const Grains& text,
                         const Range& range, bool present) {
  enum class Quoted { no, with_others, by_itself };
  const auto& grains = wording.grains.list;
  const auto has = tokens_in(range, targets, text);
  std::vector<Quoted> quoted(grains.size(), Quoted::no);
  for (const auto& [own, token, strength] :
       targets.vocabulary.occurrences(wording.grains, wording.marks)) {
    const bool one_han = own.size() == 1 && grains[own.begin].type == Grain::Type::han;
    const bool light = own.size() == 1 && wording.weights[own.begin] < kLightWord;
    if (has[token] == present && strength == 1.0F && !one_han && !light) {
      const auto how =
          targets.vocabulary.has_content(token) ? Quoted::by_itself : Quoted::with_others;
      for (auto i = own.begin; i < own.end; ++i) {
        quoted[i] = std::max(quoted[i], how);
      }
    }
  }
  std::string out;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < quoted.size() && count < kMostWords; ++begin) {
    if (quoted[begin] != Quoted::by_itself) {
      continue;
    }
    auto end = begin + 1;
    for (auto i = end; i < quoted.size() && quoted[i] != Quoted::no; ++i) {
      end = quoted[i] == Quoted::by_itself ? i + 1 : end;
    }
    const auto span = in_whole_words(wording.text, wording.grains.span({begin, end}));
    begin = end;
    if (span.begin < span.end) {
      out += (out.empty() ? "" : ", ") + wording.text.substr(span.begin, span.end - span.begin);
      ++count;
    }
  }
  return out;
}

class VerdictRules {
 public:
  VerdictRules(const Targets& targets, const Analysis& analysis, const std::vector<Belief>& beliefs,
               std::span<const std::string> names)
      : targets_(targets),
        analysis_(analysis),
        beliefs_(beliefs),
        names_(names),
        contradictions_(contradictions()) {}

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
      decide(result, probability);
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

  /// By target: a `reject` wording that the answer has, better than any wording of the point.
  [[nodiscard]] std::vector<const Wording*> contradictions() const {
    std::vector<const Wording*> found(targets_.list.size(), nullptr);
    if (std::none_of(targets_.list.begin(), targets_.list.end(), has_opposite)) {
      return found;
    }
    const auto occurrences = targets_.vocabulary.occurrences(analysis_.text, analysis_.marks);
    Presence presence(targets_, occurrences);
    for (const auto& window : analysis_.segments.windows) {
      presence.look_at(window.grains);
      for (std::size_t t = 0; t < found.size(); ++t) {
        if (found[t] == nullptr) {
          found[t] = contradiction(targets_.list[t], presence, window.grains);
        }
      }
    }
    return found;
  }

  static bool has_opposite(const Target& target) {
    return std::any_of(target.wordings.begin(), target.wordings.end(),
                       [](const Wording& wording) { return wording.role == Role::reject; });
  }

  /// Of the stretch that `presence` looks at.
  [[nodiscard]] const Wording* contradiction(const Target& target, const Presence& presence,
                                             const Range& grains) const {
    std::optional<BestRecall> own;
    for (const auto& wording : target.wordings) {
      const double recall = wording.role == Role::reject ? presence.recall(wording) : 0.0;
      if (recall < kContradictionRecall) {
        continue;
      }
      if (!own) {
        own = best_recall(target, presence, {Role::name, Role::detail, Role::accept});
      }
      // Said as it stands, a wording may well name the point that it contradicts.
      const bool says_more = recall >= kWholeContradiction && own->wording != nullptr &&
                             wording.total > own->wording->total;
      if ((recall > own->value || says_more) && denies_the_same(wording, presence, grains) &&
          says_like(wording, grains)) {
        return &wording;
      }
    }
    return nullptr;
  }

  /// Of what the wording denies, the stretch that `presence` looks at has something; where it names
  /// nothing that it denies, the stretch has its very words of denial. 收上来，不能乱放 is not
  /// 收上来就不管了.
  [[nodiscard]] bool denies_the_same(const Wording& wording, const Presence& presence,
                                     const Range& grains) const {
    if (!wording.denied.empty()) {
      return std::any_of(wording.denied.begin(), wording.denied.end(),
                         [&](TokenId token) { return presence.strength(token) > 0.0F; });
    }
    const auto own = working_marks(wording.marks);
    return std::all_of(own.begin(), own.end(), [&](const Mark& mark) {
      return mark.cue == Cue::spare || has_words(wording.grains, mark.range, grains);
    });
  }

  /// Whether the stretch has the same words in a row.
  [[nodiscard]] bool has_words(const Grains& other, const Range& words, const Range& grains) const {
    const auto at = [](const Grains& text, std::size_t grain) {
      return text.list.begin() + static_cast<std::ptrdiff_t>(grain);
    };
    const auto end = at(analysis_.text, grains.end);
    return std::search(at(analysis_.text, grains.begin), end, at(other, words.begin),
                       at(other, words.end),
                       [](const Grain& a, const Grain& b) { return a.stem == b.stem; }) != end;
  }

  /// The stretch has the wording's words in their order, with nothing put in the place of another,
  /// and denies or tells a case (如果…) if the wording does. What resembles a negation (别只…) may
  /// be one here.
  [[nodiscard]] bool says_like(const Wording& wording, const Range& grains) const {
    const Range all{0, wording.grains.list.size()};
    const auto spares = [](const Mark& mark) { return mark.cue == Cue::spare; };
    const auto own = std::count_if(wording.marks.begin(), wording.marks.end(), spares);
    const auto said = std::count_if(mark_from(analysis_.marks, grains.begin),
                                    mark_from(analysis_.marks, grains.end), spares);
    const bool supposes = has_cue(analysis_.marks, Cue::condition, grains);
    return said <= own && denies(wording.marks, all) == denies(analysis_.marks, grains) &&
           (!supposes || has_cue(wording.marks, Cue::condition, all)) &&
           align(wording, analysis_.text, grains, targets_.asks_denial).coverage >=
               kContradictionCoverage;
  }

  /// How near the answer's words come to the target's; what is denied counts too.
  [[nodiscard]] double related_share(std::size_t t) const {
    return analysis_.table.whole(t).row[t].features[kRelatedBest];
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
    const auto cue = spelled(analysis_.text, hidden.cue);
    result.evidence = analysis_.text.span(hidden.grains);
    if (hidden.code == std::string_view(reason::kReversed)) {
      result.verdict = Verdict::contradicted;
      result.reason = {hidden.code, {spelled(hidden.wording->grains, hidden.opposite), cue}};
    } else {
      result.verdict = hidden.code == std::string_view(reason::kRejected) ? Verdict::contradicted
                                                                          : Verdict::missed;
      result.reason = {hidden.code, {cue}};
    }
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
  std::vector<const Wording*> contradictions_;
};

}  // namespace

std::vector<PointResult> verdicts_of(const Targets& targets, const Analysis& analysis,
                                     const std::vector<Belief>& beliefs,
                                     std::span<const std::string> names) {
  const VerdictRules rules(targets, analysis, beliefs, names);
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
