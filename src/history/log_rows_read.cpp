// Rows of the log as events.
#include <chrono>

#include <fmt/format.h>

#include "base/error.h"
#include "grading/verdict.h"
#include "history/log_rows.h"

namespace pith::history {

namespace {

/// Reads the one row that `sql` has for an event.
Cursor body_row(Database& database, std::string_view sql, std::int64_t event) {
  Cursor row = database.query(sql);
  if (!row.bind(event).next()) {
    throw StorageError(
        fmt::format("the history {} misses a part of event {}; `pith doctor` can "
                    "tell more",
                    database.file(), event));
  }
  return row;
}

std::vector<AnsweredPoint> read_answered_points(Database& database, std::int64_t event) {
  std::vector<AnsweredPoint> points;
  Cursor row = database.query(
      "SELECT point, weight, automatic, verdict, rating, credit, confidence, evidence_begin, "
      "evidence_end FROM answer_point WHERE event = ? ORDER BY place");
  row.bind(event);
  while (row.next()) {
    AnsweredPoint point;
    point.id = row.text(0);
    point.weight = row.real(1);
    point.automatic = grading::verdict_named(row.text(2)).value_or(grading::Verdict::missed);
    point.verdict = grading::verdict_named(row.text(3)).value_or(grading::Verdict::missed);
    point.rating =
        memory::rating_numbered(static_cast<int>(row.integer(4))).value_or(memory::Rating::again);
    point.credit = row.real(5);
    point.confidence = row.real(6);
    if (!row.null(7)) {
      point.evidence = grading::Span{static_cast<std::size_t>(row.integer(7)),
                                     static_cast<std::size_t>(row.integer(8))};
    }
    points.push_back(std::move(point));
  }
  return points;
}

Answer read_answer(Database& database, std::int64_t event) {
  const Cursor row = body_row(
      database,
      "SELECT session, mode, scheduled, relearning, aided, hints, time_over, seconds, deck, "
      "item.item, content_hash, text, grader, encoder, judge "
      "FROM answer JOIN item ON item.n = answer.item WHERE event = ?",
      event);
  Answer answer;
  answer.session = row.uuid(0);
  answer.mode = mode_named(row.text(1)).value_or(Mode::review);
  answer.scheduled = row.flag(2);
  answer.relearning = row.flag(3);
  answer.aided = row.flag(4);
  answer.hints = static_cast<int>(row.integer(5));
  answer.time_over = row.flag(6);
  answer.seconds = row.real(7);
  answer.item = {row.text(8), row.text(9)};
  answer.content_hash = row.text(10);
  answer.text = row.text(11);
  answer.versions = {row.text(12), row.text(13), row.text(14)};
  answer.points = read_answered_points(database, event);
  return answer;
}

Alias read_alias(Database& database, std::int64_t event) {
  const Cursor row =
      body_row(database,
               "SELECT from_deck, from_item, from_point, to_deck, to_item, to_point FROM alias "
               "WHERE event = ?",
               event);
  return {{row.text(0), row.text(1), row.text(2)}, {row.text(3), row.text(4), row.text(5)}};
}

Wording read_wording(Database& database, std::int64_t event) {
  const Cursor row = body_row(database,
                              "SELECT deck, item.item, point, text, effect, answer "
                              "FROM wording JOIN item ON item.n = wording.item WHERE event = ?",
                              event);
  Wording wording;
  wording.item = {row.text(0), row.text(1)};
  wording.point = row.text(2);
  wording.text = row.text(3);
  wording.effect = effect_named(row.text(4)).value_or(Effect::forget);
  if (!row.null(5)) {
    wording.answer = row.uuid(5);
  }
  return wording;
}

ParametersChanged read_parameters(Database& database, std::int64_t event) {
  const Cursor row = body_row(
      database, "SELECT weights, first_day, last_day, reviews FROM parameters WHERE event = ?",
      event);
  return {memory::parse_parameters(row.text(0)), row.optional_day(1), row.optional_day(2),
          row.integer(3)};
}

Body read_control(Database& database, std::int64_t event, std::string_view kind) {
  const Cursor row = body_row(database,
                              "SELECT deck, item.item, point, flag, day "
                              "FROM control JOIN item ON item.n = control.item WHERE event = ?",
                              event);
  ItemId item = {row.text(0), row.text(1)};
  if (kind == "suspension") {
    return Suspension{std::move(item), row.text(2), row.flag(3)};
  }
  if (kind == "bury") {
    return Bury{std::move(item), row.day(4)};
  }
  if (kind == "reset") {
    return Reset{std::move(item), row.text(2)};
  }
  return Reschedule{std::move(item), row.day(4)};
}

bool is_control(std::string_view kind) {
  return kind == "suspension" || kind == "bury" || kind == "reset" || kind == "reschedule";
}

Body read_body(Database& database, std::int64_t event, std::string_view kind) {
  if (kind == "answer") {
    return read_answer(database, event);
  }
  if (kind == "retraction") {
    return Retraction{
        body_row(database, "SELECT target FROM retraction WHERE event = ?", event).uuid(0)};
  }
  if (kind == "alias") {
    return read_alias(database, event);
  }
  if (kind == "wording") {
    return read_wording(database, event);
  }
  if (kind == "parameters") {
    return read_parameters(database, event);
  }
  if (kind == "redaction") {
    return Redaction{
        body_row(database, "SELECT answer FROM redaction WHERE event = ?", event).uuid(0)};
  }
  if (is_control(kind)) {
    return read_control(database, event, kind);
  }
  throw StorageError(fmt::format(
      "the history {} holds an event of a kind that is unknown here (number {}): update pith",
      database.file(), event));
}

}  // namespace

Event read_event(Database& database, std::int64_t number) {
  Event event;
  std::string kind;
  {
    const Cursor row = body_row(
        database,
        "SELECT id, device, sequence, time_ms, utc_offset, study_day, kind, schema FROM event "
        "WHERE n = ?",
        number);
    event.stamp.id = row.uuid(0);
    event.stamp.device = row.uuid(1);
    event.stamp.sequence = row.integer(2);
    event.stamp.when.time = memory::Instant{std::chrono::milliseconds{row.integer(3)}};
    event.stamp.when.utc_offset = std::chrono::minutes{row.integer(4)};
    event.stamp.when.day = row.day(5);
    kind = row.text(6);
    event.stamp.schema = static_cast<int>(row.integer(7));
  }
  event.body = read_body(database, number, kind);
  return event;
}

}  // namespace pith::history
