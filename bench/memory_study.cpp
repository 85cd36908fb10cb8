// A year of 200 items with four points each, under several ways to schedule them: the mark that
// each delivers when it asks, what is known on an average day, and the hours it takes. The learners
// are simulated; docs/memory.md has the table.
//   memory_study [LEARNERS]
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "memory/due.h"
#include "support/simulated_learner.h"

namespace {

using namespace pith::memory;
using pith::test::Nature;
using pith::test::SimulatedLearner;
using std::chrono::days;

constexpr std::size_t kItems = 200;
constexpr std::size_t kPoints = 4;
constexpr int kNewPerDay = 5;
constexpr int kYear = 365;
constexpr int kSettled = kYear / 2;  // from then on every item has been seen for months
constexpr double kTarget = 0.9;
constexpr double kSure = 0.95;
constexpr int kFullTurn = 3;

/// What a year came to.
struct Year {
  double questions = 0;
  double points = 0;
  double mark = 0;  ///< Sum of true scores when asked.
  double marks = 0;
  double known = 0;  ///< Sum of true scores on the days of the second half.
  double days = 0;

  [[nodiscard]] double hours(const Pace& pace) const {
    return (questions * pace.question + points * pace.point) / 3600;
  }
};

/// Several questions, each for some of an item's points.
using Parts = std::vector<std::vector<std::size_t>>;

/// One way to schedule an item: the units it is made of, each of which is due and asked by itself.
class Scheduler {
 public:
  Scheduler() = default;
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;
  virtual ~Scheduler() = default;
  /// What to ask of the item on `day`; empty if it is not due.
  virtual Parts due(StudyDay day) = 0;
  virtual void take(std::span<const pith::test::Heard> heard, StudyDay day) = 0;
};

ScheduledItem item_of(std::size_t number, std::size_t points) {
  ScheduledItem item{.id = fmt::format("d/{}", number)};
  for (std::size_t i = 0; i < points; ++i) {
    item.points.push_back({.id = fmt::format("p{}", i)});
  }
  return item;
}

std::vector<std::size_t> all_points() {
  return {0, 1, 2, 3};
}

/// By expected score, with or without showing what is known for sure.
class ByScore final : public Scheduler {
 public:
  ByScore(std::size_t number, bool focus) : item_(item_of(number, kPoints)), focus_(focus) {}

  Parts due(StudyDay day) override {
    if (!item_.points[0].memory.state) {
      return {all_points()};
    }
    auto asked = points_due(item_, kDefaultParameters, options_, day);
    if (focus_ && asked.size() > 1 && turns_ % kFullTurn != 0) {
      auto unsure = asked;
      std::erase_if(unsure, [&](std::size_t i) {
        return retrievability(item_.points[i].memory, curve_, day) >= kSure;
      });
      asked = unsure.empty() ? asked : unsure;
    }
    return asked.empty() ? Parts{} : Parts{asked};
  }
  void take(std::span<const pith::test::Heard> heard, StudyDay day) override {
    pith::test::take_in(item_, heard, day, kDefaultParameters);
    turns_ = 0;
    for (const auto& point : item_.points) {
      turns_ = std::max(turns_, point.memory.reviews);
    }
  }

 private:
  ScheduledItem item_;
  bool focus_;
  int turns_ = 0;
  SchedulingOptions options_{.desired_retention = kTarget};
  ForgettingCurve curve_{kDefaultParameters};
};

/// A card for each point.
class ByPoint final : public Scheduler {
 public:
  explicit ByPoint(std::size_t number) {
    for (std::size_t i = 0; i < kPoints; ++i) {
      cards_.push_back(item_of(number * kPoints + i, 1));
    }
  }
  Parts due(StudyDay day) override {
    Parts asked;
    for (std::size_t i = 0; i < kPoints; ++i) {
      if (!cards_[i].points[0].memory.state ||
          !points_due(cards_[i], kDefaultParameters, options_, day).empty()) {
        asked.push_back({i});
      }
    }
    return asked;
  }
  void take(std::span<const pith::test::Heard> heard, StudyDay day) override {
    for (const auto& [point, rating] : heard) {
      const std::vector<pith::test::Heard> one{{0, rating}};
      pith::test::take_in(cards_[point], one, day, kDefaultParameters);
    }
  }

 private:
  std::vector<ScheduledItem> cards_;
  SchedulingOptions options_{.desired_retention = kTarget};
};

/// One card for the item: Good if no point was missed, Hard if at most half of them were.
class ByItem final : public Scheduler {
 public:
  ByItem(std::size_t number, double retention)
      : card_(item_of(number, 1)), options_{.desired_retention = retention} {}

