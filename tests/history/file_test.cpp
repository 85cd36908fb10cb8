// The file of the history: whose it is, what is refused, backups of it.
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "history/database.h"
#include "history/day.h"
#include "history/fixture.h"
#include "history/store.h"
#include "support/unprivileged.h"

using namespace pith::history;
using pith::StorageError;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::day;
using pith::test::full_answer;
using pith::test::names_in;
using pith::test::on_day;
using pith::test::Scene;

namespace {

int mode_of(const std::filesystem::path& path) {
  struct stat about {};
  REQUIRE(stat(path.c_str(), &about) == 0);
  return static_cast<int>(about.st_mode & 0777U);
}

/// Of a history that cannot be opened.
bool seems_damaged(const std::filesystem::path& file, const OpenOptions& options) {
  try {
    const History history(file, options);
  } catch (const pith::DamagedHistory&) {
    return true;
  } catch (const StorageError&) {
    return false;
  }
  throw std::logic_error("it can be opened");
}

}  // namespace

TEST_CASE("the file and its folder are the user's alone", "[history]") {
  const Scene scene;

  const History history = scene.open();

  CHECK(mode_of(scene.file()) == 0600);
  CHECK(mode_of(scene.file().parent_path()) == 0700);
  CHECK(history.note().empty());
  CHECK(history.check().empty());
}

TEST_CASE("a pipe, a folder or a device is no history, and is not waited for", "[history]") {
  const Scene scene;
  const auto folder = scene.file().parent_path();
  std::filesystem::create_directories(folder);
  const auto pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const bool read_only = GENERATE(true, false);
  for (const auto& path : {pipe, folder, std::filesystem::path("/dev/null")}) {
    CHECK_THROWS_WITH(History(path, {.read_only = read_only}),
                      "'" + path.string() + "' is no file but a folder, a pipe or a device");
  }
}

TEST_CASE("a file that is not there reads as an empty history and is not made", "[history]") {
  const Scene scene;

  const History history(scene.file(), {.read_only = true});

  CHECK(history.answers().empty());
  CHECK(history.on(day(100)).due().empty());
  CHECK(!std::filesystem::exists(scene.file()));
}

TEST_CASE("a history that is only read cannot be written", "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), full_answer());

  History history(scene.file(), {.read_only = true});

  CHECK(history.answers().size() == 1);
  CHECK_THROWS_AS(history.append(on_day(0), full_answer()), StorageError);
}

TEST_CASE("a history that cannot be written is refused when it is opened", "[history]") {
  const Scene scene;
  { const History made = scene.open(); }
  const auto folder = scene.file().parent_path();
  std::filesystem::permissions(scene.file(), std::filesystem::perms(0444));
  for (auto above = folder; above.has_filename() && mode_of(above) == 0700;
       above = above.parent_path()) {
    std::filesystem::permissions(above, std::filesystem::perms(0755));
  }
  const pith::test::Unprivileged nobody(folder);

  CHECK_THROWS_AS(scene.open(), StorageError);
}

TEST_CASE("a history in a folder that takes no file is read all the same", "[history]") {
  const Scene scene;
  const auto file = scene.file().parent_path() / "a %41?immutable#.db";
  History(file).append(on_day(0), full_answer());
  std::filesystem::permissions(file, std::filesystem::perms(0444));
  for (auto above = file.parent_path(); above.has_filename() && mode_of(above) == 0700;
       above = above.parent_path()) {
    std::filesystem::permissions(above, std::filesystem::perms(0755));
  }
  const pith::test::Unprivileged nobody(file.parent_path());

  CHECK(History(file, {.read_only = true}).answers().size() == 1);
  CHECK(History("/" + file.string(), {.read_only = true}).answers().size() == 1);
  CHECK_THROWS_WITH(History(file),
                    Catch::Contains("the history " + file.string() +
                                    ": check the rights of the file and its folder"));
}

