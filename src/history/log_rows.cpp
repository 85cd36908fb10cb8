#include "history/log_rows.h"

#include <fmt/format.h>

#include "grading/verdict.h"
#include "history/names.h"

namespace pith::history {

namespace {

/// Numbers with 17 digits come back as the same doubles.
std::string written(const memory::Parameters& weights) {
  return fmt::format("{:.17g}", fmt::join(weights, ","));
}

void insert_points(Database& database, std::int64_t event,
                   const std::vector<AnsweredPoint>& points) {
  int place = 0;
  for (const AnsweredPoint& point : points) {
    Cursor row = database.query(
        "INSERT INTO answer_point (event, place, point, weight, automatic, verdict, rating, "
        "credit, "
        "confidence, evidence_begin, evidence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.with(event, place++, point.id, point.weight, grading::name_of(point.automatic),
             grading::name_of(point.verdict), static_cast<int>(point.rating), point.credit,
             point.confidence);
    if (point.evidence) {
      row.with(static_cast<std::int64_t>(point.evidence->begin),
               static_cast<std::int64_t>(point.evidence->end));
    }
    row.run();
  }
}

/// Adds the row of an event's body to the table of its kind.
class BodyWriter {
 public:
  BodyWriter(Database& database, std::int64_t event) : database_(database), event_(event) {}

  void operator()(const Answer& it) {
    database_
        .query(
            "INSERT INTO answer (event, session, mode, scheduled, relearning, aided, hints, "
            "time_over, seconds, item, content_hash, text, grader, encoder, judge) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(event_, it.session, name_of(it.mode), it.scheduled, it.relearning, it.aided, it.hints,
              it.time_over, it.seconds, item_number(database_, it.item), it.content_hash, it.text,
              it.versions.grader, it.versions.encoder, it.versions.judge)
        .run();
    insert_points(database_, event_, it.points);
  }
  void operator()(const Retraction& it) {
    database_.query("INSERT INTO retraction (event, target) VALUES (?, ?)")
        .with(event_, it.event)
        .run();
  }
  void operator()(const Alias& it) {
    database_
        .query(
            "INSERT INTO alias (event, from_deck, from_item, from_point, to_deck, to_item, "
            "to_point) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(event_, it.from.deck, it.from.item, it.from.point, it.to.deck, it.to.item,
              it.to.point)
        .run();
  }
  void operator()(const Wording& it) {
    database_
        .query(
            "INSERT INTO wording (event, item, point, text, effect, answer) "
            "VALUES (?, ?, ?, ?, ?, ?)")
        .with(event_, item_number(database_, it.item), it.point, it.text, name_of(it.effect),
              it.answer)
        .run();
  }
  void operator()(const ParametersChanged& it) {
    database_
        .query(
            "INSERT INTO parameters (event, weights, first_day, last_day, reviews) "
            "VALUES (?, ?, ?, ?, ?)")
        .with(event_, written(it.values), it.first_day, it.last_day, it.reviews)
        .run();
  }
  void operator()(const Suspension& it) { control(it.item, it.point, it.suspended, std::nullopt); }
  void operator()(const Bury& it) { control(it.item, "", true, it.until); }
  void operator()(const Reset& it) { control(it.item, it.point, true, std::nullopt); }
  void operator()(const Reschedule& it) { control(it.item, "", true, it.day); }
  void operator()(const Redaction& it) {
    database_.query("INSERT INTO redaction (event, answer) VALUES (?, ?)")
        .with(event_, it.answer)
        .run();
  }

 private:
  void control(const ItemId& item, const std::string& point, bool flag,
               std::optional<memory::StudyDay> day) {
    database_.query("INSERT INTO control (event, item, point, flag, day) VALUES (?, ?, ?, ?, ?)")
        .with(event_, item_number(database_, item), point, flag, day)
        .run();
  }

  Database& database_;
  std::int64_t event_;
};

}  // namespace

std::int64_t insert_event(Database& database, const Event& event) {
  const Stamp& stamp = event.stamp;
  database
      .query(
          "INSERT INTO event (id, device, sequence, time_ms, utc_offset, study_day, kind, schema) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .with(stamp.id, stamp.device, stamp.sequence, stamp.when.time,
            std::int64_t{stamp.when.utc_offset.count()}, stamp.when.day, kind_of(event.body),
            stamp.schema)
      .run();
  const std::int64_t number = database.raw().getLastInsertRowid();
  std::visit(BodyWriter(database, number), event.body);
  return number;
}

std::optional<std::int64_t> find_event(Database& database, const Uuid& id) {
  Cursor found = database.query("SELECT n FROM event WHERE id = ?");
  return found.bind(id).next() ? std::optional(found.integer(0)) : std::nullopt;
}

bool is_retracted(Database& database, const Uuid& id) {
  return database.query("SELECT 1 FROM retraction WHERE target = ?").bind(id).next();
}

}  // namespace pith::history
