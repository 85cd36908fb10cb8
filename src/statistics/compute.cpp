#include "statistics/compute.h"

#include <algorithm>
#include <iterator>

#include "base/parallel.h"
#include "deck/points.h"
#include "history/item_id.h"
#include "statistics/activity.h"
#include "statistics/exams.h"
#include "statistics/knowledge.h"
#include "statistics/ranking.h"
#include "statistics/retention.h"
#include "statistics/score_over_time.h"
#include "statistics/subjects.h"
#include "statistics/walk.h"

namespace pith::statistics {

namespace {

constexpr double kUsualRetention = 0.9;  ///< Of an item that no deck has.

memory::StudyDay first_day(const history::StudyLog& log, const Scope& scope) {
  auto first = scope.today;
  for (const auto& answer : log.answers) {
    first = std::min(first, answer.key.day);
  }
  return scope.since ? std::max(first, *scope.since) : first;
}

template <typename T>
void append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

class Computation : private Listener {
 public:
  Computation(const history::StudyLog& log, const Scope& scope)
      : log_(log),
        scope_(scope),
        curve_(scope.parameters),
        activity_(scope.today, scope.since),
        retention_(scope.today, scope.since),
        over_time_(sampled_days(first_day(log, scope), scope.today), scope.parameters),
        exams_(scope.since) {}

  void take_all(std::span<const Subject> subjects) {
    for (const Subject& subject : subjects) {
      take(subject);
    }
  }

  /// What another one took, of other items.
  void merge(Computation other) {
    activity_.merge(other.activity_);
    retention_.merge(other.retention_);
    over_time_.merge(other.over_time_);
    exams_.merge(other.exams_);
    const auto items = figures_.items.size();
    const auto points = figures_.points.size();
    for (auto& point : other.figures_.points) {
      point.item += items;
    }
    for (auto& failure : other.failures_) {
      failure.point += points;
    }
    append(figures_.items, std::move(other.figures_.items));
    append(figures_.points, std::move(other.figures_.points));
    append(failures_, std::move(other.failures_));
    append(returns_, std::move(other.returns_));
    points_in_decks_ += other.points_in_decks_;
  }

  Statistics finish() {
    figures_.today = scope_.today;
    figures_.since = scope_.since;
    activity_.write(figures_);
    retention_.write(figures_);
    over_time_.write(figures_);
    exams_.write(figures_, log_);
    figures_.knowledge = knowledge_of(figures_, points_in_decks_);
    figures_.forecast = forecast_of(returns_, scope_.today);
    figures_.weakest = weakest(figures_);
    figures_.learn_next = learn_next(figures_);
    figures_.failures = latest(std::move(failures_));
    return std::move(figures_);
  }

 private:
  void take(const Subject& subject) {
    begin(subject);
    std::vector<memory::PointMemory> memories;
    if (subject.logged != nullptr) {
      exams_.begin_item();
      begin_over_time(subject);
      memories = walk(log_, *subject.logged, scope_.parameters, *this);
      over_time_.end(memories);
    }
    end(subject, memories);
  }

  void begin(const Subject& subject) {
    item_ = {};
    points_.clear();
    item_.in_deck = subject.item != nullptr;
    item_.due = subject.due;
    if (subject.item != nullptr) {
      item_.id = history::id_of(*subject.item);
      item_.question = subject.item->question;
      item_.tags = subject.item->tags;
      desired_ = subject.item->settings.desired_retention;
      points_in_decks_ += static_cast<std::int64_t>(subject.item->points.size());
    } else {
      item_.id = subject.logged->id;
      desired_ = kUsualRetention;
    }
    for (std::size_t p = 0; subject.logged != nullptr && p < subject.logged->points.size(); ++p) {
      points_.push_back(point_named(subject, subject.logged->points[p]));
    }
  }

  [[nodiscard]] PointFigures point_named(const Subject& subject, const std::string& id) const {
    PointFigures point;
    point.item = figures_.items.size();
    point.id = id;
    point.name = id;
    if (const auto* known = deck_point(subject, id)) {
      point.name = known->name;
      point.in_deck = true;
    }
    return point;
  }

