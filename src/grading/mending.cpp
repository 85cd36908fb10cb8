#include "grading/mending.h"

#include <algorithm>
#include <array>
#include <vector>

#include "grading/proposal.h"
#include "grading/words/vocabulary.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostCandidates = 5;  ///< Stretches that are tried as a wording.
constexpr double kSomethingSaid = 1.5;      ///< Weight of words: two Han characters, or one word.
constexpr double kNotNear = 0.08;           ///< Meaning up to which a stretch is not near.
constexpr double kLittleNearer = 0.1;       ///< To a point that is stated elsewhere.
constexpr double kOtherThanQuestion = 0.5;  ///< Of a stretch, what the question does not have.

class Candidates {
 public:
  Candidates(const FreeTextGrader& grader, const Analysis& analysis, const Grade& grade)
      : targets_(grader.targets()),
        analysis_(analysis),
        grade_(grade),
        weights_(grain_weights(analysis.text, analysis.marks)) {}

  /// Spans of the answer, the nearest to the point first.
  [[nodiscard]] std::vector<Span> near(std::size_t point) const {
    std::vector<std::pair<double, Span>> found;
    for (std::size_t w = 0; w < analysis_.segments.windows.size(); ++w) {
      if (const auto nearness = nearness_to(point, w)) {
        found.emplace_back(*nearness, analysis_.text.span(range_of(w)));
      }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<double, Span>::first);
    std::vector<Span> spans;
    spans.reserve(found.size());
    for (const auto& each : found) {
      spans.push_back(each.second);
    }
    spans.resize(std::min(spans.size(), kMostCandidates));
    return spans;
  }

 private:
  /// Empty for a window that is no candidate.
  [[nodiscard]] std::optional<double> nearness_to(std::size_t point, std::size_t window) const {
    if (!lies_in_one_clause(window) || !says_something(window) || is_taken(point, window)) {
      return std::nullopt;
    }
    std::vector<double> nearness(grade_.points.size(), kFar);
    for (std::size_t t = 0; t < targets_.list.size(); ++t) {
      auto& best = nearness.at(targets_.list[t].point);
      best = std::max(best, nearness_to_target(window, t));
    }
    const double own = nearness[point];
    for (std::size_t p = 0; p < nearness.size(); ++p) {
      const bool is_hit = grade_.points[p].verdict == Verdict::hit;
      if (p != point && (is_hit ? nearness[p] > own + kLittleNearer : nearness[p] >= own)) {
        return std::nullopt;
      }
    }
    return own > kFar ? std::optional(own) : std::nullopt;
  }

  [[nodiscard]] double nearness_to_target(std::size_t w, std::size_t t) const {
    const auto& pair = analysis_.table.at(w, t);
    if (pair.is_void || !analysis_.table.whole(t).view.has(analysis_.segments.windows[w])) {
      return kFar;
    }
    if (!analysis_.by_meaning) {
      return std::max(pair.features[kBestRecall], pair.features[kRelatedBest]);
    }
    const double meaning = pair.features[kBestMeaning];
    return meaning > kNotNear ? meaning : kFar;
  }

  [[nodiscard]] bool lies_in_one_clause(std::size_t window) const {
    const auto& grains = analysis_.segments.windows[window].grains;
    return analysis_.segments.clause_at(grains.begin) ==
           analysis_.segments.clause_at(grains.end - 1);
  }

  [[nodiscard]] bool says_something(std::size_t window) const {
    const auto range = range_of(window);
    double weight = 0;
    for (auto i = range.begin; i < range.end; ++i) {
      weight += weights_[i];
    }
    constexpr std::array kSaysNothing = {Cue::dont_know, Cue::forgets, Cue::skip, Cue::correct,
                                         Cue::rest};
    const double own = analysis_.table.at(window, 0).features[kNovelty];
    return weight >= kSomethingSaid && own >= std::min(kOtherThanQuestion * weight, 1.0) &&
           std::ranges::none_of(kSaysNothing,
                                [&](Cue cue) { return has_cue(analysis_.marks, cue, range); });
  }

  /// Whether it is in what is another point's evidence.
  [[nodiscard]] bool is_taken(std::size_t point, std::size_t window) const {
    const auto span = analysis_.text.span(range_of(window));
    for (std::size_t p = 0; p < grade_.points.size(); ++p) {
      const auto& evidence = grade_.points[p].evidence;
      if (p != point && evidence && evidence->begin < span.end && span.begin < evidence->end) {
        return true;
      }
    }
    return false;
  }

  /// The window without the words that open it.
  [[nodiscard]] Range range_of(std::size_t window) const {
    return without_openers(analysis_.segments.windows[window].grains, analysis_.marks);
  }

  static constexpr double kFar = -1e9;

  const Targets& targets_;
  const Analysis& analysis_;
  const Grade& grade_;
  std::vector<double> weights_;
};

}  // namespace

std::optional<std::string> mending_accept(const deck::Item& item, std::string_view answer,
                                          const FreeTextGrader& grader, const Analysis& analysis,
                                          const Grade& grade, std::size_t point) {
  const auto& evidence = grade.points[point].evidence;
  if (evidence &&
      has_wording(item.points[point],
                  std::string(answer.substr(evidence->begin, evidence->end - evidence->begin)))) {
    return std::nullopt;
  }
  for (const auto& span : Candidates(grader, analysis, grade).near(point)) {
    auto wording = std::string(answer.substr(span.begin, span.end - span.begin));
    if (is_good_accept(item, point, wording) &&
        grading::grade(accepting(item, point, wording), answer).points[point].verdict ==
            Verdict::hit) {
      return wording;
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
