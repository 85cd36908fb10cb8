#include "statistics/compute.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include <catch2/catch.hpp>

#include "statistics/generated.h"
#include "statistics/groups.h"
#include "support/naive_statistics.h"

using namespace pith;
using statistics::Effort;
using statistics::Recall;
using test::Generated;
using test::NaiveRow;
using test::NaiveStatistics;

namespace {

constexpr std::size_t kPointAnswers = 10'000;

const Generated& generated() {
  static const Generated made(kPointAnswers);
  return made;
}

const NaiveStatistics& naive() {
  static const NaiveStatistics plain(generated().made.events, generated().items, generated().today);
  return plain;
}

statistics::Statistics computed(std::optional<memory::StudyDay> since = {}) {
  auto scope = generated().scope();
  scope.since = since;
  return statistics::compute(generated().log, generated().due, scope);
}

Approx near(double value) {
  return Approx(value).epsilon(1e-9).margin(1e-9);
}

void check_same(const Effort& a, const Effort& b) {
  CHECK(a.answers == b.answers);
  CHECK(a.points == b.points);
  CHECK(a.reviews == b.reviews);
  CHECK(a.new_points == b.new_points);
  CHECK(a.seconds == near(b.seconds));
  CHECK(a.scores == near(b.scores));
}

void check_same(const Recall& a, const Recall& b) {
  CHECK(a.reviews == b.reviews);
  CHECK(a.recalled == b.recalled);
  CHECK(a.predicted == near(b.predicted));
  CHECK(a.desired == near(b.desired));
}

double recall_before(const NaiveRow& row) {
  return memory::retrievability(row.before, memory::ForgettingCurve(memory::kDefaultParameters),
                                row.event->stamp.when.day);
}

/// Adds up the reviews of points known from an earlier day that `belongs` lets pass.
Recall recall_where(const std::function<bool(const NaiveRow&)>& belongs) {
  Recall sum;
  for (const auto& row : naive().rows()) {
    if (row.counts == memory::Counts::review && row.before.state && belongs(row)) {
      const auto& items = generated().items;
      const auto found = std::find_if(items.begin(), items.end(), [&](const deck::Item* item) {
        return item->deck == row.item.deck && item->id == row.item.item;
      });
      const double desired = found == items.end() ? 0.9 : (*found)->settings.desired_retention;
      sum += {1, row.said->rating != memory::Rating::again, recall_before(row), desired};
    }
  }
  return sum;
}

long age_of(const NaiveRow& row) {
  return (row.event->stamp.when.day - row.before.last_review).count();
}

}  // namespace

TEST_CASE("what was done equals a plain count, for the whole log and for a period",
          "[statistics]") {
  const bool whole = GENERATE(true, false);
  const auto since = whole ? std::optional<memory::StudyDay>()
                           : std::optional(generated().today - std::chrono::days{30});

  const auto figures = computed(since);
  const auto plain = naive().figures(since);

  check_same(figures.effort, plain.effort);
  check_same(figures.recall, plain.recall);
  CHECK(figures.verdicts == plain.verdicts);
  CHECK(figures.grader.graded == plain.grader.graded);
  CHECK(figures.grader.verdicts == plain.grader.verdicts);
  REQUIRE(figures.days.size() == plain.days.size());
  for (std::size_t i = 0; i < figures.days.size(); ++i) {
    CHECK(figures.days[i].day == plain.days[i].day);
    check_same(figures.days[i].effort, plain.days[i].effort);
    check_same(figures.days[i].recall, plain.days[i].recall);
  }
}

