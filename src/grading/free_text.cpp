#include "grading/free_text.h"

#include <algorithm>

#include "grading/decision.h"
#include "grading/reason.h"
#include "grading/verdicts.h"
#include "text/error.h"

namespace pith::grading {
namespace {

/// An answer that says nothing but that it has none.
std::optional<Range> gives_up(const Analysis& analysis) {
  const auto weights = grain_weights(analysis.text, analysis.marks);
  std::optional<Range> words;
  double rest = 0;
  for (const auto& mark : analysis.marks) {
    if (mark.cue == Cue::dont_know && !words) {
      words = mark.range;
    }
  }
  constexpr double kSomethingSaid = 2.0;
  for (std::size_t i = 0; words && i < weights.size(); ++i) {
    rest += i >= words->begin && i < words->end ? 0.0 : weights[i];
  }
  return words && rest < kSomethingSaid ? words : std::nullopt;
}

Grade nothing(std::size_t points, const Reason& reason) {
  Grade grade;
  for (std::size_t p = 0; p < points; ++p) {
    PointResult result;
    result.reason = reason;
    grade.points.push_back(std::move(result));
  }
  return grade;
}

}  // namespace

FreeTextGrader::FreeTextGrader(const deck::Item& item, const Options& options,
                               std::span<const LearnedWording> learned)
    : targets_(targets_of(item, options.use_accept, learned)) {
  for (const auto& point : item.points) {
    weights_.push_back(point.weight);
    names_.push_back(point.name);
  }
  if (options.encoder != nullptr) {
    try {
      meaning_ =
          std::make_unique<Meaning>(*options.encoder, targets_, item.question, item.language);
    } catch (const Error&) {
      meaning_ = nullptr;  // The encoder has said why; words still grade.
    }
  }
}

Analysis FreeTextGrader::analyse(std::string_view answer) const {
  Analysis analysis;
  analysis.text = grains_of(answer);
  analysis.marks = Lexicon::general().marks_of(analysis.text);
  analysis.segments = segments_of(analysis.text, analysis.marks);
  const auto occurrences = targets_.vocabulary.occurrences(analysis.text, analysis.marks);
  Presence presence(targets_, occurrences);
  analysis.polarity =
      polarity_of(targets_, analysis.text, analysis.marks, analysis.segments, presence);
  analysis.table = pairs_of(targets_, analysis.text, analysis.marks, analysis.segments,
                            analysis.polarity, presence);
  if (meaning_ != nullptr && !analysis.segments.windows.empty()) {
    try {
      meaning_->add_to(analysis.table, targets_, analysis.segments, analysis.text, answer,
                       analysis.marks);
      analysis.by_meaning = true;
    } catch (const Error&) {
      analysis.by_meaning = false;
    }
  }
  return analysis;
}

Grade FreeTextGrader::grade(std::string_view answer) const {
  const auto analysis = analyse(answer);
  if (analysis.text.list.empty()) {
    return nothing(targets_.points, {reason::kEmpty, {}});
  }
  if (const auto words = gives_up(analysis)) {
    const auto span = analysis.text.span(*words);
    return nothing(
        targets_.points,
        {reason::kDontKnow, {std::string(answer.substr(span.begin, span.end - span.begin))}});
  }
  const auto beliefs = beliefs_of(targets_, analysis.table, analysis.segments, analysis.by_meaning);
  Grade grade;
  grade.points = verdicts_of(targets_, analysis, beliefs, names_);
  double sum = 0;
  double total = 0;
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    sum += weights_[p] * grade.points[p].credit;
    total += weights_[p];
  }
  grade.score = total > 0 ? sum / total : 0.0;
  return grade;
}

}  // namespace pith::grading
