#include "exchange/sync/sync.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/error.h"
#include "exchange/sync/shared_folder.h"
#include "history/fixture.h"
#include "support/full_disk.h"

namespace fs = std::filesystem;
using namespace pith;
using namespace pith::history;
using exchange::synchronise;
using test::answer_to;
using test::asked;
using test::on_day;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::set<Uuid> ids_of(const History& history) {
  std::set<Uuid> ids;
  history.for_each_event(
      0, [&](std::int64_t, const Event& event) { CHECK(ids.insert(event.stamp.id).second); });
  return ids;
}

/// The rules of a deck with a point that no answer meets, and a weight that no answer had.
void tell_rules(History& history) {
  if (history.rule_stamps()["startup"] == "1") {
    return;
  }
  std::vector<ItemRule> rules;
  for (int item = 0; item < 6; ++item) {
    rules.push_back({fmt::format("item{}", item),
                     {.floor = std::nullopt, .fuzz = true},
                     {{"a", 2}, {"b", 1}, {"unmet", 1}}});
  }
  history.set_rules("startup", "1", {.floor = std::nullopt, .fuzz = true}, rules);
}

/// A computer with a history and a folder that something carries to others.
class Device {
 public:
  Device(fs::path home, int seed, std::chrono::minutes wrong)
      : home_(std::move(home)), random_(static_cast<unsigned>(seed)), wrong_(wrong) {
    fs::create_directories(shared());
    history = std::make_unique<History>(file());
  }

  [[nodiscard]] fs::path file() const { return home_ / "pith.db"; }
  [[nodiscard]] fs::path shared() const { return home_ / "shared"; }
  void sync() { synchronise(*history, shared()); }

  /// One thing that a learner does; what was acknowledged is noted.
  void live(int day) {
    auto when = on_day(day);
    when.time += wrong_ + std::chrono::minutes{random_() % 600};
    const ItemId item{"startup", fmt::format("item{}", random_() % 6)};
    switch (random_() % 9) {
      case 0:
        history->append(when, Suspension{item, "", random_() % 2 == 0});
        break;
      case 1:
        history->append(when, Bury{item, on_day(day + 2).day});
        break;
      case 2:
        history->append(when, Reset{item, random_() % 2 == 0 ? "a" : ""});
        break;
      case 3:
        history->undo(when);
        break;
      case 4:
        history->append(when, Wording{item, "a", "我们的算法"});
        break;
      default:
        answer(when, item);
    }
  }

  /// The learner puts back a copy of the file as it was some time ago, or `pith restore` does.
  void go_back() {
    if (backups_.empty()) {
      return;
    }
    const auto& backup = backups_[random_() % backups_.size()];
    if (random_() % 2 == 0) {
      history->restore(backup);
      return;
    }
    history.reset();
    for (const char* suffix : {"", "-wal", "-shm"}) {
      fs::remove(file().string() + suffix);
    }
    fs::copy_file(backup, file());
    history = std::make_unique<History>(file());
  }
  void back_up() {
    backups_.push_back(home_ / fmt::format("backup-{}.db", backups_.size()));
    history->back_up(backups_.back());
  }

  std::unique_ptr<History> history;
  std::set<Uuid> acknowledged;  ///< That are in the folder, or in the history still.

  /// What a device that went back may have lost: it had not shared it.
  void forget_what_was_lost() {
    const auto there = ids_of(*history);
    std::erase_if(acknowledged, [&](const Uuid& id) { return !there.contains(id); });
  }

 private:
  void answer(const When& when, const ItemId& item) {
    auto given = answer_to(
        item.item,
        {asked("a", *memory::rating_numbered(1 + static_cast<int>(random_() % 4))), asked("b")});
    acknowledged.insert(history->append(when, given).id);
  }

  fs::path home_;
  std::mt19937 random_;
  std::chrono::minutes wrong_;  ///< How far its clock is ahead.
  std::vector<fs::path> backups_;
};

/// Carries a file from one folder to another, as a program does that may be interrupted.
void carry(const fs::path& file, const fs::path& to, bool whole, std::mt19937& random) {
  const auto bytes = read(file);
  const auto target = to / file.filename();
  const auto size = whole ? bytes.size() : random() % (bytes.size() + 1);
  if (!fs::exists(target) || fs::file_size(target) < size) {
    write(target, bytes.substr(0, size));
  }
}

class World {
 public:
  explicit World(unsigned seed) : random_(seed) {
    for (int i = 0; i < 3; ++i) {
      devices_.push_back(std::make_unique<Device>(folder_.path() / fmt::format("device{}", i),
                                                  static_cast<int>(seed) * 10 + i,
                                                  std::chrono::minutes{i == 2 ? 60 : 0}));
    }
  }