TEST_CASE("two threads read the log and count it as one does", "[statistics]") {
  const auto& made = generated();
  const auto log = history::read_study_log(made.database(), {.worth_two_readers = 2});
  REQUIRE(log.answers == made.log.answers);
  REQUIRE(log.points == made.log.points);
  REQUIRE(log.sessions == made.log.sessions);
  for (std::size_t i = 0; i < log.items.size(); ++i) {
    REQUIRE(log.items[i].points == made.log.items[i].points);
  }

  const auto figures = statistics::compute(log, made.due, made.scope(), 2);

  const auto one = computed();
  check_same(figures.effort, one.effort);
  check_same(figures.recall, one.recall);
  CHECK(figures.days.size() == one.days.size());
  CHECK(figures.grader.verdicts == one.grader.verdicts);
  CHECK(figures.answer_seconds.median == one.answer_seconds.median);
  CHECK(figures.calibration.log_loss.value() == near(*one.calibration.log_loss));
  CHECK(figures.forecast.due == one.forecast.due);
  CHECK(figures.exams.size() == one.exams.size());
  REQUIRE(figures.expected.size() == one.expected.size());
  CHECK(figures.expected.back().score == near(one.expected.back().score));
  REQUIRE(figures.points.size() == one.points.size());
  for (std::size_t i = 0; i < one.points.size(); ++i) {
    REQUIRE(figures.points[i].item == one.points[i].item);
    REQUIRE(figures.points[i].memory == one.points[i].memory);
  }
  REQUIRE(figures.failures.size() == one.failures.size());
  for (std::size_t i = 0; i < one.failures.size(); ++i) {
    CHECK(figures.failures[i].point == one.failures[i].point);
  }
}

TEST_CASE("overruling up and down is counted by the worth of the verdicts", "[statistics]") {
  const auto figures = computed();
  std::int64_t raised = 0;
  std::int64_t lowered = 0;
  const std::array<int, 4> worth = {2, 1, 0, 0};  // hit, partial, missed, contradicted
  for (const auto& row : naive().rows()) {
    if (!row.answer->versions.grader.empty()) {
      const auto before = worth.at(static_cast<std::size_t>(row.said->automatic));
      const auto after = worth.at(static_cast<std::size_t>(row.said->verdict));
      raised += after > before ? 1 : 0;
      lowered += after < before ? 1 : 0;
    }
  }

  CHECK(raised > 0);
  CHECK(lowered > 0);
  CHECK(figures.grader.raised == raised);
  CHECK(figures.grader.lowered == lowered);
}

TEST_CASE("from missed to contradicted is overruled, too, though no better and no worse",
          "[statistics]") {
  statistics::GraderFigures grader{.graded = 9, .raised = 1, .lowered = 0, .verdicts = {}};
  const auto count = [&](grading::Verdict automatic, grading::Verdict final) -> std::int64_t& {
    return grader.verdicts.at(static_cast<std::size_t>(automatic))
        .at(static_cast<std::size_t>(final));
  };
  count(grading::Verdict::hit, grading::Verdict::hit) = 6;
  count(grading::Verdict::missed, grading::Verdict::hit) = 1;
  count(grading::Verdict::missed, grading::Verdict::contradicted) = 2;
  CHECK(grader.overruled() == 3);
}

TEST_CASE("retention by age, forecast and time of day equals a plain count", "[statistics]") {
  const auto figures = computed();

  REQUIRE(figures.ages.size() == 9);
  for (const auto& age : figures.ages) {
    check_same(age.recall, recall_where([&](const NaiveRow& row) {
                 return age_of(row) >= age.from && (!age.to || age_of(row) <= *age.to);
               }));
  }
  for (const auto& bin : figures.calibration.bins) {
    check_same(bin.recall, recall_where([&](const NaiveRow& row) {
                 const auto recall = recall_before(row);
                 return recall >= bin.from && (recall < bin.to || bin.to == 1.0);
               }));
  }
  REQUIRE(figures.hours.size() == 6);
  for (const auto& hours : figures.hours) {
    check_same(hours.recall, recall_where([&](const NaiveRow& row) {
                 const auto& when = row.event->stamp.when;
                 const auto local = (when.time + when.utc_offset).time_since_epoch().count();
                 const auto hour = local / 3'600'000 % 24;
                 return hour >= hours.from && hour < hours.from + 4;
               }));
  }
}

