// Files of other versions of pith.
#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/day.h"
#include "history/fixture.h"

namespace fs = std::filesystem;
using namespace pith::history;
using pith::StorageError;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::derived;
using pith::test::events_in;
using pith::test::on_day;
using pith::test::Scene;

namespace {

/// Takes a file back to an older schema, 1 being that of pith 0.1.
void make_older(const fs::path& file, int version = 1) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec(
      "DROP TRIGGER wording_keeps; CREATE TRIGGER wording_keeps BEFORE UPDATE ON wording "
      "WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE redaction.answer = OLD.answer) "
      "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END; PRAGMA user_version = 4");
  if (version == 4) {
    return;
  }
  database.exec(
      "DROP TRIGGER deck_item_comes; DROP TRIGGER deck_item_goes; DROP TRIGGER deck_item_ages;"
      "DROP INDEX deck_item_later; DROP TABLE deck_fresh;"
      "ALTER TABLE deck_rule DROP COLUMN least_new_per_day;"
      "PRAGMA user_version = 3");
  if (version == 3) {
    return;
  }
  database.exec(
      "DROP INDEX item_due; ALTER TABLE item_state DROP COLUMN waits_until;"
      "ALTER TABLE item_state DROP COLUMN of_deck;"
      "CREATE INDEX item_due ON item_state (due) WHERE due IS NOT NULL;"
      "PRAGMA user_version = 2");
  if (version == 1) {
    database.exec(
        "DROP TABLE deck_item; DROP TABLE sync_segment; DROP TABLE sync_folder;"
        "ALTER TABLE deck_rule DROP COLUMN new_per_day;"
        "CREATE TABLE retired_point (item INTEGER NOT NULL, point TEXT NOT NULL, "
        "PRIMARY KEY (item, point)) STRICT, WITHOUT ROWID;"
        "PRAGMA user_version = 1");
  }
}

int version_of(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
  return database.execAndGet("PRAGMA user_version").getInt();
}

Scene& lived_in(Scene& scene) {
  History history = scene.open();
  history.set_rules("startup", "1", {.floor = std::nullopt},
                    std::vector<ItemRule>{{"moat", {.floor = std::nullopt}, {{"a"}}}});
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  history.append(on_day(1), answer_to("team", {asked("a")}));
  return scene;
}

}  // namespace

TEST_CASE("a file of an older pith is brought up to date when it is written", "[history]") {
  Scene scene;
  lived_in(scene);
  const auto before = derived(scene.file());
  const int version = GENERATE(1, 2);
  make_older(scene.file(), version);

  History history = scene.open();
  CHECK(version_of(scene.file()) > version);
  CHECK(history.answers().size() == 2);
  CHECK(history.rule_stamps()["startup"] != "1");
  if (version == 1) {
    history.rebuild();
  }
  history.set_rules("startup", "1", {.floor = std::nullopt},
                    std::vector<ItemRule>{{"moat", {.floor = std::nullopt}, {{"a"}}}});
  CHECK(derived(scene.file()) == before);
}

TEST_CASE("a redaction reaches what was forgotten under an older pith", "[history]") {
  Scene scene;
  Answer answer = answer_to("moat", {asked("a")});
  answer.text = "自研";
  Stamp said;
  {
    History history = scene.open();
    said = history.append(on_day(0), answer);
    history.append(on_day(0), Wording{answer.item, "a", "自研", Effect::accept, said.id});
    history.append(on_day(1), Wording{answer.item, "a", "自研", Effect::forget, std::nullopt});
  }
  make_older(scene.file(), 4);

  History history = scene.open();
  history.redact(on_day(2), said.id);
  std::size_t wordings = 0;
  for (const Event& event : events_in(history)) {
    if (const auto* wording = std::get_if<Wording>(&event.body)) {
      CHECK(wording->text.empty());
      ++wordings;
    }
  }
  CHECK(wordings == 2);
}

TEST_CASE("new items are counted of what an older pith has written", "[history]") {
  Scene scene;
  std::size_t counted = 0;
  const auto count = [&](const std::string&, const NewItems& found) {
    counted += found.count;
    CHECK_FALSE(found.alike);
  };
  {
    History history = scene.open();
    history.set_rules(
        "startup", "1", {.floor = std::nullopt},
        std::vector<ItemRule>{
            {"moat", {}, {{"a"}}, 3}, {"team", {}, {{"a"}}, 5}, {"market", {}, {{"a"}}, 5}});
    history.append(on_day(0), answer_to("team", {asked("a")}));
  }
  make_older(scene.file(), 3);

  History history = scene.open();
  CHECK(history.rule_stamps()["startup"] == "1");
  history.on(on_day(0).day).for_each_new_count(count);
  CHECK(counted == 2);
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  history.on(on_day(0).day).for_each_new_count(count);
  CHECK(counted == 2 + 1);
}

TEST_CASE("a file of an older pith can be read where it must not be written", "[history]") {
  Scene scene;
  lived_in(scene);
  make_older(scene.file());

  const History history(scene.file(), {.read_only = true});
  CHECK(history.answers().size() == 2);
  CHECK_FALSE(history.on(on_day(100).day).due().empty());
  CHECK(version_of(scene.file()) == 1);
}

TEST_CASE("a file of a newer pith is refused and left as it is", "[history]") {
  Scene scene;
  lived_in(scene);
  {
    SQLite::Database database(scene.file().string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = 999");
  }
  const bool read_only = GENERATE(false, true);
  CHECK_THROWS_WITH(History(scene.file(), {.read_only = read_only}),
                    Catch::Contains("newer pith") && Catch::Contains("update pith"));
  CHECK(version_of(scene.file()) == 999);
}

TEST_CASE("an event of a kind that is not known is called so, and stays", "[history]") {
  Scene scene;
  scene.open().append(on_day(1), Reschedule{{"d", "a"}, on_day(9).day});
  const auto change_kind = [&](const std::string& kind) {
    SQLite::Database database(scene.file().string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER IF EXISTS event_keeps; UPDATE event SET kind = '" + kind + "'");
  };
  change_kind("prophecy");
  CHECK_THROWS_WITH(scene.open().events_of({"d", "a"}),
                    Catch::Contains("unknown") && Catch::Contains("update pith"));
  change_kind("reschedule");
  CHECK(scene.open().events_of({"d", "a"}).size() == 1);
}

TEST_CASE("a backup of an older pith can be restored", "[history]") {
  Scene scene;
  lived_in(scene);
  const auto backup = scene.folder() / "old.db";
  { scene.open().back_up(backup); }
  make_older(backup);
  History history = scene.open();
  history.append(on_day(2), answer_to("moat", {asked("a")}));
  history.restore(backup);
  CHECK(history.answers().size() == 2);
  history.append(on_day(3), answer_to("moat", {asked("a")}));
  CHECK(version_of(scene.file()) > 1);
}
