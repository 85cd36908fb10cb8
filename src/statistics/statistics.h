// What the log says of a learner, as one value that every report shows. docs/stats.md defines each
// figure; shares and scores are in [0, 1].
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "history/events.h"
#include "history/replay.h"
#include "memory/point_memory.h"

namespace pith::statistics {

/// What was done.
struct Effort {
  std::int64_t answers = 0;
  std::int64_t points = 0;      ///< Points that these answers were asked for.
  std::int64_t reviews = 0;     ///< Of those, what FSRS counts, same-day reviews included.
  std::int64_t new_points = 0;  ///< Of those, first reviews.
  double seconds = 0.0;         ///< At most kLongestAnswer of each answer.
  double scores = 0.0;          ///< Sum of the answers' scores.

  Effort& operator+=(const Effort& more);
  /// Mean score of an answer.
  [[nodiscard]] std::optional<double> score() const;
};

inline constexpr double kLongestAnswer = 600.0;  ///< Seconds; longer is a pause.

/// How often a point that had been learnt on an earlier day was recalled: true retention.
struct Recall {
  std::int64_t reviews = 0;
  std::int64_t recalled = 0;
  double predicted = 0.0;  ///< Sum of the retrievabilities just before.
  double desired = 0.0;    ///< Sum of what the items' decks desire.

  Recall& operator+=(const Recall& more) {
    reviews += more.reviews;
    recalled += more.recalled;
    predicted += more.predicted;
    desired += more.desired;
    return *this;
  }
  [[nodiscard]] std::optional<double> share() const;
  [[nodiscard]] std::optional<double> mean_predicted() const;
  [[nodiscard]] std::optional<double> mean_desired() const;
};

struct DayFigures {
  memory::StudyDay day{};
  Effort effort;
  Recall recall;
};

/// Days in a row with an answer; single days without one are forgiven and not counted.
struct Streak {
  int current = 0;
  int longest = 0;
  int forgiven = 0;  ///< Days forgiven in the current one.
};

/// Reviews by how many days had passed since the last one.
struct AgeFigures {
  int from = 1;           ///< Days.
  std::optional<int> to;  ///< Inclusive; empty: open.
  Recall recall;
};

/// A row of the table of true retention.
struct RetentionFigures {
  std::string_view period;  ///< `today`, `yesterday`, `week`, `month`, `year` or `all`.
  Recall young;             ///< Stability below kMatureStability before the review.
  Recall mature;
};

inline constexpr double kMatureStability = 21.0;  ///< Days.

/// Reviews by what recall was foreseen.
struct CalibrationBin {
  double from = 0.0;
  double to = 1.0;
  Recall recall;
};

struct Calibration {
  std::vector<CalibrationBin> bins;
  std::optional<double> rmse;  ///< Root of the mean squared distance of the bins, by reviews.
  std::optional<double> log_loss;
};

/// Mean expected score of the known items on a day.
struct ScoreOnDay {
  memory::StudyDay day{};
  std::int64_t items = 0;  ///< Known by then.
  double score = 0.0;
};

/// A column of a histogram, [from, to).
struct Bin {
  double from = 0.0;
  std::optional<double> to;  ///< Empty: open.
  std::int64_t count = 0;
};

struct Distribution {
  std::vector<Bin> bins;
  std::int64_t count = 0;
  std::optional<double> median;
  std::optional<double> p90;
};

/// What is known now, of the items that decks have.
struct Knowledge {
  std::int64_t items = 0;  ///< Of the decks.
  std::int64_t known_items = 0;
  std::int64_t points = 0;  ///< Of the decks: new, young and mature.
  std::int64_t young = 0;
  std::int64_t mature = 0;
  std::int64_t leeches = 0;
  Distribution stability;   ///< Days.
  Distribution difficulty;  ///< 1..10.
};

struct Forecast {
  std::int64_t overdue = 0;            ///< Items due before today; also in the first day.
  std::array<std::int64_t, 31> due{};  ///< Items, today first.
  double load = 0.0;                   ///< Items a day in the long run: sum of 1 / interval.
};

/// What the learner did with the grader's verdicts.
struct GraderFigures {
  std::int64_t graded = 0;  ///< Points that a grader judged.
  std::int64_t raised = 0;  ///< Overruled to a better verdict.
  std::int64_t lowered = 0;
  /// By the grader's verdict, then by the final one.
  std::array<std::array<std::int64_t, 4>, 4> verdicts{};

