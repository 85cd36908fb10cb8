#include "history/study_log.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include "grading/verdict.h"
#include "history/database.h"
#include "history/renames.h"
#include "text/error.h"

namespace pith::history {

namespace {

/// A statement that reads millions of rows: Cursor costs more a column than SQLite does itself.
class Rows {
 public:
  Rows(Database& database, const char* sql) : database_(database) {
    check(sqlite3_prepare_v2(database.raw().getHandle(), sql, -1, &statement_, nullptr));
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { sqlite3_finalize(statement_); }

  bool next() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
      check(code);
    }
    return code == SQLITE_ROW;
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  /// Bytes of a text or blob, until the next row.
  [[nodiscard]] std::string_view bytes(int column) const {
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = sqlite3_column_bytes(statement_, column);
    return begin == nullptr ? std::string_view()
                            : std::string_view(begin, static_cast<std::size_t>(size));
  }
  [[nodiscard]] Uuid uuid(int column) const {
    Uuid id;
    const auto blob = bytes(column);
    std::copy_n(blob.begin(), std::min(blob.size(), id.bytes.size()), id.bytes.begin());
    return id;
  }
  /// Study day, time and id in three columns from `column`.
  [[nodiscard]] Key key(int column) const {
    return {memory::day_numbered(static_cast<int>(integer(column))),
            memory::Instant{std::chrono::milliseconds{integer(column + 1)}}, uuid(column + 2)};
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) {
      throw StorageError("the history " + database_.file() + ": " +
                         sqlite3_errmsg(database_.raw().getHandle()));
    }
  }

  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
};

grading::Verdict verdict_of(std::string_view name) {
  return grading::verdict_named(name).value_or(grading::Verdict::missed);
}

class Reader {
 public:
  explicit Reader(Database& database) : database_(database), renames_(database) {}

  StudyLog read() {
    read_names();
    read_answers();
    read_points();
    read_resets();
    order_by_item();
    return std::move(log_);
  }

 private:
  /// A name that the log recorded.
  struct Recorded {
    ItemId id;
    bool renamed = false;
    std::uint32_t item = 0;  ///< Index into StudyLog::items, unless it was renamed.
  };

  std::uint32_t item_index(const ItemId& id) {
    const auto [place, is_new] =
        indices_.emplace(id, static_cast<std::uint32_t>(log_.items.size()));
    if (is_new) {
      log_.items.push_back({id, {}, {}, 0, 0});
    }
    return place->second;
  }

  void read_names() {
    Rows row(database_, "SELECT n, deck, item FROM item");
    while (row.next()) {
      const auto number = static_cast<std::size_t>(row.integer(0));
      recorded_.resize(std::max(recorded_.size(), number + 1));
      Recorded& name = recorded_[number];
      name.id = {std::string(row.bytes(1)), std::string(row.bytes(2))};
      name.renamed = renames_.concern(name.id);
      name.item = name.renamed ? 0 : item_index(name.id);
    }
  }

  std::uint32_t present_item(std::size_t number, const Key& key) {
    const Recorded& name = recorded_.at(number);
    if (!name.renamed) {
      return name.item;
    }
    const Name present = renames_.present({name.id.deck, name.id.item, ""}, key);
    return item_index({present.deck, present.item});
  }

  std::string present_point(std::size_t number, std::string_view point, const Key& key) const {
    const Recorded& name = recorded_.at(number);
    return renames_.present({name.id.deck, name.id.item, std::string(point)}, key).point;
  }

  void read_answers() {
    Rows row(database_,
             "SELECT n, study_day, time_ms, id, utc_offset, session, mode, scheduled, relearning, "
             "aided, seconds, item, grader <> '' FROM answer CROSS JOIN event ON n = event "
             "WHERE id NOT IN (SELECT target FROM retraction) ORDER BY event");
    std::map<Uuid, std::uint32_t> sessions;
    while (row.next()) {
      StudyAnswer answer;
      answer.key = row.key(1);
      answer.utc_offset = static_cast<std::int16_t>(row.integer(4));
      answer.session =
          sessions.emplace(row.uuid(5), static_cast<std::uint32_t>(sessions.size())).first->second;
      answer.mode = mode_named(row.bytes(6)).value_or(Mode::review);
      answer.scheduled = row.flag(7);
      answer.relearning = row.flag(8);
      answer.aided = row.flag(9);
      answer.seconds = row.real(10);
      answer.graded = row.flag(12);
      const auto name = static_cast<std::size_t>(row.integer(11));
      events_.push_back(row.integer(0));
      names_.push_back(static_cast<std::uint32_t>(name));
      items_.push_back(present_item(name, answer.key));
      log_.answers.push_back(answer);
    }
    log_.sessions.resize(sessions.size());
    for (const auto& [id, index] : sessions) {
      log_.sessions[index] = id;
    }
  }

