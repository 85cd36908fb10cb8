#include "session/marking.h"

#include <algorithm>

#include "deck/points.h"
#include "grading/score.h"
#include "history/item_id.h"
#include "history/replay.h"
#include "memory/rating.h"
#include "session/content.h"

namespace pith::session {
namespace {

double credit_of(const PointOutcome& outcome) {
  return outcome.overruled() ? grading::credit_of(outcome.verdict) : outcome.graded.credit;
}

double score_of(const Result& result) {
  grading::WeightedMean mean;
  for (const auto& outcome : result.points) {
    mean.add(outcome.credit, result.item->points.at(outcome.point).weight);
  }
  return mean.value();
}

grading::Verdict verdict_of(history::Effect effect) {
  return effect == history::Effect::accept   ? grading::Verdict::hit
         : effect == history::Effect::reject ? grading::Verdict::contradicted
                                             : grading::Verdict::missed;
}

Result begun(const Question& question) {
  Result result;
  result.item = question.item;
  result.shown = question.shown;
  result.relearning = question.why == Why::again;
  result.hints = static_cast<int>(question.hints.size());
  return result;
}

}  // namespace

std::vector<grading::LearnedWording> learned_for(std::span<const history::KnownWording> wordings,
                                                 const deck::Item& part) {
  std::vector<const history::KnownWording*> by_age;
  for (const auto& known : wordings) {
    by_age.push_back(&known);
  }
  std::ranges::sort(by_age, {}, [](const auto* known) { return history::key_of(known->stamp); });
  std::vector<grading::LearnedWording> learned;
  for (const auto* known : by_age) {
    if (const auto place = deck::place_of_point(part, known->point)) {
      learned.push_back({*place, known->text, verdict_of(known->effect), known->said});
    }
  }
  return learned;
}

Result mark_answer(const Question& question, std::string_view text, const Grader& grader,
                   std::span<const history::KnownWording> wordings) {
  auto result = begun(question);
  const auto part = asked_part(*question.item, question.asked);
  auto graded = grader(part, text, learned_for(wordings, part));
  for (const auto point : question.asked) {
    PointOutcome outcome;
    outcome.point = point;
    outcome.graded =
        std::move(graded.grade.points.at(place_in_part(*question.item, question.asked, point)));
    outcome.verdict = outcome.graded.verdict;
    result.points.push_back(std::move(outcome));
  }
  result.answer = text;
  result.gave_up = text.empty();
  result.cut = graded.grade.cut;
  result.versions = std::move(graded.versions);
  settle(result);
  return result;
}

Result mark_card(const Question& question, memory::Rating rating) {
  auto result = begun(question);
  const bool recalled = memory::recalled(rating);
  for (const auto point : question.asked) {
    PointOutcome outcome;
    outcome.point = point;
    outcome.verdict = recalled ? grading::Verdict::hit : grading::Verdict::missed;
    outcome.graded.verdict = outcome.verdict;
    outcome.graded.credit = recalled ? 1.0 : 0.0;
    result.points.push_back(std::move(outcome));
  }
  result.answer = std::to_string(static_cast<int>(rating));
  settle(result);
  for (auto& outcome : result.points) {
    outcome.rating = recalled && result.hints > 0 ? memory::Rating::hard : rating;
  }
  return result;
}

void settle(Result& result) {
  for (auto& outcome : result.points) {
    outcome.credit = credit_of(outcome);
    outcome.rating = memory::rating_for(outcome.credit, {result.hints > 0, result.easy});
  }
  result.score = score_of(result);
  result.passed = grading::passes(result.score, result.item->settings.pass);
}

std::vector<std::size_t> points_to_repeat(const Result& result) {
  std::vector<std::size_t> again;
  for (const auto& outcome : result.points) {
    if (outcome.rating == memory::Rating::again) {
      again.push_back(outcome.point);
    }
  }
  return again;
}

std::optional<memory::Rating> card_rating(std::string_view text) {
  if (text.empty()) {
    return memory::Rating::again;
  }
  return text.size() == 1 ? memory::rating_numbered(text[0] - '0') : std::nullopt;
}

history::Answer answer_event(const Result& result, const history::Uuid& session,
                             history::Mode mode) {
  history::Answer event;
  event.session = session;
  event.mode = mode;
  event.scheduled = result.scheduled;
  event.relearning = result.relearning;
  event.aided = result.aided;
  event.hints = result.hints;
  event.time_over = result.time_over;
  event.seconds = result.seconds;
  event.item = history::id_of(*result.item);
  event.content_hash = content_of(*result.item).hash;
  event.text = result.answer;
  event.versions = result.versions;
  for (const auto& outcome : result.points) {
    const auto& point = result.item->points.at(outcome.point);
    event.points.push_back({point.id, point.weight, outcome.graded.verdict, outcome.verdict,
                            outcome.rating, outcome.credit, outcome.graded.confidence,
                            outcome.graded.evidence});
  }
  return event;
}

}  // namespace pith::session
