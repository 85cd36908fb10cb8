// Many processes at once, and processes that die: what was acknowledged is there, once.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "history/backups.h"
#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::day;
using pith::test::derived;
using pith::test::names_in;
using pith::test::on_day;
using pith::test::own_events;
using pith::test::Scene;

namespace {

/// Runs `work` in a process of its own, which ends with 0, or with 1 after an exception.
pid_t in_child(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      work();
      _exit(0);
    } catch (const std::exception& problem) {
      const std::string line = std::string(problem.what()) + "\n";
      _exit(write(STDERR_FILENO, line.data(), line.size()) > 0 ? 1 : 2);
    }
  }
  REQUIRE(child > 0);
  return child;
}

int status_of(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

void answer_and_tell(const std::filesystem::path& file, int pipe, int seed) {
  History history(file);
  for (int i = 0;; ++i) {
    const auto item = "item-" + std::to_string((seed + i) % 7);
    const auto stamp = history.append(on_day(i), answer_to(item, {asked("a"), asked("b")}));
    const std::string line = to_string(stamp.id);
    if (write(pipe, line.data(), line.size()) < 0) {
      return;
    }
  }
}

std::set<std::string> read_ids(int pipe) {
  std::string text;
  char buffer[4096];
  for (ssize_t got = 0; (got = read(pipe, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(got));
  }
  std::set<std::string> ids;
  constexpr std::size_t kLength = 36;
  for (std::size_t at = 0; at + kLength <= text.size(); at += kLength) {
    ids.insert(text.substr(at, kLength));
  }
  return ids;
}

}  // namespace

TEST_CASE("twenty processes start at once on a new history: no error, nothing lost or doubled",
          "[history]") {
  for (int round = 0; round < 10; ++round) {
    const Scene scene;
    std::vector<pid_t> children;
    for (int i = 0; i < 20; ++i) {
      children.push_back(in_child([&] {
        History history(scene.file());
        history.append(on_day(i), answer_to("item-" + std::to_string(i % 3), {asked("a")}));
      }));
    }
    for (const pid_t child : children) {
      CHECK(status_of(child) == 0);
    }
    const History history = scene.open();
    CHECK(history.answers().size() == 20);
    CHECK(own_events(history).size() == 20);
    CHECK(history.check().empty());
  }
}

TEST_CASE("kill -9 at any moment loses nothing that was acknowledged", "[history]") {
  std::mt19937 random(4);
  const Scene scene;
  std::set<std::string> acknowledged;
  for (int round = 0; round < 40; ++round) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = in_child([&] { answer_and_tell(scene.file(), ends[1], round); });
    close(ends[1]);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
    kill(child, SIGKILL);
    CHECK(WIFSIGNALED(status_of(child)));
    acknowledged.merge(read_ids(ends[0]));
    close(ends[0]);
  }

  std::set<std::string> kept;
  History history = scene.open();
  AnswerFilter all;
  all.limit = 1'000'000;
  for (const auto& answer : history.answers(all)) {
    CHECK(kept.insert(to_string(answer.stamp.id)).second);
  }
  CHECK(std::includes(kept.begin(), kept.end(), acknowledged.begin(), acknowledged.end()));
  CHECK(kept.size() >= acknowledged.size());
  CHECK(kept.size() <= acknowledged.size() + 40);
  CHECK(history.check().empty());
  const std::string before = derived(scene.file());
  history.rebuild();
  CHECK(derived(scene.file()) == before);
}

TEST_CASE("sessions that end at once make one backup of the day, and touch no file of others",
          "[history]") {
  const Scene scene;
  {
    History history = scene.open();
    for (int i = 0; i < 50; ++i) {
      history.append(on_day(0), answer_to("item-" + std::to_string(i), {asked("a")}));
    }
  }
  for (int round = 0; round < 20; ++round) {
    const auto folder = scene.folder() / std::to_string(round);
    std::filesystem::create_directory(folder);
    const auto others = folder / "pith-2026-01-01.db.part";
    std::ofstream(others) << "another's";
    std::vector<pid_t> children;
    for (int i = 0; i < 6; ++i) {
      children.push_back(in_child([&] { back_up_daily(scene.open(), folder, day(0)); }));
    }
    for (const pid_t child : children) {
      CHECK(status_of(child) == 0);
    }
    CHECK(names_in(folder) == std::set<std::string>{"pith-2026-01-01.db", others.filename()});
    CHECK(std::filesystem::file_size(others) == 9);
    const History backup(folder / "pith-2026-01-01.db", {.read_only = true});
    CHECK(backup.check().empty());
    CHECK(backup.answers().size() == 50);
  }
}

TEST_CASE("of backups to one file one is written, whole, and the others say that it is there",
          "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), answer_to("moat", {asked("a")}));
  for (int round = 0; round < 20; ++round) {
    const auto folder = scene.folder() / std::to_string(round);
    std::filesystem::create_directory(folder);
    const auto own = {"b.db.part", "b.db.part-journal", "b.db.part-shm", "b.db.part-wal"};
    for (const char* name : own) {
      std::ofstream(folder / name) << "the user's own";
    }
    std::vector<pid_t> children;
    for (int i = 0; i < 6; ++i) {
      children.push_back(in_child([&] {
        try {
          scene.open().back_up(folder / "b.db");
        } catch (const pith::StorageError& problem) {
          _exit(std::string(problem.what()).find("is there already") != std::string::npos ? 3 : 4);
        }
      }));
    }
    std::multiset<int> ends;
    for (const pid_t child : children) {
      ends.insert(WEXITSTATUS(status_of(child)));
    }
    CHECK(ends == std::multiset<int>{0, 3, 3, 3, 3, 3});
    std::set<std::string> expected(own.begin(), own.end());
    expected.insert("b.db");
    CHECK(names_in(folder) == expected);
    CHECK(History(folder / "b.db", {.read_only = true}).check().empty());
  }
}

TEST_CASE("an older history that is held meanwhile is an error, and never reads as empty",
          "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), answer_to("moat", {asked("a")}));
  {
    SQLite::Database older(scene.file().string(), SQLite::OPEN_READWRITE);
    older.exec("PRAGMA journal_mode = DELETE; PRAGMA user_version = 4");
  }
  const pid_t other = in_child([&] {
    SQLite::Database holder(scene.file().string(), SQLite::OPEN_READWRITE, 10'000);
    for (;;) {
      holder.exec("BEGIN EXCLUSIVE; COMMIT");
    }
  });
  std::set<std::size_t> answers;
  for (int i = 0; i < 3000; ++i) {
    try {
      const History history(scene.file(),
                            {.read_only = true, .patience = std::chrono::milliseconds(0)});
      answers.insert(history.answers().size());
    } catch (const pith::StorageError& problem) {
      CHECK_THAT(problem.what(), Catch::Contains("held by another process"));
    }
  }
  kill(other, SIGKILL);
  CHECK(WIFSIGNALED(status_of(other)));
  CHECK(answers.count(0) == 0);
}
