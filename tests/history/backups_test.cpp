#include "history/backups.h"

#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "history/backup_names.h"
#include "history/fixture.h"

using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::day;
using pith::test::on_day;
using pith::test::Scene;

TEST_CASE("the name of a copy has its time in UTC, in any year", "[history]") {
  using std::chrono::sys_days;
  using std::chrono::year;
  CHECK(file_stamp(sys_days(year(2026) / 12 / 1) + std::chrono::hours(9)) == "20261201-090000");
  CHECK(file_stamp(sys_days(year(9999) / 12 / 31)) == "99991231-000000");
}

TEST_CASE("a backup is written once a day, and can be restored", "[history]") {
  const Scene scene;
  const auto folder = scene.folder() / "backups";
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));

  const auto file = back_up_daily(history, folder, day(0));
  REQUIRE(file);
  CHECK(file->filename() == "pith-2026-01-01.db");
  CHECK(!back_up_daily(history, folder, day(0)));
  history.undo(on_day(0));
  history.restore(*file);

  CHECK(history.answers().size() == 1);
}

TEST_CASE("backups thin out: a week of days, a month of weeks, a year of months", "[history]") {
  std::vector<Backup> backups;
  for (int i = 0; i < 800; ++i) {
    backups.push_back({std::to_string(i), day(i)});
    for (const Backup& gone : superfluous(backups)) {
      std::erase_if(backups, [&](const Backup& backup) { return backup.file == gone.file; });
    }
  }

  CHECK(backups.size() <= 7 + 4 + 12);
  CHECK(backups.size() >= 7 + 3 + 10);
  for (int back = 0; back < 7; ++back) {
    CHECK(backups[backups.size() - 1 - static_cast<std::size_t>(back)].day == day(799 - back));
  }
  CHECK(backups.front().day < day(799 - 300));
  CHECK(backups.front().day > day(799 - 370));
}

TEST_CASE("other files in the folder are left alone", "[history]") {
  const Scene scene;
  for (const char* name :
       {"pith-2026-02-30.db", "pith-.db", "notes.txt", "pith-2026-01-01.db.part"}) {
    std::ofstream(scene.folder() / name) << "x";
  }

  CHECK(backups_in(scene.folder()).empty());
  CHECK(backups_in(scene.folder() / "none").empty());
}
