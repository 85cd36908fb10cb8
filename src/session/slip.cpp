#include "session/slip.h"

#include "grading/exact/exact.h"
#include "grading/reason.h"

namespace pith::session {
namespace {

namespace code = grading::reason;

/// Where every option is right, only what is no option is wrong.
bool names_a_stranger(deck::Item item, std::string_view answer) {
  for (auto& choice : item.choices) {
    choice.correct = true;
  }
  const auto grade = grading::grade_exactly(item, answer, true);
  const auto& reason = grade.points.front().reason;
  return reason.code == code::kChoices && reason.args.at(1) != "0";
}

bool lacks_a_number(const deck::Item& item, std::string_view answer) {
  return grading::grade_exactly(item, answer, true).points.front().reason.code == code::kNoNumber;
}

}  // namespace

Slip slip_in(const deck::Item& item, std::string_view answer) {
  if (item.kind == deck::Kind::choices && names_a_stranger(item, answer)) {
    return Slip::no_option;
  }
  if (item.kind == deck::Kind::number && lacks_a_number(item, answer)) {
    return Slip::no_number;
  }
  return Slip::none;
}

}  // namespace pith::session
