// Databases of other programs, which pith is pointed at by mistake.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::test::full_answer;
using pith::test::names_in;
using pith::test::on_day;
using pith::test::Scene;

namespace {

std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a database of another program is refused, and stays as it is", "[history]") {
  const Scene scene;
  const auto file = scene.folder() / "cards.db";
  const auto* journal = GENERATE("DELETE", "WAL");
  const int version = GENERATE(0, 1, 5, 9);
  const int mark = GENERATE(0, 1234);
  const bool read_only = GENERATE(false, true);
  CAPTURE(journal, version, mark, read_only);
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(fmt::format("PRAGMA journal_mode = {}; PRAGMA application_id = {};"
                        "PRAGMA user_version = {}; CREATE TABLE cards (id)",
                        journal, mark, version));
  const auto bytes = bytes_in(file);
  const auto names = names_in(scene.folder());

  CHECK_THROWS_WITH(
      History(file, {.read_only = read_only}),
      file.string() + " is a database of another program; name another file with --db");

  CHECK(bytes_in(file) == bytes);
  CHECK(names_in(scene.folder()) == names);
}

TEST_CASE("a history that lost its mark is one still", "[history]") {
  const Scene scene;
  scene.open().append(on_day(0), full_answer());
  SQLite::Database(scene.file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA application_id = 0");

  CHECK(scene.open().answers().size() == 1);
}

TEST_CASE("a database that has no tables yet becomes a history", "[history]") {
  const Scene scene;
  const auto file = scene.folder() / "empty.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 1234");

  History(file).append(on_day(0), full_answer());

  CHECK(History(file, {.read_only = true}).answers().size() == 1);
}
