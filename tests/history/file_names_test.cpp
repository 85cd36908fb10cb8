// Names of files that mean something else to SQLite.
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "history/fixture.h"
#include "history/salvage.h"
#include "history/store.h"
#include "history/study_log.h"
#include "support/temporary_folder.h"
#include "support/working_folder.h"

using pith::history::History;
using pith::test::full_answer;
using pith::test::names_in;
using pith::test::on_day;

TEST_CASE("a history is kept in the file of its name, whatever that means to SQLite", "[history]") {
  const std::string name =
      GENERATE(":memory:", "file:x?mode=memory", "file::memory:", "file:y.db", "file:///y.db");
  const pith::test::TemporaryFolder folder;
  const pith::test::WorkingFolder here(folder.path());
  std::filesystem::create_directories(std::filesystem::path("./" + name).parent_path());
  History(name).append(on_day(0), full_answer());

  CHECK(History(folder.path() / name).answers().size() == 1);
  CHECK(History(name).answers().size() == 1);
  CHECK(History(name, {.read_only = true}).answers().size() == 1);
  CHECK(pith::history::read_study_log(name).answers.size() == 1);
  History other("other.db");
  CHECK(pith::history::salvage(name, other).kept == 1);
  CHECK(pith::history::take_over(name, other) == 0);
}

TEST_CASE("a backup is the file of its name, whatever that means to SQLite", "[history]") {
  const std::string name = GENERATE(":memory:", "file:x?mode=memory", "file:y.db");
  const pith::test::TemporaryFolder folder;
  const pith::test::WorkingFolder here(folder.path());
  History history("pith.db");
  history.append(on_day(0), full_answer());
  history.back_up(name);
  history.append(on_day(1), full_answer());

  CHECK(History(folder.path() / name, {.read_only = true}).answers().size() == 1);
  history.restore(name);

  CHECK(history.answers().size() == 1);
  CHECK(names_in(folder.path()) ==
        std::set<std::string>{name, "pith.db", "pith.db-shm", "pith.db-wal", "pith.db.lock"});
}
