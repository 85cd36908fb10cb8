// A history in a temporary folder, days to answer on, and short ways to say what happened.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "history/store.h"
#include "support/temporary_folder.h"

namespace pith::test {

/// Noon UTC of the n-th day after 2026-01-01.
inline history::When on_day(int day, std::chrono::minutes offset = {}) {
  const memory::StudyDay date{std::chrono::local_days{std::chrono::year{2026} / 1 / 1} +
                              std::chrono::days{day}};
  const memory::Instant noon{date.time_since_epoch() + std::chrono::hours{12}};
  return {noon, offset, date};
}

inline memory::StudyDay day(int number) {
  return on_day(number).day;
}

inline history::AnsweredPoint asked(std::string id, memory::Rating rating = memory::Rating::good,
                                    double weight = 1) {
  history::AnsweredPoint point;
  point.id = std::move(id);
  point.rating = rating;
  point.weight = weight;
  point.verdict = memory::recalled(rating) ? grading::Verdict::hit : grading::Verdict::missed;
  point.automatic = point.verdict;
  point.credit = memory::recalled(rating) ? 1 : 0;
  return point;
}

inline history::Answer answer_to(std::string item, std::vector<history::AnsweredPoint> points,
                                 std::string deck = "startup") {
  history::Answer answer;
  answer.item = {std::move(deck), std::move(item)};
  answer.points = std::move(points);
  answer.text = "团队和算法";
  answer.content_hash = "hash";
  return answer;
}

/// An id all of whose bytes are the same.
inline history::Uuid id_of(std::uint8_t byte) {
  history::Uuid id;
  id.bytes.fill(byte);
  return id;
}

/// All events, in the order they came into the file, after the one of number `after`.
inline std::vector<history::Event> events_in(const history::History& history,
                                             std::int64_t after = 0) {
  std::vector<history::Event> events;
  history.for_each_event(
      after, [&](std::int64_t, const history::Event& event) { events.push_back(event); });
  return events;
}

/// An answer with something unusual in every field.
inline history::Answer full_answer() {
  history::Answer answer = answer_to(
      "moat", {asked("算法", memory::Rating::hard, 2), asked("团队", memory::Rating::again)});
  answer.session = id_of(7);
  answer.mode = history::Mode::exam;
  answer.scheduled = false;
  answer.relearning = true;
  answer.aided = true;
  answer.hints = 2;
  answer.time_over = true;
  answer.seconds = 12.25;
  answer.text = std::string("a\0b\n“引号” ' \" \\", 20);
  answer.versions = {"3", "e5", "judge-1"};
  answer.points[0].automatic = grading::Verdict::contradicted;
  answer.points[0].verdict = grading::Verdict::partial;
  answer.points[0].credit = 0.1 + 0.2;
  answer.points[0].confidence = 1.0 / 3;
  answer.points[0].evidence = grading::Span{3, 9};
  return answer;
}

/// All rows of the derived tables, with every bit of the numbers in them.
inline std::string derived(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
  std::string dump;
  for (const char* sql :
       {"SELECT quote(deck) || quote(item.item) || quote(due) || quote(due_reason) || "
        "quote(suspended) || quote(buried_until) || quote(rescheduled) || quote(introduced) || "
        "quote(answers) || quote(last_day) || quote(last_time_ms) || quote(last_id) || "
        "quote(waits_until) || quote(of_deck) "
        "FROM item_state s JOIN item ON n = s.item ORDER BY deck, item.item",
        "SELECT quote(deck) || quote(item.item) || quote(point) || quote(weight) || "
        "quote(suspended) || printf('%!.26g %!.26g', stability, difficulty) || "
        "quote(last_review) || quote(reviews) || quote(lapses) || quote(first_recall) "
        "FROM point_state s JOIN item ON n = s.item ORDER BY deck, item.item, point"}) {
    SQLite::Statement row(database, sql);
    while (row.executeStep()) {
      dump += row.getColumn(0).getString() + "\n";
    }
  }
  return dump;
}

inline std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.insert(entry.path().filename());
  }
  return names;
}

/// What the history wrote itself, after an event or from the beginning.
inline std::vector<history::Event> own_events(
    const history::History& history, const std::optional<history::Stamp>& after = std::nullopt) {
  std::vector<history::Event> events;
  history.for_each_own_event(after,
                             [&](history::Event event) { events.push_back(std::move(event)); });
  return events;
}

/// A new history in a folder of its own.
class Scene {
 public:
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "pith" / "pith.db"; }
  [[nodiscard]] history::History open() const { return history::History(file()); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

/// Rebuilding changes no bit of the derived tables.
inline void check_rebuild(const Scene& scene) {
  const std::string before = derived(scene.file());
  scene.open().rebuild();
  CHECK(derived(scene.file()) == before);
}

}  // namespace pith::test
