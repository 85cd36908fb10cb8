// What an answer costs on disk, beside a bare insert into SQLite with the same durability; and how
// queries and rebuild grow with the history.
//   history_bench [FOLDER] [ANSWERS] [POINTS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <unistd.h>

#include "history/day.h"
#include "history/store.h"

namespace {

using namespace pith::history;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

double timed(const std::function<void()>& work) {
  const auto begin = Clock::now();
  work();
  return milliseconds(Clock::now() - begin);
}

void report(const std::string& what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print("{:<40} p50 {:8.3f} ms   p99 {:8.3f} ms   max {:8.3f} ms\n", what, at(0.5), at(0.99),
             times.back());
}

When on_day(int day) {
  const pith::memory::StudyDay date{std::chrono::days{20'000 + day}};
  return {pith::memory::Instant{date.time_since_epoch() + std::chrono::hours{12}}, {}, date};
}

Answer some_answer(std::size_t item, int points, std::mt19937& random) {
  Answer answer;
  answer.item = {fmt::format("deck-{}", item / 200), fmt::format("q-{:08}", item)};
  answer.text = "我们要有自己的算法，还要尽早把专利拿下，团队也要稳定。";
  answer.content_hash = fmt::format("{:032x}", item);
  answer.versions = {"1", "e5", ""};
  for (int i = 0; i < points; ++i) {
    AnsweredPoint point;
    point.id = fmt::format("point-{}", i);
    point.rating = random() % 8 == 0 ? pith::memory::Rating::again : pith::memory::Rating::good;
    point.credit = point.rating == pith::memory::Rating::good ? 1 : 0;
    answer.points.push_back(point);
  }
  return answer;
}

std::vector<double> bare_inserts(const std::filesystem::path& file, int count) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (a, b)");
  SQLite::Statement insert(database, "INSERT INTO t VALUES (?, ?)");
  std::vector<double> times;
  times.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    times.push_back(timed([&] {
      insert.bind(1, i);
      insert.bind(2, "我们要有自己的算法，还要尽早把专利拿下，团队也要稳定。");
      insert.exec();
      insert.reset();
    }));
  }
  return times;
}

/// As a session does: it settles while the next question is read.
struct Appends {
  std::vector<double> answers;
  std::vector<double> settling;
};

Appends appends(History& history, std::size_t items, int points, int count) {
  std::mt19937 random(1);
  Appends times;
  for (int i = 0; i < count; ++i) {
    const Answer answer = some_answer(random() % items, points, random);
    times.answers.push_back(timed([&] { history.append(on_day(2000), answer); }));
    times.settling.push_back(timed([&] { history.settle(); }));
  }
  return times;
}

/// Fills a history as a sync would: every item answered again and again over years.
void fill(History& history, std::size_t answers, std::size_t items, int points) {
  std::mt19937 random(2);
  std::vector<Event> events;
  for (std::size_t i = 0; i < answers; ++i) {
    Event event;
    event.stamp.when = on_day(static_cast<int>(i * 1000 / answers));
    event.stamp.id = make_uuid7(event.stamp.when.time);
    event.stamp.sequence = static_cast<std::int64_t>(i);
    event.stamp.schema = 1;
    event.body = some_answer(i % items, points, random);
    events.push_back(std::move(event));
  }
  fmt::print("{:<40} {:.1f} s\n", fmt::format("merge {} answers", answers),
             timed([&] { history.merge(events); }) / 1000);
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder =
      std::filesystem::path(argc > 1 ? argv[1] : ".") / fmt::format("history-bench-{}", getpid());
  const std::size_t answers = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000;
  const int points = argc > 3 ? std::atoi(argv[3]) : 4;
  const std::size_t items = std::max<std::size_t>(1, answers / 5 * 2);
  std::filesystem::create_directories(folder);
  {
    History history(folder / "pith.db");
    fill(history, answers, items, points);
    fmt::print("{:<40} {:.1f} MB\n", "file",
               static_cast<double>(std::filesystem::file_size(folder / "pith.db")) / 1e6);
    report("bare insert with fsync", bare_inserts(folder / "bare.db", 500));
    const auto session = appends(history, items, points, 500);
    report(fmt::format("append an answer of {} points", points), session.answers);
    report("settle, while the next is read", session.settling);
    report("bare insert with fsync, again", bare_inserts(folder / "bare2.db", 500));
    fmt::print("{:<40} {:.3f} ms\n", "open",
               timed([&] { static_cast<void>(History(folder / "pith.db").device()); }));
    std::size_t due = 0;
    fmt::print("{:<40} {:.3f} ms\n", "count what is due",
               timed([&] { due = history.on(on_day(1100).day).count_due(); }));
    fmt::print("{:<40} {:.3f} ms ({} items)\n", "list what is due",
               timed([&] { due = history.on(on_day(1100).day).due().size(); }), due);
    fmt::print("{:<40} {:.3f} ms\n", "last page of the log", timed([&] {
                 AnswerFilter latest;
                 latest.newest_first = true;
                 latest.limit = 50;
                 static_cast<void>(history.answers(latest));
               }));
    fmt::print("{:<40} {:.1f} s\n", "rebuild", timed([&] { history.rebuild(); }) / 1000);
  }
  std::filesystem::remove_all(folder);
}
