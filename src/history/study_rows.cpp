#include "history/study_rows.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "grading/verdict.h"
#include "history/rows.h"

namespace pith::history {

namespace {

grading::Verdict verdict_of(std::string_view name) {
  return grading::verdict_named(name).value_or(grading::Verdict::missed);
}

class Reader {
 public:
  Reader(Database& database, const Stretch& stretch) : database_(database), stretch_(stretch) {}

  StudyRows read() {
    read_answers();
    read_points();
    return std::move(rows_);
  }

 private:
  /// Goes through both tables side by side: joined, each row would cost a look-up.
  void read_answers() {
    Rows answer(database_,
                "SELECT event, session, mode, scheduled, relearning, aided, seconds, item, "
                "grader <> '' FROM answer WHERE event > ?1 AND event <= ?2 ORDER BY event",
                {stretch_.after, stretch_.last});
    Rows event(database_,
               "SELECT n, study_day, time_ms, id, utc_offset FROM event "
               "WHERE n > ?1 AND n <= ?2 ORDER BY n",
               {stretch_.after, stretch_.last});
    while (answer.next()) {
      const auto number = answer.integer(0);
      while (event.next() && event.integer(0) < number) {
      }
      add_answer(number, event, answer);
    }
  }

  void add_answer(std::int64_t number, const Rows& event, const Rows& row) {
    StudyAnswer answer;
    answer.key = event.key(1);
    answer.utc_offset = static_cast<std::int16_t>(event.integer(4));
    answer.session = session_index(row.uuid(1));
    answer.mode = mode_named(row.bytes(2)).value_or(Mode::review);
    answer.scheduled = row.flag(3);
    answer.relearning = row.flag(4);
    answer.aided = row.flag(5);
    answer.seconds = row.real(6);
    answer.graded = row.flag(8);
    rows_.events.push_back(number);
    rows_.names.push_back(static_cast<std::uint32_t>(row.integer(7)));
    rows_.answers.push_back(answer);
  }

  /// Answers of one session mostly stand together.
  std::uint32_t session_index(const Uuid& id) {
    if (rows_.sessions.empty() || rows_.sessions[session_] != id) {
      const auto next = static_cast<std::uint32_t>(rows_.sessions.size());
      const auto [place, is_new] = sessions_.emplace(id, next);
      if (is_new) {
        rows_.sessions.push_back(id);
      }
      session_ = place->second;
    }
    return session_;
  }

  void read_points() {
    Rows row(database_,
             "SELECT event, point, weight, automatic, verdict, rating, credit FROM answer_point "
             "WHERE event > ?1 AND event <= ?2 ORDER BY event, place",
             {stretch_.after, stretch_.last});
    std::size_t at = 0;
    while (row.next()) {
      const auto event = row.integer(0);
      while (at < rows_.events.size() && rows_.events[at] < event) {
        ++at;
      }
      if (at < rows_.events.size() && rows_.events[at] == event) {
        add_point(row, rows_.answers[at], rows_.names[at]);
      }
    }
  }

  void add_point(const Rows& row, StudyAnswer& answer, std::size_t name) {
    if (answer.point_count == 0) {
      answer.first_point = static_cast<std::uint32_t>(rows_.points.size());
    }
    StudyPoint point;
    point.point = point_index(name, row.bytes(1), answer.point_count++);
    point.weight = row.real(2);
    const auto automatic = row.bytes(3);
    const auto verdict = row.bytes(4);
    point.automatic = verdict_of(automatic);
    point.verdict = verdict == automatic ? point.automatic : verdict_of(verdict);
    point.rating =
        memory::rating_numbered(static_cast<int>(row.integer(5))).value_or(memory::Rating::again);
    point.credit = row.real(6);
    rows_.points.push_back(point);
  }

  /// Points of one answer mostly come in the order of the one before.
  std::uint32_t point_index(std::size_t name, std::string_view id, std::size_t guess) {
    rows_.point_ids.resize(std::max(rows_.point_ids.size(), name + 1));
    auto& ids = rows_.point_ids[name];
    if (guess < ids.size() && ids[guess] == id) {
      return static_cast<std::uint32_t>(guess);
    }
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
      ids.emplace_back(id);
      return static_cast<std::uint32_t>(ids.size() - 1);
    }
    return static_cast<std::uint32_t>(found - ids.begin());
  }

  Database& database_;
  Stretch stretch_;
  StudyRows rows_;
  std::map<Uuid, std::uint32_t> sessions_;
  std::uint32_t session_ = 0;  ///< Index of the latest.
};

}  // namespace

StudyRows read_study_rows(Database& database, const Stretch& stretch) {
  return Reader(database, stretch).read();
}

}  // namespace pith::history
