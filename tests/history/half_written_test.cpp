// A history in rollback mode whose writer was killed in the middle of a commit.
#include "support/half_written.h"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/fixture.h"
#include "history/salvage.h"
#include "history/store.h"
#include "support/unprivileged.h"

using namespace pith::history;
using pith::test::full_answer;
using pith::test::leave_half_written;
using pith::test::on_day;
using pith::test::Scene;

namespace {

namespace fs = std::filesystem;

/// One of two answers that is half written.
void half_write(const Scene& scene) {
  scene.open().append(on_day(0), full_answer());
  scene.open().append(on_day(1), full_answer());
  leave_half_written(scene.file());
}

/// Lets everybody come by to the file.
void open_the_way_to(const fs::path& file) {
  for (auto above = file.parent_path();
       above.has_filename() && fs::status(above).permissions() == fs::perms(0700);
       above = above.parent_path()) {
    fs::permissions(above, fs::perms(0755));
  }
}

}  // namespace

TEST_CASE("what a killed process left half written is undone, also by who only reads",
          "[history]") {
  const Scene scene;
  half_write(scene);
  const bool read_only = GENERATE(true, false);
  CAPTURE(read_only);

  const History history(scene.file(), {.read_only = read_only});

  CHECK(history.answers().size() == 2);
  CHECK(history.check().empty());
}

TEST_CASE("a backup of a half written history has all that was committed", "[history]") {
  const Scene scene;
  half_write(scene);
  const auto backup = scene.folder() / "backup.db";

  History(scene.file(), {.read_only = true}).back_up(backup);

  CHECK(History(backup, {.read_only = true}).answers().size() == 2);
}

TEST_CASE("of a half written history all that was committed is salvaged", "[history]") {
  const Scene scene;
  half_write(scene);
  History into(scene.folder() / "new.db");

  const auto salvaged = salvage(scene.file(), into);

  CHECK(salvaged.kept == 2);
  CHECK(salvaged.lost == 0);
}

TEST_CASE("a half written history that may not be written is not called damaged", "[history]") {
  const Scene scene;
  half_write(scene);
  const bool read_only = GENERATE(true, false);
  const auto rights = fs::perms(GENERATE(0444U, 0666U));
  CAPTURE(read_only, rights);
  fs::permissions(scene.file(), rights);
  fs::permissions(scene.file().string() + "-journal", rights);
  open_the_way_to(scene.file());
  const pith::test::Unprivileged nobody(scene.file().parent_path());

  try {
    const History history(scene.file(), {.read_only = read_only});
    FAIL("it was read");
  } catch (const pith::DamagedHistory& damaged) {
    FAIL(damaged.what());
  } catch (const pith::StorageError& refused) {
    CHECK_THAT(refused.what(), Catch::Contains("was left half written"));
  }
}
