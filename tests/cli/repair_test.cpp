// What a learner can do about a history that is damaged, and what is not taken for one.
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.h"
#include "cli/kept_history.h"
#include "support/half_written.h"
#include "support/open_elsewhere.h"
#include "support/unprivileged.h"

namespace {

namespace fs = std::filesystem;
using pith::test::answers_of;
using pith::test::destroy;
using pith::test::kMoat;
using pith::test::Learner;

void set_schema(const std::string& file, std::string_view version) {
  constexpr std::streamoff kUserVersion = 60;  // big-endian, in the header of SQLite's files
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(kUserVersion) << version;
}

std::set<fs::path> files_in(const fs::path& folder) {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files.insert(entry.path());
  }
  return files;
}

/// A learner with two answers, and a backup from before the second.
class Keeper : public Learner {
 public:
  Keeper() : Learner(kMoat) {
    ask({"review"}, "patents\n");
    ask({"backup", backup()}, "");
    ask({"review"}, "shared vision\n");
    before_ = files_in(folder());
  }
  [[nodiscard]] std::string backup() const { return (folder() / "kept.db").string(); }
  /// Repair does not take the history for a damaged one: it fails as any command does.
  void check_not_repaired(const std::string& why) {
    CHECK_THROWS_WITH(ask({"doctor", "--repair"}, ""), Catch::Contains(why));
    CHECK_THROWS_WITH(ask({"review"}, ""), Catch::Contains(why));
  }
  /// Nor does restore.
  void check_refused(const std::string& why) {
    check_not_repaired(why);
    CHECK_THROWS_WITH(ask({"restore", backup()}, ""), Catch::Contains(why));
  }
  void check_untouched() {
    CHECK(files_in(folder()) == before_);
    CHECK(answers_of(*this) == 2);
  }

 private:
  std::set<fs::path> before_;
};

/// Holds a history for itself alone.
class Holder {
 public:
  explicit Holder(const std::string& file) {
    REQUIRE(sqlite3_open(file.c_str(), &database_) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database_, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr,
                         nullptr, nullptr) == SQLITE_OK);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { sqlite3_close(database_); }

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST_CASE("doctor repairs what is damaged from what is left and from backups", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\nshared vision\n");
  learner.ask({"doctor", "--repair"}, "");
  CHECK(learner.out == "The history is sound; there is nothing to repair.\n");
  learner.ask({"backup"}, "");
  destroy(learner.database());
  fs::remove(learner.database() + "-wal");
  CHECK_THROWS_WITH(answers_of(learner), Catch::Contains("pith doctor --repair"));

  CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
  CHECK(learner.out.find("2 events from backups") != std::string::npos);
  CHECK(learner.out.find(".damaged-") != std::string::npos);
  CHECK(answers_of(learner) == 2);
}

TEST_CASE("doctor names the newest backup where the history is empty or gone", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"doctor"}, "");
  CHECK(learner.out.find("problem: there is no history") == std::string::npos);
  learner.ask({"review"}, "patents\nshared vision\n");
  learner.write("backups/pith-2026-11-30.db", "older");
  learner.ask({"backup"}, "");
  const auto backup = learner.folder() / "backups" / "pith-20261201-090000.db";
  REQUIRE(fs::exists(backup));
  fs::last_write_time(learner.folder() / "backups/pith-2026-11-30.db",
                      fs::last_write_time(backup) - std::chrono::hours(1));
  CHECK(learner.ask({"doctor"}, "") == 0);
  fs::remove(learner.database());
  fs::remove(learner.database() + "-wal");
  fs::remove(learner.database() + "-shm");
  const bool gone = GENERATE(true, false);
  if (!gone) {
    learner.write("pith.db", "");
  }

  CHECK(learner.ask({"doctor"}, "") == 4);
  CHECK_THAT(learner.out, Catch::Contains("`pith restore " + backup.string() + "` brings it back"));
  CHECK(learner.ask({"restore", backup.string()}, "") == 0);
  CHECK(answers_of(learner) == 2);
  CHECK(learner.ask({"doctor"}, "") == 0);
}