  GraderFigures& operator+=(const GraderFigures& more);
  [[nodiscard]] std::int64_t overruled() const;  ///< Raised, lowered, or missed to contradicted.
};

/// Four hours of the day, [from, to).
struct HoursFigures {
  int from = 0;  ///< Local hour, 0, 4, 8, …
  int to = 0;    ///< The first hour after them.
  Recall recall;
};

struct ExamFigures {
  memory::StudyDay day{};
  history::Uuid session;
  std::int64_t questions = 0;  ///< Answered.
  double score = 0.0;          ///< Mean over these.
};

struct ItemFigures {
  history::ItemId id;
  std::string question;  ///< Empty if no deck has the item any more.
  std::vector<std::string> tags;
  bool in_deck = false;
  Effort effort;
  Recall recall;
  std::optional<double> expected;  ///< Expected score today; empty if new.
  std::optional<memory::StudyDay> due;
};

constexpr std::size_t kRecentVerdicts = 12;

struct PointFigures {
  std::size_t item = 0;  ///< Index into Statistics::items.
  std::string id;
  std::string name;  ///< The id if no deck has the point any more.
  bool in_deck = false;
  std::int64_t reviews = 0;
  std::int64_t failed = 0;  ///< Reviews rated Again.
  Recall recall;
  memory::PointMemory memory;
  double retrievability = 0.0;               ///< Today.
  std::vector<grading::Verdict> recent;      ///< The latest kRecentVerdicts, oldest first.
  std::optional<history::Uuid> last_failed;  ///< The latest answer that failed it.
};

/// (failed + 1) / (reviews + 2): the share of reviews that failed, so that one of one does not
/// outweigh nine of ten.
[[nodiscard]] double weakness_of(const PointFigures& point);

struct WeakPoint {
  std::size_t point = 0;  ///< Index into Statistics::points.
  std::string said;       ///< What was said instead the last time; may be empty.
};

/// One point was asked for, and the other's name or an accepted wording was said.
struct Confusion {
  std::string asked_item;
  std::string asked_point;
  std::string said_item;
  std::string said_point;
  std::int64_t times = 0;
};

/// A point that an answer failed.
struct Failure {
  history::Key answer;
  std::size_t point = 0;  ///< Index into Statistics::points.
};

constexpr std::size_t kFailuresRead = 200;

/// Items, points or days that have something in common.
struct Group {
  std::string key;   ///< Id of a deck, tag, `deck/item`, `deck/item/point`, date.
  std::string name;  ///< Question or name of a point; may be empty.
  std::int64_t items = 0;
  Effort effort;
  Recall recall;
  std::optional<double> expected;  ///< Mean expected score of known items; R of a point.
  std::int64_t due = 0;            ///< Items due today or before.
};

enum class Grouping { deck, tag, item, point, day };

struct Statistics {
  memory::StudyDay today{};
  std::optional<memory::StudyDay> since;  ///< What was done before does not count in figures of a
                                          ///< period; empty: all does.
  DayFigures done_today;
  Effort effort;  ///< Of the period, as are these:
  Recall recall;
  std::array<std::int64_t, 4> verdicts{};  ///< Of points, by Verdict.
  std::vector<DayFigures> days;            ///< With an answer, ascending.
  std::vector<AgeFigures> ages;
  Calibration calibration;
  Distribution answer_seconds;
  GraderFigures grader;
  std::vector<HoursFigures> hours;
  std::optional<int> best_hours;  ///< First hour of the band that stands out, if one does.
  std::vector<ScoreOnDay> expected;
  std::vector<ExamFigures> exams;  ///< The latest first.

  Streak streak;  ///< Of the whole log, as is this:
  std::vector<RetentionFigures> true_retention;

  Knowledge knowledge;  ///< Of today, as are these:
  Forecast forecast;

  std::vector<ItemFigures> items;    ///< With answers of the period or a place in a deck.
  std::vector<PointFigures> points;  ///< Of these; item by item.
  std::vector<WeakPoint> weakest;
  std::vector<std::size_t> learn_next;  ///< Indices into items: the lowest expected scores.
  std::vector<Failure> failures;        ///< The latest kFailuresRead of the period, latest first.
  std::vector<Confusion> confused;
};

}  // namespace pith::statistics
