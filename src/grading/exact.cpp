#include "grading/exact.h"

#include "grading/choice_answer.h"
#include "grading/cloze_answer.h"
#include "grading/number_answer.h"
#include "grading/short_answer.h"

namespace pith::grading {
namespace {

PointResult grade_text(const deck::Item& item, std::string_view answer, bool use_accept) {
  auto result = compare(answer, accepted_of(item.points.front(), use_accept), item.question);
  set_evidence(result, answer, answer);
  return result;
}

}  // namespace

double score_of(const deck::Item& item, std::span<const PointResult> points) {
  double sum = 0;
  double total = 0;
  for (std::size_t p = 0; p < points.size(); ++p) {
    sum += item.points[p].weight * points[p].credit;
    total += item.points[p].weight;
  }
  return total > 0 ? sum / total : 0.0;
}

Grade grade_exactly(const deck::Item& item, std::string_view answer, bool use_accept) {
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
  grade.score = score_of(item, grade.points);
  return grade;
}

}  // namespace pith::grading