TEST_CASE("doctor repairs a history without its first page, and without a backup", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\nshared vision\n");
  destroy(learner.database());
  fs::remove(learner.database() + "-wal");
  CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
  CHECK_THAT(learner.out, Catch::Contains("2 events read from the damaged file") &&
                              Catch::Contains("nothing was lost"));
  CHECK(answers_of(learner) == 2);
}

TEST_CASE("what stood at the end of a cut history is not taken for nothing", "[cli]") {
  std::string items;
  std::string answers;
  for (int i = 0; i < 20; ++i) {
    items += fmt::format("  - {{question: What is {}, points: [alpha, beta]}}\n", i);
    answers += "alpha\n";
  }
  Learner learner("deck: moat\nitems:\n" + items);
  for (int round = 0; round < 12; ++round) {
    learner.ask({"drill"}, answers);
  }
  learner.ask({"backup", learner.database() + ".whole"}, "");
  const auto whole = learner.read("pith.db.whole");
  fs::remove(learner.database() + "-wal");

  SECTION("what is gone is more than is known") {
    learner.write("pith.db", whole.substr(0, whole.size() * 3 / 4));
    CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
    CHECK_THAT(learner.out, Catch::Matches("[0-9]+ events read from the damaged file, 0 events "
                                           "more from backups; at least [0-9]+ events lost\\.\n"
                                           "What stood at the end of the file cannot be "
                                           "counted\\.\n[^\n]+\n"));
  }
  SECTION("what is known to have been there is in a backup") {
    learner.write("backups/pith-2026-11-30.db", whole);
    learner.write("pith.db", whole.substr(0, whole.size() * 3 / 4));
    CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
    CHECK_THAT(learner.out,
               Catch::Contains("240 events from backups.\nWhat stood at the end of the file cannot "
                               "be counted."));
  }
}

TEST_CASE("a repair removes what an interrupted one has left", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\n");
  destroy(learner.database());
  for (const auto* suffix : {"", "-journal", "-wal", "-shm", ".lock"}) {
    learner.write(std::string("pith.db.repaired") + suffix, "left behind");
  }

  CHECK(learner.ask({"doctor", "--repair"}, "") == 0);

  for (const auto& file : fs::directory_iterator(learner.folder())) {
    CHECK_THAT(file.path().string(), !Catch::Contains(".repaired"));
  }
  CHECK(answers_of(learner) == 1);
}

TEST_CASE("what cannot be repaired is left as it is", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\n");
  learner.write("pith.db", std::string(fs::file_size(learner.database()), 'x'));
  fs::remove(learner.database() + "-wal");
  CHECK_THROWS_AS(learner.ask({"doctor", "--repair"}, ""), pith::StorageError);
  CHECK_FALSE(fs::exists(learner.database() + ".repaired.lock"));
  CHECK(learner.read("pith.db").substr(0, 8) == "xxxxxxxx");
}

TEST_CASE("a history is never repaired from the backups of another beside it", "[cli]") {
  Learner alice(kMoat);
  alice.ask({"review"}, "patents\n");
  alice.ask({"backup"}, "");
  const auto bob = alice.write("bob.db", std::string(8192, 'x'));
  CHECK_THROWS_AS(alice.run({"doctor", "--repair", "--db", bob}), pith::StorageError);
  alice.run({"backup", "--db", alice.write("carol.db", "")});
  CHECK(fs::exists(alice.folder() / "carol.backups"));
}

TEST_CASE("a history that a newer pith wrote is no damaged one", "[cli]") {
  using namespace std::string_view_literals;
  Keeper learner;
  const auto own = learner.read("pith.db").substr(60, 4);
  set_schema(learner.database(), "\0\0\3\347"sv);
  learner.check_refused("newer pith");
  set_schema(learner.database(), own);
  learner.check_untouched();
}

