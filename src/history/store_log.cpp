// History: reading the log.
#include <algorithm>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

#include "history/content_rows.h"
#include "history/database.h"
#include "history/derive.h"
#include "history/item_log.h"
#include "history/log_rows.h"
#include "history/names.h"
#include "history/redactions.h"
#include "history/store.h"
#include "history/writers.h"

namespace pith::history {

namespace {

struct Place {
  Key key;
  std::int64_t number = 0;
};

/// Rows of study day, time, id and number.
void read_places(Cursor& row, std::vector<Place>& places) {
  while (row.next()) {
    places.push_back(
        {{row.day(0), memory::Instant{std::chrono::milliseconds{row.integer(1)}}, row.uuid(2)},
         row.integer(3)});
  }
}

/// One page of the whole log, by its index.
std::vector<Place> page(Database& database, const AnswerFilter& filter) {
  constexpr auto kForwards =
      "SELECT study_day, time_ms, id, n FROM event e WHERE kind = 'answer' AND study_day >= ? "
      "AND (study_day, time_ms, id) > (?, ?, ?) "
      "AND (? OR {counts}) "
      "ORDER BY study_day, time_ms, id LIMIT ?";
  constexpr auto kBackwards =
      "SELECT study_day, time_ms, id, n FROM event e WHERE kind = 'answer' AND study_day >= ? "
      "AND (study_day, time_ms, id) < (?, ?, ?) "
      "AND (? OR {counts}) "
      "ORDER BY study_day DESC, time_ms DESC, id DESC LIMIT ?";
  constexpr int kFar = std::numeric_limits<int>::max();
  Cursor row = database.query(filter.newest_first ? kBackwards : kForwards);
  row.bind(filter.from_day ? memory::day_number(*filter.from_day) : -kFar);
  if (filter.beyond) {
    row.with(filter.beyond->day, filter.beyond->time, filter.beyond->id);
  } else {
    row.with(filter.newest_first ? kFar : -kFar, 0, Uuid{});
  }
  row.with(filter.retracted, static_cast<std::int64_t>(filter.limit));
  std::vector<Place> places;
  read_places(row, places);
  return places;
}

void add_places_of_item(Database& database, const ItemId& id, std::vector<Place>& places) {
  for (const ItemId& name : former_names(database, id)) {
    const auto item = find_item(database, name);
    if (!item) {
      continue;
    }
    std::vector<Place> recorded;
    Cursor row = database.query(
        "SELECT study_day, time_ms, id, n FROM answer CROSS JOIN event ON n = event WHERE item = "
        "?");
    row.bind(*item);
    read_places(row, recorded);
    for (Place& place : recorded) {
      if (present_name(database, name, place.key) == id) {
        places.push_back(place);
      }
    }
  }
}

/// The answers of an item or a session are few enough to be sorted here.
std::vector<Place> selected(Database& database, const AnswerFilter& filter) {
  std::vector<Place> places;
  if (filter.item) {
    add_places_of_item(database, *filter.item, places);
  } else {
    Cursor row = database.query(
        "SELECT study_day, time_ms, id, n FROM answer CROSS JOIN event ON n = event WHERE session "
        "= ?");
    row.bind(*filter.session);
    read_places(row, places);
  }
  const auto before = [&](const Place& a, const Place& b) {
    return filter.newest_first ? b.key < a.key : a.key < b.key;
  };
  std::sort(places.begin(), places.end(), before);
  std::vector<Place> chosen;
  for (const Place& place : places) {
    if (chosen.size() == filter.limit) {
      break;
    }
    const bool early = filter.from_day && place.key.day < *filter.from_day;
    const bool seen = filter.beyond && !before({*filter.beyond, 0}, place);
    if (!early && !seen && (filter.retracted || !is_retracted(database, place.key.id))) {
      chosen.push_back(place);
    }
  }
  return chosen;
}

LoggedAnswer logged(Database& database, std::int64_t number) {
  Event event = read_event(database, number);
  LoggedAnswer logged;
  logged.stamp = event.stamp;
  logged.answer = std::get<Answer>(std::move(event.body));
  logged.item = present_name(database, logged.answer.item, key_of(event.stamp));
  logged.retracted = is_retracted(database, event.stamp.id);
  logged.redacted = is_redacted(database, event.stamp.id);
  return logged;
}

bool are_few(const AnswerFilter& filter) {
  return filter.item || filter.session;
}

std::vector<Place> places_of(Database& database, const AnswerFilter& filter) {
  return are_few(filter) ? selected(database, filter) : page(database, filter);
}

void take_answers(Database& database, const AnswerFilter& filter, const std::vector<Place>& places,
                  const std::function<void(LoggedAnswer)>& take) {
  for (const Place& place : places) {
    LoggedAnswer answer = logged(database, place.number);
    if (!filter.session || answer.answer.session == *filter.session) {
      take(std::move(answer));
    }
  }
}

}  // namespace

std::vector<LoggedAnswer> History::answers(const AnswerFilter& filter) const {
  std::vector<LoggedAnswer> found;
  take_answers(*database_, filter, places_of(*database_, filter),
               [&](LoggedAnswer answer) { found.push_back(std::move(answer)); });
  return found;
}

void History::for_each_answer(AnswerFilter filter,
                              const std::function<void(LoggedAnswer)>& take) const {
  constexpr std::size_t kPage = 500;
  filter.limit = are_few(filter) ? AnswerFilter::kEverything : kPage;
  for (;;) {
    const auto places = places_of(*database_, filter);
    take_answers(*database_, filter, places, take);
    if (places.size() < filter.limit) {
      return;
    }
    filter.beyond = places.back().key;
  }
}

std::vector<Uuid> History::answers_named(std::string_view ending) const {
  std::vector<Uuid> named;
  Cursor row = database_->query("SELECT id FROM event WHERE kind = 'answer'");
  while (row.next()) {
    if (const auto id = row.uuid(0); to_string(id).ends_with(ending)) {
      named.push_back(id);
    }
  }
  return named;
}

std::optional<LoggedAnswer> History::answer(const Uuid& id) const {
  const auto number = find_event(*database_, id);
  if (!number || !std::holds_alternative<Answer>(read_event(*database_, *number).body)) {
    return std::nullopt;
  }
  return logged(*database_, *number);
}

std::optional<LoggedAnswer> History::latest_answer(std::optional<Uuid> session) const {
  if (session) {
    Cursor row = database_->query(
        "SELECT n FROM answer a CROSS JOIN event e ON n = a.event WHERE session = ? "
        "AND {counts} ORDER BY n DESC LIMIT 1");
    return row.bind(*session).next() ? std::optional(logged(*database_, row.integer(0)))
                                     : std::nullopt;
  }
  for (const Writer& writer : writers_of(*database_)) {
    Cursor row = database_->query(
        "SELECT n FROM event e WHERE device = ? AND n <= ? AND kind = 'answer' "
        "AND {counts} "
        "ORDER BY sequence DESC LIMIT 1");
    if (row.with(writer.device, writer.last).next()) {
      return logged(*database_, row.integer(0));
    }
  }
  return std::nullopt;
}

std::optional<Content> History::content(const std::string& hash) const {
  return read_content(*database_, hash);
}

std::vector<Event> History::events_of(const ItemId& item) const {
  return history::events_of(*database_, item);
}

void History::for_each_own_event(const std::optional<Stamp>& after,
                                 const std::function<void(Event)>& take) const {
  const auto behind = after ? find_event(*database_, after->id).value_or(0) : 0;
  auto writers = writers_of(*database_);
  std::ranges::reverse(writers);
  for (const Writer& writer : writers) {
    if (writer.last <= behind) {
      continue;
    }
    // Of the writer of `after` the index finds what came later; others wrote all or nothing then.
    const auto sequence = after && after->device == writer.device ? after->sequence : 0;
    Cursor numbers = database_->query(
        "SELECT n FROM event WHERE device = ? AND sequence > ? AND n > ? AND n <= ? "
        "ORDER BY sequence");
    numbers.with(writer.device, sequence, behind, writer.last);
    while (numbers.next()) {
      take(read_event(*database_, numbers.integer(0)));
    }
  }
}

std::vector<SessionSummary> History::sessions(std::size_t limit) const {
  std::vector<SessionSummary> sessions;
  Cursor row = database_->query(
      "SELECT session, min(mode), min(time_ms), max(time_ms), count(*) "
      "FROM answer JOIN event e ON n = event "
      "WHERE {counts} "
      "GROUP BY session ORDER BY 3 DESC, 1 LIMIT ?");
  row.bind(static_cast<std::int64_t>(limit));
  while (row.next()) {
    sessions.push_back({row.uuid(0), mode_named(row.text(1)).value_or(Mode::review),
                        memory::Instant{std::chrono::milliseconds{row.integer(2)}},
                        memory::Instant{std::chrono::milliseconds{row.integer(3)}},
                        row.integer(4)});
  }
  return sessions;
}

Name History::present_name(const Name& name, const Stamp& stamp) const {
  return history::present_name(*database_, name, key_of(stamp));
}

bool History::has_led(const Name& from, const Name& to) const {
  return !aliases_leading(*database_, from, to).empty();
}

}  // namespace pith::history