  Parts due(StudyDay day) override {
    const bool due = !card_.points[0].memory.state ||
                     !points_due(card_, kDefaultParameters, options_, day).empty();
    return due ? Parts{all_points()} : Parts{};
  }
  void take(std::span<const pith::test::Heard> heard, StudyDay day) override {
    const auto missed = std::ranges::count(heard, Rating::again, &pith::test::Heard::rating);
    const auto rating = missed == 0                                    ? Rating::good
                        : 2 * missed <= static_cast<int>(heard.size()) ? Rating::hard
                                                                       : Rating::again;
    const std::vector<pith::test::Heard> one{{0, rating}};
    pith::test::take_in(card_, one, day, kDefaultParameters);
  }

 private:
  ScheduledItem card_;
  SchedulingOptions options_;
};

using Make = std::function<std::unique_ptr<Scheduler>(std::size_t)>;

void study_item(SimulatedLearner& learner, std::size_t item, Scheduler& scheduler, StudyDay day,
                Year& year) {
  for (const auto& asked : scheduler.due(day)) {
    const auto score = learner.score(item, day);
    if (score > 0) {
      year.mark += score;
      ++year.marks;
    }
    const auto heard = learner.ask(item, asked, day);
    const auto missed =
        static_cast<double>(std::ranges::count(heard, Rating::again, &pith::test::Heard::rating));
    year.questions += missed > 0 ? 2 : 1;
    year.points += static_cast<double>(asked.size()) + missed;
    scheduler.take(heard, day);
  }
}

void live(const Nature& nature, const Make& make, std::uint64_t seed, Year& year) {
  SimulatedLearner learner(nature, seed);
  std::vector<std::unique_ptr<Scheduler>> schedulers;
  for (int day = 0; day < kYear; ++day) {
    const auto today = day_numbered(day);
    for (int i = 0; i < kNewPerDay && schedulers.size() < kItems; ++i) {
      schedulers.push_back(make(learner.add_item(kPoints)));
    }
    for (std::size_t i = 0; i < schedulers.size(); ++i) {
      study_item(learner, i, *schedulers[i], today, year);
      if (day >= kSettled) {
        year.known += learner.score(i, today);
        ++year.days;
      }
    }
  }
}

Year lived(const Nature& nature, const Make& make, int learners) {
  Year year;
  for (int i = 0; i < learners; ++i) {
    live(nature, make, static_cast<std::uint64_t>(i) + 1, year);
  }
  year.questions /= learners;
  year.points /= learners;
  return year;
}

Make item_card(double retention) {
  return [retention](std::size_t i) { return std::make_unique<ByItem>(i, retention); };
}

/// The retention at which an item card makes as much known on an average day as `known`.
double as_good_as(double known, const Nature& nature) {
  double low = 0.7;
  double high = 0.995;
  for (int i = 0; i < 7; ++i) {
    const auto middle = (low + high) / 2;
    const auto year = lived(nature, item_card(middle), 1);
    (year.known / year.days < known ? low : high) = middle;
  }
  return high;
}

void print(const std::string& name, const Year& year) {
  fmt::print("  {:<28} {:.3f}  {:.3f}  {:>6.1f}  {:>6.1f}  {:>6.1f}\n", name,
             year.mark / year.marks, year.known / year.days, year.hours({12, 8}),
             year.hours({20, 4}), year.hours({6, 12}));
}

void compare(const std::string& scenario, const Nature& nature, int learners) {
  fmt::print("\n{}\n  {:<28} {:>5}  {:>5}  {:>6}  {:>6}  {:>6}\n", scenario, "", "mark", "known",
             "12+8 s", "20+4 s", "6+12 s");
  const auto score = lived(
      nature, [](std::size_t i) { return std::make_unique<ByScore>(i, false); }, learners);
  const auto focus = lived(
      nature, [](std::size_t i) { return std::make_unique<ByScore>(i, true); }, learners);
  const auto point = lived(
      nature, [](std::size_t i) { return std::make_unique<ByPoint>(i); }, learners);
  print("a card an item, 0.90", lived(nature, item_card(kTarget), learners));
  const auto retention = as_good_as(score.known / score.days, nature);
  print(fmt::format("a card an item, {:.3f}", retention),
        lived(nature, item_card(retention), learners));
  print("a card a point", point);
  print("expected score", score);
  print("expected score, focus", focus);
}

}  // namespace

int main(int argc, char** argv) {
  const int learners = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 4;
  compare("memory as the model has it", {}, learners);
  compare("points of an item correlated, 0.5", {.shared = 0.5}, learners);
  compare("one verdict in 20 misjudged", {.misjudged = 0.05}, learners);
  compare("one verdict in 10 misjudged", {.misjudged = 0.1}, learners);
  compare("one unknown point in 5 guessed", {.guessed = 0.2}, learners);
}
