#include "statistics/walk.h"

namespace pith::statistics {

namespace {

class Walk {
 public:
  Walk(const history::StudyLog& log, const history::StudyItem& item,
       const memory::Parameters& parameters, Listener& listener)
      : log_(log),
        item_(item),
        parameters_(parameters),
        curve_(parameters),
        listener_(listener),
        memories_(item.points.size()) {}

  std::vector<memory::PointMemory> go() {
    auto reset = item_.resets.begin();
    std::vector<Step> steps;
    for (const auto& answer : log_.answers_of(item_)) {
      for (; reset != item_.resets.end() && reset->key < answer.key; ++reset) {
        forget(*reset);
      }
      steps.clear();
      for (const auto& point : log_.points_of(answer)) {
        steps.push_back(step(answer, point));
      }
      listener_.on_answer(answer, steps);
    }
    for (; reset != item_.resets.end(); ++reset) {
      forget(*reset);
    }
    return std::move(memories_);
  }

 private:
  void change(std::size_t point, memory::StudyDay day, memory::PointMemory after) {
    listener_.on_change({point, memories_[point], day});
    memories_[point] = after;
  }

  void forget(const history::StudyReset& reset) {
    for (std::size_t p = 0; p < memories_.size(); ++p) {
      if (reset.point.empty() || reset.point == item_.points[p]) {
        change(p, reset.key.day, {});
      }
    }
  }

  Step step(const history::StudyAnswer& answer, const history::StudyPoint& point) {
    const auto& before = memories_[point.point];
    const memory::PointEvent said{answer.key.day, point.rating, answer.scheduled, answer.relearning,
                                  answer.aided};
    Step step{answer, point, memory::what_counts(before, said)};
    if (step.counts == memory::Counts::logged_only) {
      return step;
    }
    step.first = !before.state;
    if (before.state && step.counts == memory::Counts::review) {
      step.recall = memory::retrievability(before, curve_, answer.key.day);
      step.age = static_cast<int>((answer.key.day - before.last_review).count());
      step.stability = before.state->stability;
    }
    change(point.point, answer.key.day, memory::apply(before, said, parameters_, curve_));
    return step;
  }

  const history::StudyLog& log_;
  const history::StudyItem& item_;
  const memory::Parameters& parameters_;
  memory::ForgettingCurve curve_;
  Listener& listener_;
  std::vector<memory::PointMemory> memories_;
};

}  // namespace

std::vector<memory::PointMemory> walk(const history::StudyLog& log, const history::StudyItem& item,
                                      const memory::Parameters& parameters, Listener& listener) {
  return Walk(log, item, parameters, listener).go();
}

}  // namespace pith::statistics