TEST_CASE("files that are no history of ours are refused with the remedy", "[history]") {
  const Scene scene;
  std::filesystem::create_directories(scene.file().parent_path());

  SECTION("of a newer pith") {
    scene.open().append(on_day(0), full_answer());
    SQLite::Database(scene.file().string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99");
    CHECK_THROWS_WITH(scene.open(), Catch::Contains("was written by a newer pith (schema 99, this "
                                                    "one knows 5): update pith"));
    CHECK_THROWS_AS(History(scene.file(), {.read_only = true}), StorageError);
  }
  SECTION("of another program") {
    SQLite::Database(scene.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE cards (id)");
    CHECK_THROWS_WITH(scene.open(), Catch::Contains("is a database of another program"));
  }
  SECTION("of no database at all") {
    std::ofstream(scene.file()) << std::string(5000, 'x');
    CHECK_THROWS_WITH(scene.open(), Catch::Contains("is damaged"));
  }
  SECTION("in a folder that cannot be made") {
    std::ofstream(scene.folder() / "file") << "x";
    CHECK_THROWS_AS(History(scene.folder() / "file" / "pith.db"), StorageError);
  }
  SECTION("behind a dangling link") {
    std::filesystem::create_symlink(scene.folder() / "elsewhere.db", scene.file());
    CHECK_THROWS_AS(scene.open(), StorageError);
    CHECK(!std::filesystem::exists(scene.folder() / "elsewhere.db"));
  }
}

TEST_CASE("a network share gets no WAL, and a note", "[history]") {
  const Scene scene;
  OpenOptions options;
  options.on_network = [](const std::filesystem::path&) { return true; };

  History history(scene.file(), options);
  history.append(on_day(0), full_answer());

  CHECK_THAT(history.note(), Catch::Contains("is on a network file system"));
  SQLite::Database raw(scene.file().string(), SQLite::OPEN_READONLY);
  CHECK(raw.execAndGet("PRAGMA journal_mode").getString() == "delete");
}

TEST_CASE("a backup brings everything back, under a new device", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), full_answer());
  const auto backup = scene.folder() / "backup.db";
  history.back_up(backup);
  const Uuid device = history.device();
  history.append(on_day(1), full_answer());

  history.restore(backup);

  CHECK(mode_of(backup) == 0600);
  CHECK(history.answers().size() == 1);
  CHECK(history.device() != device);
  CHECK(scene.open().device() == history.device());
  history.append(on_day(2), full_answer());
  CHECK(scene.open().answers().size() == 2);
  CHECK(history.check().empty());
  CHECK_THROWS_AS(history.back_up(backup), StorageError);
}

TEST_CASE("what was written before a backup is written here still when it is restored",
          "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), full_answer());
  const auto old = scene.folder() / "old.db";
  history.back_up(old);
  history.restore(old);
  history.append(on_day(1), full_answer());
  const auto late = scene.folder() / "late.db";
  history.back_up(late);
  const Event lost{history.append(on_day(2), full_answer()), full_answer()};

  history.restore(late);
  history.merge({&lost, 1});  // it had been synced to another device

  std::vector<pith::memory::StudyDay> written;
  history.for_each_own_event({},
                             [&](const Event& event) { written.push_back(event.stamp.when.day); });
  CHECK(written == std::vector{on_day(0).day, on_day(1).day});
  CHECK(history.undo(on_day(4))->stamp.when.day == on_day(1).day);
  CHECK(history.undo(on_day(4))->stamp.when.day == on_day(0).day);
  CHECK_FALSE(history.undo(on_day(4)));
  CHECK(history.answers().size() == 1);
}

TEST_CASE("a history restored twice in a row still knows what it had written first", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), full_answer());
  for (const auto* name : {"first.db", "second.db"}) {
    history.back_up(scene.folder() / name);
    history.restore(scene.folder() / name);
  }

  const auto undone = history.undo(on_day(1));
  REQUIRE(undone);
  CHECK(undone->stamp.when.day == on_day(0).day);
}