TEST_CASE("the error of calibration follows from all reviews", "[statistics]") {
  const auto figures = computed();
  double squares = 0.0;
  double loss = 0.0;
  double reviews = 0.0;
  for (const auto& bin : figures.calibration.bins) {
    const auto n = static_cast<double>(bin.recall.reviews);
    squares +=
        n > 0 ? std::pow(static_cast<double>(bin.recall.recalled) - bin.recall.predicted, 2) / n
              : 0.0;
  }
  for (const auto& row : naive().rows()) {
    if (row.counts == memory::Counts::review && row.before.state) {
      const auto recall = recall_before(row);
      loss -= std::log(row.said->rating == memory::Rating::again ? 1 - recall : recall);
      ++reviews;
    }
  }

  CHECK(figures.calibration.rmse.value() == near(std::sqrt(squares / reviews)));
  CHECK(figures.calibration.log_loss.value() == near(loss / reviews));
}

TEST_CASE("the table of true retention parts young from mature memories", "[statistics]") {
  const std::map<std::string_view, std::pair<long, long>> periods = {
      {"today", {0, 0}},  {"yesterday", {1, 1}}, {"week", {0, 6}},
      {"month", {0, 29}}, {"year", {0, 364}},    {"all", {-100'000, 100'000}}};
  const auto figures = computed();

  REQUIRE(figures.true_retention.size() == periods.size());
  for (const auto& row : figures.true_retention) {
    const auto [from, to] = periods.at(row.period);
    const auto in_period = [&, from = from, to = to](const NaiveRow& each) {
      const auto ago = (generated().today - each.event->stamp.when.day).count();
      return ago >= from && ago <= to;
    };
    check_same(row.young, recall_where([&](const NaiveRow& each) {
                 return in_period(each) && each.before.state->stability < 21;
               }));
    check_same(row.mature, recall_where([&](const NaiveRow& each) {
                 return in_period(each) && each.before.state->stability >= 21;
               }));
  }
}

TEST_CASE("the expected score of past days is what it was then", "[statistics]") {
  const auto figures = computed();

  REQUIRE(figures.expected.size() > 20);
  CHECK(figures.expected.size() <= 27);
  CHECK(figures.expected.back().day == generated().today);
  for (std::size_t i = 0; i < figures.expected.size(); i += 5) {
    const auto plain = naive().expected_on(figures.expected[i].day);
    CHECK(figures.expected[i].items == plain.items);
    CHECK(figures.expected[i].score == near(plain.score));
  }
  CHECK(figures.expected.back().score ==
        near(naive().expected_on(figures.expected.back().day).score));
}

TEST_CASE("what is known now equals the states that the history keeps", "[statistics]") {
  const auto figures = computed();
  std::map<std::pair<history::ItemId, std::string>, memory::PointMemory> last;
  std::int64_t mature = 0;
  std::int64_t young = 0;
  std::int64_t points = 0;
  for (const auto& point : figures.points) {
    last[{figures.items[point.item].id, point.id}] = point.memory;
  }
  for (const auto* item : generated().items) {
    points += static_cast<std::int64_t>(item->points.size());
    for (const auto& point : item->points) {
      const auto memory = last.find({{item->deck, item->id}, point.id});
      if (memory != last.end() && memory->second.state) {
        ++(memory->second.state->stability < 21 ? young : mature);
      }
    }
  }

  CHECK(figures.knowledge.items == static_cast<std::int64_t>(generated().items.size()));
  CHECK(figures.knowledge.points == points);
  CHECK(figures.knowledge.young == young);
  CHECK(figures.knowledge.mature == mature);
  CHECK(figures.knowledge.stability.count == young + mature);
  CHECK(figures.knowledge.difficulty.count == young + mature);
}

TEST_CASE("points end with the memory that a plain replay leaves", "[statistics]") {
  const auto figures = computed();
  std::map<std::pair<history::ItemId, std::string>, const NaiveRow*> last;
  for (const auto& row : naive().rows()) {
    last[{row.item, row.point}] = &row;
  }

  REQUIRE(figures.points.size() == last.size());
  std::size_t same = 0;
  for (const auto& point : figures.points) {
    const auto& row = *last.at({figures.items[point.item].id, point.id});
    same += point.memory == row.after ? 1U : 0U;
  }
  CHECK(same > figures.points.size() * 9 / 10);  // all but those that were reset afterwards
}

