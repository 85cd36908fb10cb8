// What the learner changes of the last answer, once its result is shown.
#include <algorithm>
#include <stdexcept>
#include <utility>

#include "session/engine.h"
#include "session/marking.h"
#include "session/phrase.h"

namespace pith::session {
namespace {

bool asks_the_same(const Task& a, const Task& b) {
  return a.item == b.item && a.asked == b.asked && a.prompt == b.prompt;
}

void teach_nothing(Result& result) {
  for (auto& point : result.points) {
    point.taught.reset();
  }
}

}  // namespace

const Result& Session::overrule(std::size_t outcome, grading::Verdict verdict) {
  if (!options_.feedback || !last_ || outcome >= last_->points.size()) {
    throw std::invalid_argument("there is no such point in the last answer");
  }
  auto result = *last_;
  result.points[outcome].verdict = verdict;
  settle(result);
  result.points[outcome].taught = wording_taught(result, outcome);
  const auto wordings = wordings_taught(result);
  return amend(std::move(result), wordings);
}

const Result& Session::call_easy(bool easy) {
  if (!options_.feedback || !last_) {
    throw std::logic_error("there is no answer to call easy");
  }
  auto result = *last_;
  result.easy = easy;
  settle(result);
  const auto wordings = wordings_taught(result);
  return amend(std::move(result), wordings);
}

const Result& Session::amend(Result result, std::span<const history::Wording> wordings) {
  result.event =
      history_.amend(clock_(), result.event, answer_event(result, id_, options_.mode), wordings).id;
  if (history_.answer(result.event)->redacted) {
    teach_nothing(result);
  }
  auto& step =
      *std::find_if(steps_.rbegin(), steps_.rend(), [](const Step& s) { return s.answered; });
  const auto stood = agenda_.empty() ? std::nullopt : std::optional(agenda_.first());
  drop_repeat(step);
  note(step, result);
  ask_again(step, result);
  result.comes_back = step.comes_back;
  last_ = std::move(result);
  // The question that stands stays, unless it was a repeat that is gone or asks something else now.
  if (agenda_.empty() || !stood || !asks_the_same(agenda_.first(), *stood)) {
    ask_next();
  } else if (question_) {
    number(*question_);
  }
  look_ahead(*last_);
  return *last_;
}

}  // namespace pith::session