TEST_CASE("decks are checked though the history cannot be read", "[cli]") {
  using namespace std::string_view_literals;
  Keeper learner;
  const auto deck =
      learner.write("other.yaml", "deck: other\nitems:\n  - {question: Q, pionts: a}\n");
  const bool newer = GENERATE(true, false);
  CAPTURE(newer);
  if (newer) {
    set_schema(learner.database(), "\0\0\0\011"sv);
  } else {
    destroy(learner.database());
  }
  fs::remove(learner.database() + "-wal");

  CHECK(learner.ask({"check", deck, "--json"}, "") == pith::cli::invalid_input);
  const auto found = pith::test::parsed(learner.out);
  CHECK(found["errors"].size() == 1);
  CHECK_THAT(learner.err, Catch::StartsWith("pith: histories that edits left behind cannot be "
                                            "proposed: ") &&
                              Catch::Contains(newer ? "newer pith" : "damaged"));
  CHECK(learner.ask({"check"}, "") == 0);
  CHECK(learner.out == "1 deck, 2 items, 3 points: 0 errors, 0 warnings\n");
}

TEST_CASE("a history that may not be read is no damaged one", "[cli]") {
  Keeper learner;
  const auto usual = fs::status(learner.database()).permissions();
  fs::permissions(learner.database(), fs::perms::none);
  {
    const pith::test::Unprivileged learner_without_rights(learner.folder());
    learner.check_not_repaired("check the rights");
  }
  fs::permissions(learner.database(), usual);
  learner.check_untouched();
}

TEST_CASE("doctor names a history that no answer can be written to", "[cli]") {
  Learner learner(kMoat);
  const bool begun = GENERATE(true, false);
  CAPTURE(begun);
  if (begun) {
    learner.ask({"review"}, "patents\n");
  }
  CHECK(learner.ask({"doctor"}, "") == 0);
  {
    const pith::test::Unprivileged learner_without_rights(learner.folder());
    CHECK(learner.ask({"doctor"}, "") == pith::cli::storage);
  }
  CHECK_THAT(learner.out, Catch::Contains("check the rights of the file"));
  CHECK(learner.ask({"doctor"}, "") == 0);
}

TEST_CASE("a history that another process holds is no damaged one", "[.long][cli]") {
  Keeper learner;
  {
    const Holder other(learner.database());
    learner.check_refused("held by another process");
  }
  learner.check_untouched();
}

TEST_CASE("a damaged history that a session has open stays in its place", "[cli]") {
  Keeper learner;
  {
    const pith::test::OpenElsewhere session(learner.database());
    destroy(learner.database());
    CHECK_THROWS_WITH(learner.ask({"doctor", "--repair"}, ""),
                      Catch::Contains("held by another process"));
    CHECK_THROWS_WITH(learner.ask({"restore", learner.backup()}, ""),
                      Catch::Contains("held by another process"));
  }
  for (const auto& file : files_in(learner.folder())) {
    CHECK_THAT(file.string(), !Catch::Contains(".damaged-") && !Catch::Contains(".repaired"));
  }
}

TEST_CASE("a history that a killed process left half written is whole, and not repaired", "[cli]") {
  Keeper learner;
  pith::test::leave_half_written(learner.database());

  SECTION("log") {
    CHECK(learner.ask({"log"}, "") == 0);
  }
  SECTION("backup") {
    const auto late = (learner.folder() / "late.db").string();
    CHECK(learner.ask({"backup", late}, "") == 0);
    CHECK(learner.ask({"restore", late}, "") == 0);
  }
  SECTION("doctor") {
    CHECK(learner.ask({"doctor"}, "") == 0);
  }
  SECTION("doctor --repair") {
    CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
    CHECK_THAT(learner.out, Catch::Contains("is sound"));
  }
  CHECK(answers_of(learner) == 2);
}
