#include "exchange/sync/sync.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/error.h"
#include "exchange/shared_files.h"
#include "exchange/sync/shared_folder.h"
#include "history/fixture.h"
#include "support/bytes_of.h"
#include "support/full_disk.h"

namespace fs = std::filesystem;
using namespace pith;
using namespace pith::history;
using exchange::synchronise;
using test::answer_to;
using test::asked;
using test::bytes_of;
using test::files_in;
using test::ids_of;
using test::on_day;
using test::write;

namespace {

std::string only_file(const fs::path& folder) {
  const auto files = files_in(folder);
  REQUIRE(files.size() == 1);
  return files[0].string();
}

/// Two histories and a folder between them.
struct Pair {
  test::Scene here;
  test::Scene there;
  History mine = here.open();
  History other = there.open();
  fs::path folder = make();

  fs::path make() const {
    fs::create_directories(here.folder() / "shared");
    return here.folder() / "shared";
  }
};

}  // namespace

TEST_CASE("what was sent is received once, and nothing is sent twice", "[sync]") {
  Pair pair;
  Answer said = answer_to("moat", {asked("a")});
  const Body body = said;
  const Content content{"hash", "如何建立壁垒？", {{"a", "原创算法"}}};
  pair.mine.append(on_day(0), std::span(&body, 1), std::span(&content, 1));
  pair.mine.append(on_day(1), said);

  CHECK(synchronise(pair.mine, pair.folder).sent == 2);
  CHECK(synchronise(pair.mine, pair.folder).sent == 0);
  CHECK(synchronise(pair.other, pair.folder).received == 2);
  CHECK(synchronise(pair.other, pair.folder).received == 0);
  pair.mine.append(on_day(2), said);
  CHECK(synchronise(pair.mine, pair.folder).sent == 1);
  CHECK(synchronise(pair.other, pair.folder).received == 1);

  CHECK(pair.other.content("hash")->question == content.question);
  CHECK(test::derived(pair.here.file()) == test::derived(pair.there.file()));
  const auto bytes = bytes_of(only_file(pair.folder));
  CHECK(bytes.find("如何建立壁垒") == bytes.rfind("如何建立壁垒"));
}

TEST_CASE("a copied history undoes what it wrote itself when both have met", "[sync]") {
  Pair pair;
  const auto answer = answer_to("moat", {asked("a")});
  pair.mine.append(on_day(0), answer);
  synchronise(pair.mine, pair.folder);
  const auto file = pair.there.folder() / "copy.db";
  pair.mine.back_up(file);
  History copy(file);
  REQUIRE(copy.device() == pair.mine.device());
  pair.mine.append(on_day(1), answer);
  copy.append(on_day(2), answer);

  synchronise(pair.mine, pair.folder);
  synchronise(copy, pair.folder);
  synchronise(pair.mine, pair.folder);

  REQUIRE(copy.device() != pair.mine.device());
  const auto undo = [](History& history) {
    const auto undone = history.undo(on_day(3));
    return undone ? std::optional(undone->stamp.when.day) : std::nullopt;
  };
  CHECK(undo(copy) == on_day(2).day);
  CHECK(undo(copy) == on_day(0).day);
  CHECK(undo(copy) == std::nullopt);
  CHECK(undo(pair.mine) == on_day(1).day);
}

TEST_CASE("a new device gets what a device that is gone had written", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  synchronise(pair.other, pair.folder);
  fs::remove(only_file(pair.folder));

  CHECK(synchronise(pair.other, pair.folder).sent == 1);
  test::Scene third;
  auto fresh = third.open();
  CHECK(synchronise(fresh, pair.folder).received == 1);
}

TEST_CASE("of a file that is copied by half, what is whole is taken, and later the rest",
          "[sync]") {
  Pair pair;
  for (int day = 0; day < 5; ++day) {
    pair.mine.append(on_day(day), answer_to("moat", {asked("a")}));
  }
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  const auto whole = bytes_of(file);
  write(file, whole.substr(0, whole.size() - 20));

  const auto first = synchronise(pair.other, pair.folder);
  CHECK(first.received == 4);
  CHECK(first.incomplete == std::vector<std::string>{fs::path(file).filename().string()});
  write(file, whole);
  const auto second = synchronise(pair.other, pair.folder);
  CHECK(second.received == 1);
  CHECK(second.incomplete.empty());
}