TEST_CASE("the forecast counts every item of the decks on the day it is due", "[statistics]") {
  const auto figures = computed();
  std::array<std::int64_t, 31> due{};
  std::int64_t overdue = 0;
  for (const auto& item : generated().due) {
    const auto& items = generated().items;
    if (std::none_of(items.begin(), items.end(), [&](const deck::Item* each) {
          return history::ItemId{each->deck, each->id} == item.item;
        })) {
      continue;
    }
    const auto days = std::max<long>(0, (item.due - generated().today).count());
    overdue += item.due < generated().today ? 1 : 0;
    if (days < 31) {
      ++due.at(static_cast<std::size_t>(days));
    }
  }

  CHECK(figures.forecast.due == due);
  CHECK(figures.forecast.overdue == overdue);
  CHECK(figures.forecast.load > 0);
}

TEST_CASE("answer times: bins, median and 90th percentile", "[statistics]") {
  const auto figures = computed();
  std::vector<double> seconds;
  const history::Event* last = nullptr;
  for (const auto& row : naive().rows()) {
    if (row.event != last) {
      seconds.push_back(std::min(row.answer->seconds, 600.0));
      last = row.event;
    }
  }
  std::sort(seconds.begin(), seconds.end());

  const auto& times = figures.answer_seconds;
  REQUIRE(times.count == static_cast<std::int64_t>(seconds.size()));
  CHECK(times.median.value() == seconds[(seconds.size() + 1) / 2 - 1]);
  CHECK(
      times.p90.value() ==
      seconds[static_cast<std::size_t>(std::ceil(static_cast<double>(seconds.size()) * 0.9)) - 1]);
  for (const auto& bin : times.bins) {
    CHECK(bin.count == std::count_if(seconds.begin(), seconds.end(), [&](double value) {
            return value >= bin.from && (!bin.to || value < *bin.to);
          }));
  }
}

TEST_CASE("groups add up to the whole", "[statistics]") {
  const auto figures = computed();
  const auto sum_of = [&](statistics::Grouping grouping) {
    Effort effort;
    for (const auto& group : groups_by(figures, grouping)) {
      effort += group.effort;
    }
    return effort;
  };

  check_same(sum_of(statistics::Grouping::deck), figures.effort);
  check_same(sum_of(statistics::Grouping::item), figures.effort);
  check_same(sum_of(statistics::Grouping::day), figures.effort);
  CHECK(sum_of(statistics::Grouping::point).reviews == figures.effort.reviews);
}

TEST_CASE("the weakest points have failed the largest share of their reviews", "[statistics]") {
  const auto figures = computed();
  const auto share = [](const statistics::PointFigures& point) {
    return static_cast<double>(point.failed + 1) / static_cast<double>(point.reviews + 2);
  };
  std::vector<double> shares;
  for (const auto& point : figures.points) {
    if (point.in_deck && point.failed > 0) {
      shares.push_back(share(point));
    }
  }
  std::sort(shares.rbegin(), shares.rend());

  REQUIRE(figures.weakest.size() == 10);
  for (std::size_t i = 0; i < figures.weakest.size(); ++i) {
    CHECK(share(figures.points[figures.weakest[i].point]) == shares[i]);
  }
}

TEST_CASE("mock interviews show the mean of the first answers to their questions", "[statistics]") {
  const auto figures = computed();
  std::map<history::Uuid, std::map<history::ItemId, double>> exams;
  for (const auto& row : naive().rows()) {
    if (row.answer->mode == history::Mode::exam) {
      exams[row.answer->session].emplace(row.item, history::score_of(*row.answer));
    }
  }

  REQUIRE(figures.exams.size() == exams.size());
  for (const auto& exam : figures.exams) {
    const auto& scores = exams.at(exam.session);
    const auto sum =
        std::accumulate(scores.begin(), scores.end(), 0.0,
                        [](double all, const auto& each) { return all + each.second; });
    CHECK(exam.questions == static_cast<std::int64_t>(scores.size()));
    CHECK(exam.score == near(sum / static_cast<double>(scores.size())));
  }
}
