#include "statistics/activity.h"

#include <algorithm>

#include "statistics/distribution.h"

namespace pith::statistics {

namespace {

/// Better verdicts first; the enumerators stand in this order but for `contradicted`, which earns
/// as little as `missed` does.
int rank(grading::Verdict verdict) {
  return verdict == grading::Verdict::hit ? 2 : verdict == grading::Verdict::partial ? 1 : 0;
}

}  // namespace

Effort effort_of(const history::StudyAnswer& answer, std::span<const Step> steps) {
  Effort effort;
  effort.answers = 1;
  effort.points = static_cast<std::int64_t>(steps.size());
  effort.seconds = std::clamp(answer.seconds, 0.0, kLongestAnswer);
  double weights = 0.0;
  double credits = 0.0;
  for (const Step& step : steps) {
    effort.reviews += step.counts != memory::Counts::logged_only ? 1 : 0;
    effort.new_points += step.first ? 1 : 0;
    weights += step.point.weight;
    credits += step.point.weight * step.point.credit;
  }
  effort.scores = weights > 0 ? credits / weights : 0.0;
  return effort;
}

Recall recall_of(std::span<const Step> steps, double desired) {
  Recall recall;
  for (const Step& step : steps) {
    if (step.recall) {
      recall += {1, memory::recalled(step.point.rating) ? 1 : 0, *step.recall, desired};
    }
  }
  return recall;
}

Streak streak_of(std::span<const memory::StudyDay> days, memory::StudyDay today) {
  Streak streak;
  int run = 0;
  int forgiven = 0;
  std::optional<memory::StudyDay> last;
  for (const auto day : days) {
    const auto gap = last ? (day - *last).count() : 0;
    const bool goes_on = last && gap <= 2;
    forgiven = goes_on ? forgiven + static_cast<int>(gap) - 1 : 0;
    run = goes_on ? run + 1 : 1;
    streak.longest = std::max(streak.longest, run);
    last = day;
  }
  if (last && (today - *last).count() <= 2) {
    streak.current = run;
    streak.forgiven = forgiven + ((today - *last).count() == 2 ? 1 : 0);
  }
  return streak;
}

void Activity::add(const history::StudyAnswer& answer, std::span<const Step> steps,
                   const Effort& effort, const Recall& recall) {
  DayFigures& day = days_[memory::day_number(answer.key.day)];
  day.day = answer.key.day;
  day.effort += effort;
  day.recall += recall;
  if (!since_ || *since_ <= answer.key.day) {
    seconds_.push_back(effort.seconds);
    add_verdicts(answer, steps);
  }
}

void Activity::add_verdicts(const history::StudyAnswer& answer, std::span<const Step> steps) {
  for (const Step& step : steps) {
    const auto automatic = step.point.automatic;
    const auto final = step.point.verdict;
    ++verdicts_.at(static_cast<std::size_t>(final));
    if (answer.graded) {
      ++grader_.graded;
      ++grader_.verdicts.at(static_cast<std::size_t>(automatic))
            .at(static_cast<std::size_t>(final));
      grader_.raised += rank(final) > rank(automatic) ? 1 : 0;
      grader_.lowered += rank(final) < rank(automatic) ? 1 : 0;
    }
  }
}

void Activity::merge(const Activity& other) {
  for (const auto& [number, theirs] : other.days_) {
    DayFigures& day = days_[number];
    day.day = theirs.day;
    day.effort += theirs.effort;
    day.recall += theirs.recall;
  }
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    verdicts_[i] += other.verdicts_[i];
  }
  grader_ += other.grader_;
  seconds_.insert(seconds_.end(), other.seconds_.begin(), other.seconds_.end());
}

void Activity::write(Statistics& into) {
  std::vector<DayFigures> all;
  all.reserve(days_.size());
  for (const auto& [number, day] : days_) {
    all.push_back(day);
  }
  std::sort(all.begin(), all.end(),
            [](const DayFigures& a, const DayFigures& b) { return a.day < b.day; });
  std::vector<memory::StudyDay> studied;
  into.done_today.day = today_;
  for (const DayFigures& day : all) {
    studied.push_back(day.day);
    if (day.day == today_) {
      into.done_today = day;
    }
    if (!since_ || *since_ <= day.day) {
      into.effort += day.effort;
      into.recall += day.recall;
      into.days.push_back(day);
    }
  }
  into.streak = streak_of(studied, today_);
  into.verdicts = verdicts_;
  into.grader = grader_;
  into.answer_seconds = distribution_of(std::move(seconds_), {0, 5, 10, 20, 30, 60, 120, 300});
}

}  // namespace pith::statistics
