// The file of the history is whole by itself: whatever happens to it between two answers, it holds
// what was acknowledged, and nothing that lies beside it is taken for a part of another file.
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::StorageError;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::on_day;
using pith::test::Scene;

namespace fs = std::filesystem;

namespace {

std::size_t answers_in(const fs::path& file) {
  return History(file, {.read_only = true}).answers().size();
}

/// Reads the history as it is now until it goes, as a pager does that nobody leaves.
class Reader {
 public:
  explicit Reader(const fs::path& file) : database_(file.string()) {
    database_.exec("BEGIN");
    (void)database_.execAndGet("SELECT count(*) FROM event");
  }

 private:
  SQLite::Database database_;
};

std::string journal_mode(const fs::path& file) {
  SQLite::Database raw(file.string());
  return raw.execAndGet("PRAGMA journal_mode").getString();
}

/// A history as a plain copy of a backup is.
void leave_in_rollback_mode(const fs::path& file) {
  SQLite::Database raw(file.string(), SQLite::OPEN_READWRITE);
  raw.exec("PRAGMA journal_mode = DELETE");
}

}  // namespace

TEST_CASE("a copy of the settled file alone has every answer", "[history]") {
  const Scene scene;
  History history = scene.open();
  for (int day = 0; day < 3; ++day) {
    history.append(on_day(day), answer_to("moat", {asked("a")}));
    history.settle();
    const auto copy = scene.folder() / ("copy" + std::to_string(day) + ".db");
    fs::copy_file(scene.file(), copy);
    CHECK(answers_in(copy) == static_cast<std::size_t>(day) + 1);
  }
}

TEST_CASE("a history that is moved under an open session has all of its answers", "[history]") {
  const bool is_read = GENERATE(false, true);
  const bool goes_on = GENERATE(false, true);
  CAPTURE(is_read, goes_on);
  const Scene scene;
  const auto elsewhere = scene.folder() / "elsewhere.db";
  {
    History history = scene.open();
    history.append(on_day(0), answer_to("moat", {asked("a")}));
    {
      std::optional<Reader> reader;
      if (is_read) {
        reader.emplace(scene.file());
      }
      history.append(on_day(1), answer_to("moat", {asked("a")}));
      history.settle();
    }
    history.append(on_day(2), answer_to("moat", {asked("a")}));
    fs::rename(scene.file(), elsewhere);
    if (goes_on) {
      CHECK_THROWS_AS(history.append(on_day(3), answer_to("moat", {asked("a")})), StorageError);
    }
  }
  CHECK(answers_in(elsewhere) == 3);
}

TEST_CASE("a history that is put in the place of an open one stays as it is", "[history]") {
  const Scene scene;
  const Scene other;
  {
    History history = other.open();
    for (int day = 0; day < 5; ++day) {
      history.append(on_day(day), answer_to("other", {asked("a")}));
    }
  }
  {
    History history = scene.open();
    history.append(on_day(0), answer_to("moat", {asked("a")}));
    history.settle();
    fs::rename(other.file(), scene.file());
    CHECK(answers_in(scene.file()) == 5);
    CHECK_THROWS_AS(history.append(on_day(1), answer_to("moat", {asked("a")})), StorageError);
  }
  History there = scene.open();
  CHECK(there.check().empty());
  CHECK(there.answers().size() == 5);
  there.append(on_day(6), answer_to("other", {asked("a")}));
  CHECK(answers_in(scene.file()) == 6);
}

TEST_CASE("a copied backup is a history like any other again", "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), answer_to("moat", {asked("a")}));
  leave_in_rollback_mode(scene.file());

  scene.open().append(on_day(1), answer_to("moat", {asked("a")}));

  CHECK(journal_mode(scene.file()) == "wal");
  CHECK(answers_in(scene.file()) == 2);
}

TEST_CASE("who reads a history that is not in WAL mode yet is waited for", "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), answer_to("moat", {asked("a")}));
  leave_in_rollback_mode(scene.file());
  std::optional<Reader> reader(scene.file());
  std::thread leaves([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    reader.reset();
  });

  const History history = scene.open();

  leaves.join();
  CHECK(journal_mode(scene.file()) == "wal");
  CHECK(history.answers().size() == 1);
}