  /// Index of a point of the item; points of one answer mostly come in the order of the one before.
  std::uint32_t point_index(std::uint32_t item, std::string_view id, std::size_t guess) {
    auto& points = log_.items[item].points;
    if (guess < points.size() && points[guess] == id) {
      return static_cast<std::uint32_t>(guess);
    }
    const auto found = std::find(points.begin(), points.end(), id);
    if (found != points.end()) {
      return static_cast<std::uint32_t>(found - points.begin());
    }
    points.emplace_back(id);
    return static_cast<std::uint32_t>(points.size() - 1);
  }

  void read_points() {
    Rows row(database_,
             "SELECT event, point, weight, automatic, verdict, rating, credit FROM answer_point "
             "ORDER BY event, place");
    std::size_t at = 0;
    while (row.next()) {
      const auto event = row.integer(0);
      while (at < events_.size() && events_[at] < event) {
        ++at;
      }
      if (at == events_.size() || events_[at] != event) {
        continue;  // of a retracted answer
      }
      add_point(row, at);
    }
  }

  void add_point(const Rows& row, std::size_t at) {
    StudyAnswer& answer = log_.answers[at];
    if (answer.point_count == 0) {
      answer.first_point = static_cast<std::uint32_t>(log_.points.size());
    }
    StudyPoint point;
    const auto guess = answer.point_count++;
    const auto recorded = row.bytes(1);
    point.point =
        recorded_[names_[at]].renamed
            ? point_index(items_[at], present_point(names_[at], recorded, answer.key), guess)
            : point_index(items_[at], recorded, guess);
    point.weight = row.real(2);
    point.automatic = verdict_of(row.bytes(3));
    point.verdict = verdict_of(row.bytes(4));
    point.rating =
        memory::rating_numbered(static_cast<int>(row.integer(5))).value_or(memory::Rating::again);
    point.credit = row.real(6);
    log_.points.push_back(point);
  }

  void read_resets() {
    Rows row(
        database_,
        "SELECT study_day, time_ms, id, item, point FROM control CROSS JOIN event ON n = event "
        "WHERE kind = 'reset' AND id NOT IN (SELECT target FROM retraction) "
        "ORDER BY study_day, time_ms, id");
    while (row.next()) {
      const auto name = static_cast<std::size_t>(row.integer(3));
      const Key key = row.key(0);
      const std::string point(row.bytes(4));
      auto& resets = log_.items[present_item(name, key)].resets;
      resets.push_back({key, point.empty() ? point : present_point(name, point, key)});
    }
  }

  void order_by_item() {
    for (const auto item : items_) {
      ++log_.items[item].answer_count;
    }
    std::uint32_t first = 0;
    for (StudyItem& item : log_.items) {
      item.first_answer = std::exchange(first, first + item.answer_count);
    }
    std::vector<StudyAnswer> ordered(log_.answers.size());
    std::vector<std::uint32_t> filled(log_.items.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      ordered[log_.items[items_[i]].first_answer + filled[items_[i]]++] = log_.answers[i];
    }
    const auto earlier = [](const StudyAnswer& a, const StudyAnswer& b) { return a.key < b.key; };
    for (const StudyItem& item : log_.items) {
      const auto begin = ordered.begin() + item.first_answer;
      if (!std::is_sorted(begin, begin + item.answer_count, earlier)) {
        std::sort(begin, begin + item.answer_count, earlier);
      }
    }
    log_.answers = std::move(ordered);
  }

  Database& database_;
  Renames renames_;
  std::vector<Recorded> recorded_;  ///< By number.
  std::map<ItemId, std::uint32_t> indices_;
  StudyLog log_;
  // Beside log_.answers while that is in the order of the file:
  std::vector<std::int64_t> events_;
  std::vector<std::uint32_t> names_;
  std::vector<std::uint32_t> items_;
};

}  // namespace

StudyLog read_study_log(const std::filesystem::path& file) {
  DatabaseOptions options;
  options.read_only = true;
  Database database(file, options);
  database.execute("BEGIN");  // others may write while this reads
  StudyLog log = Reader(database).read();
  database.execute("COMMIT");
  return log;
}

}  // namespace pith::history