TEST_CASE("a device put back with its folder goes on in a file of its own", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto image = pair.here.folder() / "image.db";
  pair.mine.back_up(image);
  const auto file = only_file(pair.folder);
  const auto short_file = bytes_of(file);
  pair.mine.append(on_day(1), answer_to("moat", {asked("a"), asked("b")}));
  synchronise(pair.mine, pair.folder);
  const auto long_file = bytes_of(file);

  write(file, short_file);
  fs::copy_file(image, pair.here.folder() / "again.db");
  History again(pair.here.folder() / "again.db");
  REQUIRE(again.device() == pair.mine.device());
  again.append(on_day(2), answer_to("moat", {asked("a")}));
  synchronise(again, pair.folder);
  write(file, long_file);  // what was under way when the device was put back arrives

  CHECK(synchronise(pair.other, pair.folder).received == 3);
  CHECK(synchronise(again, pair.folder).received == 1);
}

TEST_CASE("what a file held and holds no more is sent again", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  test::Scene stranger;
  auto third = stranger.open();
  third.append(on_day(0), answer_to("moat", {asked("a")}));
  third.append(on_day(1), answer_to("moat", {asked("a")}));
  const auto file = only_file(pair.folder);
  fs::create_directories(pair.there.folder() / "elsewhere");
  synchronise(third, pair.there.folder() / "elsewhere");
  write(file, bytes_of(only_file(pair.there.folder() / "elsewhere")));

  CHECK(synchronise(pair.mine, pair.folder).sent == 1);
  CHECK(synchronise(pair.other, pair.folder).received == 3);
}

TEST_CASE("a sync that was cut while it wrote is made up for by the next one", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  const auto before = bytes_of(file);
  const auto image = pair.here.folder() / "image.db";
  pair.mine.back_up(image);
  History uncut(image);
  uncut.append(on_day(1), answer_to("moat", {asked("a")}));
  uncut.append(on_day(2), answer_to("moat", {asked("a")}));
  const auto cut = pair.here.folder() / "cut.db";
  uncut.back_up(cut);
  synchronise(uncut, pair.folder);
  const auto folder = pair.here.folder() / "again";
  fs::create_directories(folder);
  const auto written = bytes_of(files_in(pair.folder).back());
  REQUIRE(written.size() > before.size());

  for (std::size_t size = before.size(); size < written.size(); size += 97) {
    CAPTURE(size);
    fs::remove_all(folder);
    fs::create_directories(folder);
    write(folder / "pith-cut.log", written.substr(0, size));
    fs::remove(pair.here.folder() / "mine.db");
    fs::copy_file(cut, pair.here.folder() / "mine.db");
    test::Scene fresh;
    auto third = fresh.open();
    {
      History mine(pair.here.folder() / "mine.db");
      synchronise(mine, folder);
    }
    synchronise(third, folder);
    CHECK(ids_of(third).size() == 3);
  }
}

TEST_CASE("of a file for which there is no room nothing is left in the folder", "[sync]") {
  const test::TemporaryFolder shared;
  const exchange::SharedFolder folder(shared.path());
  {
    const test::FullDisk full(100);
    CHECK_THROWS_WITH(folder.create("pith-1.log", std::string(1000, 'x')),
                      Catch::Contains("cannot write " + folder.name() + "/pith-1.log: "));
  }
  CHECK(files_in(shared.path()).empty());
  CHECK(folder.create("pith-1.log", "x\n"));
  CHECK_FALSE(folder.create("pith-1.log", "y\n"));
  CHECK(bytes_of(shared.path() / "pith-1.log") == "x\n");
}