  void step(int day) {
    auto& device = *devices_[random_() % devices_.size()];
    switch (random_() % 12) {
      case 0:
      case 1:
      case 2:
        device.sync();
        break;
      case 3:
      case 4:
        carry_something();
        break;
      case 5:
        device.back_up();
        break;
      case 6:
        if (random_() % 3 == 0) {
          device.go_back();
          device.forget_what_was_lost();
        }
        break;
      case 7:
        rename_something(device);
        break;
      case 8:
        tell_rules(*device.history);
        break;
      default:
        device.live(day);
    }
  }

  /// Carries and syncs until everybody has had everything.
  void settle() {
    for (int round = 0; round < 3; ++round) {
      for (const auto& device : devices_) {
        device->sync();
      }
      for (const auto& from : devices_) {
        for (const auto& to : devices_) {
          for (const auto& file : files_in(from->shared())) {
            carry(file, to->shared(), true, random_);
          }
        }
      }
    }
  }

  void check() {
    std::set<Uuid> acknowledged;
    for (const auto& device : devices_) {
      tell_rules(*device->history);
      acknowledged.insert(device->acknowledged.begin(), device->acknowledged.end());
    }
    const auto all = ids_of(*devices_[0]->history);
    CHECK(std::includes(all.begin(), all.end(), acknowledged.begin(), acknowledged.end()));
    for (const auto& device : devices_) {
      CHECK(ids_of(*device->history) == all);
      const auto state = test::derived(device->file());
      CHECK(state == test::derived(devices_[0]->file()));
      device->history->rebuild();
      CHECK(test::derived(device->file()) == state);
      const auto again = synchronise(*device->history, device->shared());
      CHECK(again.sent == 0);
      CHECK(again.received == 0);
    }
  }

 private:
  void carry_something() {
    const auto& from = *devices_[random_() % devices_.size()];
    const auto& to = *devices_[random_() % devices_.size()];
    const auto files = files_in(from.shared());
    if (!files.empty() && &from != &to) {
      carry(files[random_() % files.size()], to.shared(), random_() % 2 == 0, random_);
    }
  }

  void rename_something(const Device& device) {
    const auto files = files_in(device.shared());
    if (!files.empty()) {
      const auto& file = files[random_() % files.size()];
      fs::rename(file, file.string() + fmt::format(" (conflict {})", random_() % 100));
    }
  }

  test::TemporaryFolder folder_;
  std::mt19937 random_;
  std::vector<std::unique_ptr<Device>> devices_;
};

void run_world(unsigned seed) {
  CAPTURE(seed);
  World world(seed);
  for (int step = 0; step < 60; ++step) {
    world.step(step / 4);
  }
  world.settle();
  world.check();
}

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

TEST_CASE("three devices end with one history, whatever happened on the way", "[sync]") {
  run_world(GENERATE(range(0U, 6U)));
}

TEST_CASE("the same for two hundred schedules", "[.long][sync]") {
  run_world(GENERATE(range(100U, 300U)));
}

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
  const auto bytes = read(only_file(pair.folder));
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
  const auto whole = read(file);
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
  const auto short_file = read(file);
  pair.mine.append(on_day(1), answer_to("moat", {asked("a"), asked("b")}));
  synchronise(pair.mine, pair.folder);
  const auto long_file = read(file);

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
  write(file, read(only_file(pair.there.folder() / "elsewhere")));

  CHECK(synchronise(pair.mine, pair.folder).sent == 1);
  CHECK(synchronise(pair.other, pair.folder).received == 3);
}

TEST_CASE("a sync that was cut while it wrote is made up for by the next one", "[sync]") {
  Pair pair;
  pair.mine.append(on_day(0), answer_to("moat", {asked("a")}));
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  const auto before = read(file);
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
  const auto written = read(files_in(pair.folder).back());

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
  CHECK(read(shared.path() / "pith-1.log") == "x\n");
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
  CHECK(read(shared.path() / "pith-1.log") == "x\n");
}

TEST_CASE("a line that was damaged costs itself, and is sent again by who has it", "[sync]") {
  Pair pair;
  for (int day = 0; day < 3; ++day) {
    pair.mine.append(on_day(day), answer_to("moat", {asked("a")}));
  }
  synchronise(pair.mine, pair.folder);
  const auto file = only_file(pair.folder);
  auto bytes = read(file);
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
  auto bytes = read(file);
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
  CHECK(read(victim) == "precious");
  CHECK(read(pair.folder / "notes.txt") == "nothing to see here\n");
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
  const auto before = read(only_file(pair.folder));
  pair.other.append(on_day(1), answer_to("moat", {asked("a")}));
  pair.other.append(on_day(2), answer_to("moat", {asked("a")}));

  const auto status = exchange::sync_status(pair.other, pair.folder);
  CHECK(status.sent == 2);
  CHECK(status.received == 1);
  CHECK(status.file_count() == 1);
  CHECK(read(only_file(pair.folder)) == before);
  CHECK(ids_of(pair.other).size() == 2);
}