TEST_CASE("a backup clears away what a killed one left, and nothing else", "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto folder = scene.folder() / "backups";
  std::filesystem::create_directory(folder);
  const auto put = [&](const std::string& name) {
    std::ofstream(folder / name) << "left";
    return folder / name;
  };
  put("pith-2026-01-01.db.aB3xyz.part");
  put("pith-2026-01-01.db.aB3xyz.part-journal");
  put("pith-20261201-090000-2.db.aaaaaa.part");
  put("mine.db.aaaaaa.part");
  std::set<std::string> stay = {"mine.db.aaaaaa.part", "pith-2026-01-02.db"};
  for (const auto* name :
       {"notes.db.aaaaaa.part", "pith-2026-01-01.db.part", "pith-x.db.aaaaaa.part",
        "pith-2026-01-01.db.aaa-aa.part", "target", "pith-1.db.locked.part"}) {
    put(name);
    stay.insert(name);
  }
  std::filesystem::create_symlink("target", folder / "pith-2.db.symbol.part");
  std::filesystem::create_directory(folder / "pith-3.db.folder.part");
  stay.insert({"pith-2.db.symbol.part", "pith-3.db.folder.part"});
  const int writer = ::open((folder / "pith-1.db.locked.part").c_str(), O_RDWR);
  REQUIRE(::flock(writer, LOCK_EX) == 0);

  history.back_up(folder / "pith-2026-01-02.db");
  CHECK(names_in(folder) == stay);
  history.back_up(folder / "mine.db");
  stay.erase("mine.db.aaaaaa.part");
  stay.insert("mine.db");
  CHECK(names_in(folder) == stay);
  ::close(writer);
}

TEST_CASE("what is no sound history is not restored", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), full_answer());
  const auto other = scene.folder() / "other.db";

  CHECK_THROWS_WITH(history.restore(other), Catch::Contains("there is no file"));
  std::ofstream(other) << "";
  CHECK_THROWS_WITH(history.restore(other), Catch::Contains("is not a history"));
  std::ofstream(other) << std::string(9000, 'x');
  bool begun = false;
  CHECK_THROWS_AS(history.restore(other, [&] { begun = true; }), StorageError);

  CHECK_FALSE(begun);
  CHECK(history.answers().size() == 1);
}

TEST_CASE("what is to be kept of a history is asked for before it is replaced", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), full_answer());
  const auto backup = scene.folder() / "backup.db";
  history.back_up(backup);
  history.append(on_day(1), full_answer());
  const auto device = history.device();

  std::size_t before = 0;
  history.restore(backup, [&] { before = history.answers().size(); });
  CHECK(before == 2);
  CHECK(history.answers().size() == 1);

  const auto refuse = [] { throw StorageError("no room"); };
  const auto now = history.device();
  CHECK(now != device);
  CHECK_THROWS_WITH(history.restore(backup, refuse), "no room");
  CHECK(history.device() == now);
  CHECK(scene.open().device() == now);
}

TEST_CASE("a damaged history is told from one that cannot be opened", "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), full_answer());
  const bool read_only = GENERATE(false, true);
  const OpenOptions impatient{.read_only = read_only, .patience = std::chrono::milliseconds(1)};

  SECTION("damaged") {
    std::fstream(scene.file(), std::ios::binary | std::ios::in | std::ios::out)
        << std::string(4096, 'x');
    CHECK(seems_damaged(scene.file(), impatient));
  }
  SECTION("held by another") {
    SQLite::Database other(scene.file().string(), SQLite::OPEN_READWRITE);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    CHECK_FALSE(seems_damaged(scene.file(), impatient));
  }
  SECTION("of a newer pith") {
    SQLite::Database(scene.file().string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 999");
    CHECK_FALSE(seems_damaged(scene.file(), impatient));
  }
}

TEST_CASE("nothing is written to a history that lies elsewhere by now", "[history]") {
  const bool shared = GENERATE(false, true);
  CAPTURE(shared);
  const Scene scene;
  OpenOptions options;
  options.on_network = [&](const std::filesystem::path&) { return shared; };
  History history(scene.file(), options);
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  const auto elsewhere = scene.folder() / "elsewhere.db";
  std::filesystem::rename(scene.file(), elsewhere);
  SECTION("nothing lies in its place") {}
  SECTION("another does") {
    std::filesystem::copy_file(elsewhere, scene.file());
  }
  CHECK_THROWS_WITH(history.append(on_day(1), answer_to("moat", {asked("a")})),
                    Catch::Contains("moved, replaced or removed while it was open"));
}

TEST_CASE("a kept statement is not run again while its rows are read", "[history]") {
  const Scene scene;
  Database database(scene.file(), {});
  constexpr auto kTwo = "SELECT 1 UNION SELECT 2";
  {
    auto rows = database.query(kTwo);
    REQUIRE(rows.next());
    CHECK_THROWS_AS(database.query(kTwo), std::logic_error);
    REQUIRE(rows.next());
    CHECK(rows.integer(0) == 2);
    CHECK_FALSE(rows.next());
  }
  CHECK(database.query(kTwo).next());
}