  static const deck::Point* deck_point(const Subject& subject, const std::string& id) {
    return subject.item != nullptr ? deck::find_point(*subject.item, id) : nullptr;
  }

  static double weight_of(const deck::Item& item) {
    double total = 0.0;
    for (const auto& point : item.points) {
      total += point.weight;
    }
    return total;
  }

  void begin_over_time(const Subject& subject) {
    std::vector<double> weights;
    for (const auto& point : points_) {
      const auto* known = deck_point(subject, point.id);
      weights.push_back(known != nullptr ? known->weight : 0.0);
    }
    over_time_.begin(std::move(weights), subject.item != nullptr ? weight_of(*subject.item) : 1.0);
  }

  void on_answer(const history::StudyAnswer& answer, std::span<const Step> steps) override {
    const auto effort = effort_of(answer, steps);
    const auto recall = recall_of(steps, desired_);
    activity_.add(answer, steps, effort, recall);
    retention_.add(answer, steps, desired_);
    exams_.add(answer, effort.scores);
    if (!scope_.since || *scope_.since <= answer.key.day) {
      item_.effort += effort;
      item_.recall += recall;
      for (const Step& step : steps) {
        add_to_point(answer, step);
      }
    }
  }

  void add_to_point(const history::StudyAnswer& answer, const Step& step) {
    auto& point = points_[step.point.point];
    const bool counts = step.counts != memory::Counts::logged_only;
    const bool failed = !memory::recalled(step.point.rating);
    point.reviews += counts ? 1 : 0;
    point.failed += counts && failed ? 1 : 0;
    if (step.recall) {
      point.recall += {1, failed ? 0 : 1, *step.recall, desired_};
    }
    point.recent.push_back(step.point.verdict);
    if (failed) {
      point.last_failed = answer.key.id;
      failures_.push_back({answer.key, figures_.points.size() + step.point.point});
    }
  }

  void on_change(const Change& change) override { over_time_.change(change); }

  void end(const Subject& subject, std::span<const memory::PointMemory> memories) {
    memory::StudyDay last_review{};
    double recalled = 0.0;
    for (std::size_t p = 0; p < points_.size(); ++p) {
      auto& point = points_[p];
      point.memory = memories[p];
      if (!point.memory.state) {
        continue;
      }
      point.retrievability = memory::retrievability(point.memory, curve_, scope_.today);
      last_review = std::max(last_review, point.memory.last_review);
      if (const auto* known = deck_point(subject, point.id)) {
        recalled += known->weight * point.retrievability;
        item_.expected = recalled / weight_of(*subject.item);
      }
    }
    if (item_.in_deck && item_.due) {
      returns_.push_back({*item_.due, last_review});
    }
    keep();
  }

  void keep() {
    if (!item_.in_deck && item_.effort.answers == 0) {
      return;
    }
    figures_.items.push_back(std::move(item_));
    for (auto& point : points_) {
      if (point.recent.size() > kRecentVerdicts) {
        point.recent.erase(point.recent.begin(), point.recent.end() - kRecentVerdicts);
      }
      figures_.points.push_back(std::move(point));
    }
  }

  const history::StudyLog& log_;
  const Scope& scope_;
  memory::ForgettingCurve curve_;
  Activity activity_;
  Retention retention_;
  ScoreOverTime over_time_;
  Exams exams_;
  Statistics figures_;
  std::vector<Return> returns_;
  std::vector<Failure> failures_;
  std::int64_t points_in_decks_ = 0;
  // Of the present item:
  ItemFigures item_;
  std::vector<PointFigures> points_;
  double desired_ = kUsualRetention;
};

}  // namespace

Statistics compute(const history::StudyLog& log, std::span<const history::DueItem> due,
                   const Scope& scope, std::size_t worth_two_threads) {
  const auto subjects = subjects_of(log, due, scope);
  Computation all(log, scope);
  if (log.points.size() < worth_two_threads) {
    all.take_all(subjects);
    return all.finish();
  }
  const auto half = half_of(subjects);
  auto second = base::beside([&] {
    Computation rest(log, scope);
    rest.take_all(std::span(subjects).subspan(half));
    return rest;
  });
  all.take_all(std::span(subjects).first(half));
  all.merge(second.get());
  return all.finish();
}

}  // namespace pith::statistics
