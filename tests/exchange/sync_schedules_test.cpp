// Devices that share a folder, on random schedules of all that can happen to them.
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "exchange/shared_files.h"
#include "exchange/sync/sync.h"
#include "history/fixture.h"
#include "support/bytes_of.h"

namespace fs = std::filesystem;
using namespace pith;
using namespace pith::history;
using exchange::synchronise;
using test::answer_to;
using test::asked;
using test::files_in;
using test::ids_of;
using test::on_day;

namespace {

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
  const auto bytes = test::bytes_of(file);
  const auto target = to / file.filename();
  const auto size = whole ? bytes.size() : random() % (bytes.size() + 1);
  if (!fs::exists(target) || fs::file_size(target) < size) {
    test::write(target, bytes.substr(0, size));
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

}  // namespace

TEST_CASE("three devices end with one history, whatever happened on the way", "[sync]") {
  run_world(GENERATE(range(0U, 6U)));
}

TEST_CASE("the same for two hundred schedules", "[.long][sync]") {
  run_world(GENERATE(range(100U, 300U)));
}
