#include "grading/exact/exact.h"

#include <string>
#include <vector>

#include "grading/exact/choice_answer.h"
#include "grading/exact/cloze_answer.h"
#include "grading/exact/number_answer.h"
#include "grading/exact/short_answer.h"
#include "grading/score.h"

namespace pith::grading {
namespace {

/// An answer without blanks behind blanks.
struct OneBlank {
  explicit OneBlank(std::string_view typed) {
    for (std::size_t at = 0; at < typed.size(); ++at) {
      if (typed[at] != ' ' || !text.ends_with(' ')) {
        text += typed[at];
        places.push_back(at);
      }
    }
  }

  [[nodiscard]] Span as_typed(const Span& span) const {
    return {places[span.begin], places[span.end - 1] + 1};
  }

  std::string text;
  std::vector<std::size_t> places;  ///< Of each byte of `text` in what was typed.
};

PointResult grade_text(const deck::Item& item, std::string_view answer, bool use_accept) {
  auto result = compare(answer, accepted_of(item.points.front(), use_accept), item.question);
  set_evidence(result, answer, answer);
  return result;
}

}  // namespace

Grade grade_exactly(const deck::Item& item, std::string_view typed, bool use_accept) {
  const OneBlank one_blank(typed);
  const std::string_view answer = one_blank.text;
  Grade grade;
  switch (item.kind) {
    case deck::Kind::number:
      grade.points = {grade_number(item, answer)};
      break;
    case deck::Kind::choices:
      grade.points = {grade_choices(item, answer)};
      break;
    case deck::Kind::cloze:
      grade.points = grade_cloze(item, answer, use_accept);
      break;
    default:
      grade.points = {grade_text(item, answer, use_accept)};
  }
  for (auto& point : grade.points) {
    if (point.evidence) {
      point.evidence = one_blank.as_typed(*point.evidence);
    }
  }
  grade.score = score_of(grade.points, weights_of(item));
  return grade;
}

}  // namespace pith::grading
