#include "grading/explain.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "grading/bounded.h"
#include "grading/decision/free_text.h"
#include "grading/evidence/formula.h"
#include "grading/mending.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostStretches = 3;
constexpr std::size_t kMostShares = 4;
constexpr double kSmallestShare = 0.05;

bool steers(Cue cue) {
  return cue != Cue::stop && cue != Cue::generic && cue != Cue::opener && cue != Cue::connective &&
         cue != Cue::conjunction && cue != Cue::joined && cue != Cue::pronoun &&
         cue != Cue::preamble && cue != Cue::relative;
}

/// 不 in 不用: the longer one is what is heard.
bool is_inside_another(const Mark& mark, std::span<const Mark> marks) {
  return std::ranges::any_of(marks, [&](const Mark& other) {
    return other.range.size() > mark.range.size() && other.range.begin <= mark.range.begin &&
           mark.range.end <= other.range.end;
  });
}

class Explainer {
 public:
  Explainer(const FreeTextGrader& grader, const Analysis& analysis, std::string_view answer)
      : grader_(grader), analysis_(analysis), answer_(answer), beliefs_(grader.beliefs(analysis)) {}

  [[nodiscard]] ExplainedPoint of_point(std::size_t point) const {
    ExplainedPoint out;
    for (std::size_t t = 0; t < beliefs_.size(); ++t) {
      const auto& target = grader_.targets().list[t];
      if (target.point != point) {
        continue;
      }
      out.probability += target.share * beliefs_[t].probability;
      add_stretches(out, t);
      for (const auto& hidden : analysis_.polarity.voids[t]) {
        out.voids.push_back({span_of(hidden.grains), reason_of(hidden)});
      }
    }
    std::stable_sort(out.stretches.begin(), out.stretches.end(),
                     [](const auto& a, const auto& b) { return a.strength > b.strength; });
    out.stretches.resize(std::min(out.stretches.size(), kMostStretches));
    return out;
  }

 private:
  [[nodiscard]] Reason reason_of(const Void& hidden) const {
    if (hidden.wording == nullptr) {
      return {std::string(hidden.code), {spelled(hidden.cue)}};
    }
    const auto span = hidden.wording->grains.span(hidden.opposite);
    return {std::string(hidden.code),
            {hidden.wording->text.substr(span.begin, span.end - span.begin), spelled(hidden.cue)}};
  }

  [[nodiscard]] Span span_of(const Range& grains) const { return analysis_.text.span(grains); }

  [[nodiscard]] std::string spelled(const Range& grains) const {
    const auto span = span_of(grains);
    return std::string(answer_.substr(span.begin, span.end - span.begin));
  }

  void add_stretches(ExplainedPoint& out, std::size_t t) const {
    const auto& formula = formula_for(analysis_.by_meaning);
    const auto& target = grader_.targets().list[t];
    for (std::size_t w = 0; w < analysis_.segments.windows.size(); ++w) {
      const auto& pair = analysis_.table.at(w, t);
      const auto& window = analysis_.segments.windows[w];
      if (pair.is_void || !analysis_.table.whole(t).view.has(window)) {
        continue;
      }
      out.stretches.push_back({span_of(window.grains), strength_of(pair, target, window, formula),
                               shares_of(pair, formula), beliefs_[t].window == w});
    }
  }

  static std::vector<std::pair<std::string_view, double>> shares_of(const Pair& pair,
                                                                    const Formula& formula) {
    std::vector<std::pair<std::string_view, double>> shares;
    for (const auto& [feature, weight] : formula.weights) {
      const double share = weight * pair.features[feature];
      if (std::abs(share) >= kSmallestShare) {
        shares.emplace_back(kFeatureNames[feature].second, share);
      }
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
      return std::abs(a.second) > std::abs(b.second);
    });
    shares.resize(std::min(shares.size(), kMostShares));
    return shares;
  }

  const FreeTextGrader& grader_;
  const Analysis& analysis_;
  std::string_view answer_;
  std::vector<Belief> beliefs_;
};

Explanation explained_by(const FreeTextGrader& grader, const deck::Item& item,
                         std::string_view answer) {
  const auto read = bounded(answer);
  const auto analysis = grader.analyse(read);
  Explanation out;
  out.grade = grader.grade(read);
  out.grade.cut = out.grade.cut || read.size() < answer.size();
  for (const auto& clause : analysis.segments.clauses) {
    out.clauses.push_back(analysis.text.span(clause.grains));
  }
  for (const auto& mark : analysis.marks) {
    if (steers(mark.cue) && !is_inside_another(mark, analysis.marks)) {
      out.cues.emplace_back(analysis.text.span(mark.range), mark.cue);
    }
  }
  const Explainer explainer(grader, analysis, read);
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    auto point = explainer.of_point(p);
    point.result = out.grade.points[p];
    if (point.result.verdict == Verdict::missed || point.result.verdict == Verdict::partial) {
      point.accept = mending_accept(item, read, grader, analysis, out.grade, p);
    }
    out.points.push_back(std::move(point));
  }
  return out;
}

}  // namespace

Explanation explain(const deck::Item& item, std::string_view answer, const Options& options,
                    std::span<const LearnedWording> learned) {
  if (options.encoder != nullptr) {
    try {
      return explained_by(FreeTextGrader(item, options, learned), item, answer);
    } catch (const Error&) {  // The encoder has said why; words still grade.
    }
  }
  const Options by_words{options.use_accept, nullptr};
  return explained_by(FreeTextGrader(item, by_words, learned), item, answer);
}

}  // namespace pith::grading
