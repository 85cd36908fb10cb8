// What a learner can do with the history as a file: share it, back it up, mend it.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/files/item_folder.h"
#include "cli/files/replace_file.h"
#include "cli/learner.h"
#include "support/json.h"
#include "support/open_elsewhere.h"
#include "support/synced_files.h"
#include "support/temporary_folder.h"
#include "support/unprivileged.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using pith::test::Learner;
using pith::test::parsed;

constexpr auto kDeck =
    "deck: moat\nitems:\n"
    "  - {id: tech, question: What protects technology, points: [own algorithms, patents]}\n"
    "  - {id: team, question: What keeps a team, points: [shared vision]}\n";

std::size_t answers_of(Learner& learner) {
  learner.ask({"log", "--json"}, "");
  return parsed(learner.out).at("answers").size();
}

std::string due_of(Learner& learner) {
  learner.ask({"list", "--json"}, "");
  return learner.out;
}

std::size_t entries(const fs::path& folder) {
  return fs::exists(folder) ? static_cast<std::size_t>(std::distance(fs::directory_iterator(folder),
                                                                     fs::directory_iterator()))
                            : 0;
}

/// Overwrites the first page, without which SQLite cannot open a file.
void destroy(const std::string& file) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out << std::string(4096, 'x');
}

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
  Keeper() : Learner(kDeck) {
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

TEST_CASE("two devices that sync through a folder know the same", "[cli]") {
  Learner laptop(kDeck);
  Learner desk(kDeck);
  const auto shared = (laptop.folder() / "shared").string();
  fs::create_directory(shared);
  laptop.ask({"review"}, "own algorithms and patents\nshared vision\n");
  desk.ask({"review"}, "patents\n");

  laptop.ask({"sync", shared, "--json"}, "");
  CHECK(parsed(laptop.out).at("sent") == 2);
  desk.ask({"sync", shared, "--status", "--json"}, "");
  CHECK(parsed(desk.out).at("received") == 2);
  CHECK(parsed(desk.out).at("sent") == 1);
  desk.ask({"sync", shared}, "");
  CHECK(desk.out == "Sent 1 event, received 2 events.\n");
  laptop.ask({"sync", shared}, "");
  CHECK(laptop.out == "Sent 0 events, received 1 event.\n");

  CHECK(answers_of(laptop) == 3);
  CHECK(answers_of(desk) == 3);
  CHECK(due_of(laptop) == due_of(desk));
}

TEST_CASE("a file in the shared folder that is not whole is named", "[cli]") {
  Learner learner(kDeck);
  const auto shared = learner.folder() / "shared";
  fs::create_directory(shared);
  learner.ask({"review"}, "patents\n");
  learner.ask({"sync", shared.string()}, "");
  const auto file = fs::directory_iterator(shared)->path();
  fs::resize_file(file, fs::file_size(file) - 1);

  learner.ask({"sync", shared.string()}, "");
  CHECK(learner.err.find(file.filename().string()) != std::string::npos);
  CHECK(learner.err.find("sync again later") != std::string::npos);
}

TEST_CASE("a damaged file in the shared folder is told from a short one, and may be deleted",
          "[cli]") {
  Learner learner(kDeck);
  Learner other(kDeck);
  const auto shared = learner.folder() / "shared";
  fs::create_directory(shared);
  learner.ask({"review"}, "patents\n");
  learner.ask({"sync", shared.string()}, "");
  const auto file = fs::directory_iterator(shared)->path();
  std::ofstream(file, std::ios::app) << "garbage\n";

  other.ask({"sync", shared.string()}, "");
  CHECK(other.err.find("damaged (the rest was taken); if it stays so, delete it") !=
        std::string::npos);
  CHECK(other.err.find(file.filename().string()) != std::string::npos);
  CHECK(other.err.find("being copied") == std::string::npos);
  other.ask({"sync", shared.string(), "--json"}, "");
  CHECK(parsed(other.out).at("damaged") == parsed(other.out).at("incomplete"));

  fs::remove(file);
  learner.ask({"sync", shared.string()}, "");
  CHECK(learner.out == "Sent 1 event, received 0 events.\n");
  CHECK(learner.err.empty());
  other.ask({"sync", shared.string()}, "");
  CHECK(other.err.empty());
}

TEST_CASE("doctor repairs what is damaged from what is left and from backups", "[cli]") {
  Learner learner(kDeck);
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
  Learner learner(kDeck);
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
  Learner learner(kDeck);
  learner.ask({"review"}, "patents\nshared vision\n");
  destroy(learner.database());
  fs::remove(learner.database() + "-wal");
  CHECK(learner.ask({"doctor", "--repair"}, "") == 0);
  CHECK_THAT(learner.out, Catch::Contains("2 events read from the damaged file") &&
                              Catch::Contains("nothing was lost"));
  CHECK(answers_of(learner) == 2);
}

TEST_CASE("a repair removes what an interrupted one has left", "[cli]") {
  Learner learner(kDeck);
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
  Learner learner(kDeck);
  learner.ask({"review"}, "patents\n");
  learner.write("pith.db", std::string(fs::file_size(learner.database()), 'x'));
  fs::remove(learner.database() + "-wal");
  CHECK_THROWS_AS(learner.ask({"doctor", "--repair"}, ""), pith::StorageError);
  CHECK_FALSE(fs::exists(learner.database() + ".repaired.lock"));
  CHECK(learner.read("pith.db").substr(0, 8) == "xxxxxxxx");
}

TEST_CASE("a history is never repaired from the backups of another beside it", "[cli]") {
  Learner alice(kDeck);
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
  Learner learner(kDeck);
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

TEST_CASE("what is no history is refused before anything is written", "[cli]") {
  Learner learner(kDeck);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  const auto backups = learner.folder() / "backups";
  const auto before = entries(backups);

  const auto none = learner.write("bad.yaml", "deck: d\n");
  CHECK_THROWS_WITH(learner.ask({"restore", none}, ""),
                    Catch::Contains("is not a history of pith; nothing was restored"));
  CHECK_THROWS_WITH(learner.ask({"restore", none + "2"}, ""), Catch::Contains("there is no file"));

  const auto pipe = (learner.folder() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THROWS_WITH(learner.ask({"restore", pipe}, ""), Catch::Contains("a pipe or a device"));

  CHECK(entries(backups) == before);
  CHECK(answers_of(learner) == 2);
}

TEST_CASE("two restores within a second keep both of what was there", "[cli]") {
  Learner learner(kDeck);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  const auto backup = (learner.folder() / "kept.db").string();
  learner.ask({"backup", backup}, "");

  learner.ask({"restore", backup}, "");
  const auto once = entries(learner.folder() / "backups");
  learner.ask({"restore", backup}, "");

  CHECK(entries(learner.folder() / "backups") == once + 1);
}

TEST_CASE("what a restored backup holds can be undone", "[cli]") {
  Learner learner(kDeck);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  learner.ask({"suspend", "moat/tech"}, "");
  const auto backup = (learner.folder() / "kept.db").string();
  learner.ask({"backup", backup}, "");
  learner.ask({"restore", backup}, "");

  REQUIRE(learner.ask({"undo", "--count", "9", "--json"}, "") == 0);

  const auto undone = parsed(learner.out)["undone"];
  REQUIRE(undone.size() == 3);
  CHECK(undone[0]["kind"] == "suspension");
  CHECK(undone[1]["answer"] == "shared vision");
  CHECK(answers_of(learner) == 0);
}

TEST_CASE("a backup can be restored over a damaged history, which is kept", "[cli]") {
  Learner learner(kDeck);
  learner.ask({"review"}, "patents\n");
  const auto backup = (learner.folder() / "copy.db").string();
  learner.ask({"backup", backup}, "");
  destroy(learner.database());
  fs::remove(learner.database() + "-wal");

  learner.ask({"restore", backup}, "");
  CHECK(learner.out.find(".damaged-") != std::string::npos);
  CHECK(answers_of(learner) == 1);
}

TEST_CASE("a day on which something was answered leaves one backup", "[cli]") {
  Learner learner(kDeck);
  const auto review = [&](const std::string& input) {
    learner.in = input;
    learner.run({"review", "--decks", learner.deck});
  };
  const auto backups = learner.folder() / "data" / "backups";
  review("");
  CHECK(entries(backups) == 0);
  review("patents\n");
  CHECK(entries(backups) == 1);
  review("shared vision\n");
  CHECK(entries(backups) == 1);
}

TEST_CASE("a draft is its owner's alone, and is not written through what lies in its way",
          "[cli]") {
  const pith::test::TemporaryFolder home;
  pith::deck::Item item;
  item.deck = "moat";
  item.id = "tech";
  const auto folder = home.path() / "pith.drafts";
  const pith::cli::ItemFolder drafts(folder);
  const auto mode_of = [](const fs::path& path) {
    return fs::status(path).permissions() & fs::perms::mask;
  };
  const auto usual = ::umask(0);
  REQUIRE(drafts.keep(item, "own algo"));
  const auto file = fs::directory_iterator(folder)->path();
  CHECK(mode_of(folder) == fs::perms::owner_all);
  CHECK(mode_of(file) == (fs::perms::owner_read | fs::perms::owner_write));

  std::ofstream(home.path() / "other") << "untouched";
  fs::create_symlink(home.path() / "other", file.string() + "." + std::to_string(::getpid()));
  REQUIRE(drafts.keep(item, "own algorithms"));
  ::umask(usual);
  CHECK(drafts.of(item) == "own algorithms");
  CHECK(mode_of(file) == (fs::perms::owner_read | fs::perms::owner_write));
  std::ifstream other(home.path() / "other");
  CHECK(std::string(std::istreambuf_iterator<char>(other), {}) == "untouched");
}

TEST_CASE("a file that takes the number of a synced one that is gone is not taken for it",
          "[cli]") {
  const pith::test::SyncWatch watch;
  const pith::test::TemporaryFolder home;
  const auto first = home.path() / "first";
  pith::cli::create_file(first, "synced");
  CHECK(watch.saw(first));
  fs::remove(first);

  for (int i = 0; i < 50; ++i) {
    const auto other = home.path() / std::to_string(i);
    std::ofstream(other) << "not synced";
    CHECK_FALSE(watch.saw(other));
  }
}

TEST_CASE("drafts and reports are on disk before they take their place", "[cli]") {
  const pith::test::SyncWatch watch;
  Learner learner(kDeck);
  pith::deck::Item item;
  item.deck = "moat";
  item.id = "tech";
  const auto folder = learner.folder() / "pith.drafts";
  REQUIRE(pith::cli::ItemFolder(folder).keep(item, "own algo"));
  CHECK(watch.saw(fs::directory_iterator(folder)->path()));
  CHECK(watch.saw(folder));

  const auto page = learner.folder() / "page.html";
  CHECK_FALSE(watch.saw(learner.deck));
  REQUIRE(learner.ask({"report", "--html", page.string()}, "") == 0);
  CHECK(watch.saw(page));
}
