#include "grading/judge.h"

#include <algorithm>
#include <exception>

#include "base/stopped.h"
#include "grading/reason.h"
#include "grading/score.h"

namespace pith::grading {
Judged judged(const Judge& judge, Grade grade, const deck::Item& item, std::string_view answer,
              std::span<const std::size_t> points,
              const std::function<void(const std::string&)>& failed) {
  try {
    auto judgement = judge.judge(item, answer, points);
    const bool counts = std::any_of(judgement.opinions.begin(), judgement.opinions.end(),
                                    [](const auto& opinion) { return opinion.has_value(); });
    if (!counts) {
      return {std::move(grade), ""};
    }
    grade = with_judgement(std::move(grade), item, judgement);
    return {std::move(grade), std::move(judgement.model)};
  } catch (const Stopped&) {
    // Nobody waits for an opinion any more.
  } catch (const std::exception& failure) {
    failed(failure.what());
  }
  return {std::move(grade), ""};
}

Grade with_judgement(Grade grade, const deck::Item& item, const Judgement& judgement) {
  for (std::size_t i = 0; i < grade.points.size(); ++i) {
    auto& point = grade.points[i];
    if (const auto& opinion = judgement.opinions[i]) {
      point = {opinion->verdict,
               credit_of(opinion->verdict),
               opinion->quote,
               {reason::kJudged, {judgement.model}},
               kJudgeConfidence};
    }
  }
  grade.score = score_of(grade.points, weights_of(item));
  return grade;
}

}  // namespace pith::grading