TEST_CASE("of what there is no room for nothing is added to a file in the folder", "[sync]") {
  const test::TemporaryFolder shared;
  const exchange::SharedFolder folder(shared.path());
  REQUIRE(folder.create("pith-1.log", "x\n"));
  const auto file = folder.look("pith-1.log");
  REQUIRE(file);
  {
    const test::FullDisk full(100);
    CHECK_THROWS_WITH(folder.append(*file, std::string(1000, 'y')),
                      Catch::Contains("cannot write " + folder.name() + "/pith-1.log: "));
  }
  CHECK(bytes_of(shared.path() / "pith-1.log") == "x\n");
}

TEST_CASE("a line that was damaged costs itself, and is sent again by who has it", "[sync]") {
  Pair pair;
  for (int day = 0; day < 3; ++day) {
    pair.mine.append(on_day(day), answer_to("moat", {asked("a")}));
  }
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  auto bytes = bytes_of(file);
  bytes[bytes.find("团队") + 1] ^= 1;
  write(file, bytes);

  CHECK(synchronise(pair.other, pair.folder).received == 2);
  CHECK(synchronise(pair.mine, pair.folder).sent == 1);
  CHECK(synchronise(pair.other, pair.folder).received == 1);
}

TEST_CASE("a segment of which nothing is whole is named, and its events are sent again", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  const auto name = fs::path(file).filename().string();

  write(file, "garbage\n");
  const auto garbled = synchronise(pair.other, pair.folder);
  CHECK(garbled.damaged == std::vector{name});
  CHECK(garbled.incomplete == std::vector{name});
  write(file, "");
  const auto empty = synchronise(pair.other, pair.folder);
  CHECK(empty.damaged.empty());
  CHECK(empty.incomplete == std::vector{name});
  CHECK(synchronise(pair.mine, pair.folder).sent == 1);
  CHECK(synchronise(pair.other, pair.folder).received == 1);
}

TEST_CASE("a segment with a damaged first line gives its events, and is named", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  auto bytes = bytes_of(file);
  bytes[4] ^= 1;
  write(file, bytes);

  const auto report = synchronise(pair.other, pair.folder);
  CHECK(report.received == 1);
  CHECK(report.damaged == std::vector{fs::path(file).filename().string()});
}

TEST_CASE("files that are no segments, links and folders are left alone", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  write(pair.folder / "notes.txt", "nothing to see here\n");
  write(pair.folder / "empty.log", "");
  const auto victim = pair.here.folder() / "victim";
  write(victim, "precious");
  fs::create_directory(pair.folder / "deep");
  synchronise(pair.mine, pair.folder);
  const auto files = files_in(pair.folder);
  const auto segment = std::find_if(files.begin(), files.end(), [](const fs::path& file) {
    return file.filename().string().starts_with("pith-");
  });
  REQUIRE(segment != files.end());
  struct stat about {};
  REQUIRE(::lstat(segment->c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600U);

  fs::remove(*segment);
  fs::create_symlink(victim, *segment);
  pair.mine.append(on_day(1), answer_to("moat", {asked("a")}));
  CHECK(synchronise(pair.mine, pair.folder).sent == 2);
  CHECK(bytes_of(victim) == "precious");
  CHECK(bytes_of(pair.folder / "notes.txt") == "nothing to see here\n");
  CHECK(synchronise(pair.other, pair.folder).received == 2);
}

TEST_CASE("a folder that is not there is named with the remedy", "[sync]") {
  Pair pair;
  CHECK_THROWS_AS(synchronise(pair.mine, pair.folder / "absent"), StorageError);
}

TEST_CASE("the status tells what a sync would do, and does nothing", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto before = bytes_of(only_file(pair.folder));
  pair.other.append(on_day(1), answer_to("moat", {asked("a")}));
  pair.other.append(on_day(2), answer_to("moat", {asked("a")}));

  const auto status = exchange::sync_status(pair.other, pair.folder);
  CHECK(status.sent == 2);
  CHECK(status.received == 1);
  CHECK(status.file_count() == 1);
  CHECK(bytes_of(only_file(pair.folder)) == before);
  CHECK(ids_of(pair.other).size() == 2);
}
