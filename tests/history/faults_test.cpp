// Disks that fail, are full or lose power at any moment: what was acknowledged is there, what was
// not is there whole or not at all, and the file is sound.
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/backups.h"
#include "history/fixture.h"
#include "history/store.h"
#include "support/faulty_vfs.h"

namespace fs = std::filesystem;
using namespace pith::history;
using pith::StorageError;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::derived;
using pith::test::events_in;
using pith::test::Fault;
using pith::test::FaultyVfs;
using pith::test::on_day;

namespace {

constexpr int kAnswersBefore = 3;

/// What a learner was told is done.
struct Told {
  std::vector<Uuid> answers;
  int attempts = 0;
};

/// An ordinary evening: answers, a correction, a change of the deck, an undo.
void use(const fs::path& file, Told& told) {
  History history(file);
  const auto answer = [&](const char* item) {
    ++told.attempts;
    told.answers.push_back(history.append(on_day(1), answer_to(item, {asked("a"), asked("b")})).id);
  };
  answer("moat");
  answer("team");
  const std::vector<ItemRule> rules = {{"moat", {.floor = std::nullopt}, {{"a"}, {"c"}}}};
  history.set_rules("startup", "1", {.floor = std::nullopt}, rules);
  ++told.attempts;
  told.answers.push_back(
      history.amend(on_day(1), told.answers[0], answer_to("moat", {asked("a")})).id);
  answer("moat");
}

/// Runs it with the fault at the n-th operation; false if there were fewer.
bool use_with_fault(FaultyVfs& vfs, const fs::path& file, int n, Fault fault, Told& told) {
  vfs.arm(n, fault);
  try {
    use(file, told);
  } catch (const StorageError& problem) {
    CHECK(std::string(problem.what()).find(file.string()) != std::string::npos);
  }
  return vfs.disarm();
}

void check_kept(const fs::path& file, const Told& told) {
  const History history(file);
  CHECK(history.check().empty());
  for (const Uuid& id : told.answers) {
    CHECK(history.answer(id).has_value());
  }
  AnswerFilter all;
  all.retracted = true;
  const auto there = history.answers(all);
  CHECK(there.size() <= static_cast<std::size_t>(kAnswersBefore + told.attempts));
  CHECK(there.size() >= static_cast<std::size_t>(kAnswersBefore) + told.answers.size());
  for (const auto& answer : there) {
    CHECK_FALSE(answer.answer.points.empty());
  }
  const auto before = derived(file);
  History(file).rebuild();
  CHECK(derived(file) == before);
}

/// A history with something in it, to be copied for every trial.
class Original {
 public:
  Original() {
    History history(folder_.path() / "original.db");
    for (int day = 0; day < kAnswersBefore; ++day) {
      history.append(on_day(0), answer_to("moat", {asked("a"), asked("b")}));
    }
  }
  [[nodiscard]] fs::path copy(int number) const {
    const auto folder = folder_.path() / std::to_string(number);
    fs::create_directory(folder);
    fs::copy_file(folder_.path() / "original.db", folder / "pith.db");
    return folder / "pith.db";
  }
  void forget(int number) const { fs::remove_all(folder_.path() / std::to_string(number)); }

 private:
  pith::test::TemporaryFolder folder_;
};

/// An evening for every `stride`-th operation at which the fault can be met.
void evening_with(Fault fault, bool power_fails, int stride) {
  CAPTURE(static_cast<int>(fault), power_fails);
  const Original original;
  FaultyVfs vfs;
  int n = 1 + static_cast<int>(fault) % stride;
  for (bool met = true; met; n += stride) {
    CAPTURE(n);
    const auto file = original.copy(n);
    Told told;
    met = use_with_fault(vfs, file, n, fault, told);
    if (power_fails) {
      vfs.lose_power();
    }
    check_kept(file, told);
    original.forget(n);
  }
  CHECK(n > 20);
}

/// The same for a file that is not there yet.
void beginning_with(Fault fault, int stride) {
  const pith::test::TemporaryFolder folder;
  FaultyVfs vfs;
  int n = 1 + static_cast<int>(fault);
  for (bool met = true; met; n += stride) {
    CAPTURE(static_cast<int>(fault), n);
    const auto file = folder.path() / std::to_string(n) / "pith.db";
    Told told;
    met = use_with_fault(vfs, file, n, fault, told);
    History history(file);
    CHECK(history.check().empty());
    for (const Uuid& id : told.answers) {
      CHECK(history.answer(id).has_value());
    }
    history.append(on_day(2), answer_to("moat", {asked("a")}));
  }
  CHECK(n > 20);
}

}  // namespace

TEST_CASE("whichever write or fsync fails, what was acknowledged is kept", "[history][faults]") {
  const auto [fault, power_fails] = GENERATE(table<Fault, bool>({{Fault::once, false},
                                                                 {Fault::full, false},
                                                                 {Fault::dead, false},
                                                                 {Fault::dead, true},
                                                                 {Fault::torn, true}}));
  evening_with(fault, power_fails, 5);
}

TEST_CASE("the same for every single operation", "[.long][faults]") {
  const auto fault = GENERATE(Fault::once, Fault::full, Fault::dead, Fault::torn);
  const bool power_fails = GENERATE(false, true);
  evening_with(fault, power_fails, 1);
}

TEST_CASE("whichever write fails while the file is made, the next start makes it",
          "[history][faults]") {
  beginning_with(GENERATE(Fault::once, Fault::dead, Fault::torn), 37);
}

TEST_CASE("the same for every single operation of making it", "[.long][faults]") {
  beginning_with(GENERATE(Fault::once, Fault::full, Fault::dead, Fault::torn), 1);
}

TEST_CASE("a backup that fails leaves nothing that looks like one", "[history][faults]") {
  const auto fault = GENERATE(Fault::once, Fault::full);
  const Original original;
  FaultyVfs vfs;
  int n = 1;
  for (bool met = true; met; n += 9) {
    CAPTURE(n);
    const auto file = original.copy(n);
    const auto folder = file.parent_path() / "backups";
    const History history(file);
    vfs.arm(n, fault);
    try {
      back_up_daily(history, folder, on_day(1).day);
    } catch (const StorageError&) {
      CHECK(backups_in(folder).empty());
    }
    met = vfs.disarm();
    back_up_daily(history, folder, on_day(1).day);
    REQUIRE(backups_in(folder).size() == 1);
    CHECK(History(backups_in(folder)[0].file, {.read_only = true}).answers().size() ==
          kAnswersBefore);
  }
}

TEST_CASE("a restore that fails leaves what was there, or what was to come, and no mixture",
          "[history][faults]") {
  const auto fault = GENERATE(Fault::once, Fault::full, Fault::dead, Fault::torn);
  const Original original;
  const auto backup = original.copy(0);
  History(backup).append(on_day(1), answer_to("team", {asked("a")}));
  const auto device = History(backup).device();
  FaultyVfs vfs;
  int n = 1;
  for (bool met = true; met; n += 5) {
    CAPTURE(static_cast<int>(fault), n);
    const auto file = original.copy(n);
    vfs.arm(n, fault);
    bool restored = false;
    try {
      History history(file);
      history.restore(backup);
      restored = true;
    } catch (const StorageError&) {
    }
    met = vfs.disarm();
    const History after(file);
    CHECK(after.check().empty());
    const auto answers = after.answers().size();
    CHECK((answers == kAnswersBefore + 1 || (answers == kAnswersBefore && !restored)));
    CHECK((after.device() == device) == (answers == kAnswersBefore));
  }
  CHECK(n > 5);
}

TEST_CASE("events of another device are taken whole or not at all, and again the next time",
          "[history][faults]") {
  const auto fault = GENERATE(Fault::once, Fault::full, Fault::dead, Fault::torn);
  const Original original;
  const auto other = original.copy(0);
  History there(other);
  there.append(on_day(1), answer_to("team", {asked("a")}));
  there.append(on_day(1), answer_to("moat", {asked("b")}));
  const auto events = events_in(there);
  FaultyVfs vfs;
  int n = 1;
  for (bool met = true; met; n += 3) {
    CAPTURE(static_cast<int>(fault), n);
    const auto file = original.copy(n);
    vfs.arm(n, fault);
    try {
      History(file).merge(events);
    } catch (const StorageError&) {
    }
    met = vfs.disarm();
    History after(file);
    const auto answers = after.answers().size();
    CHECK((answers == kAnswersBefore || answers == kAnswersBefore + 2));
    after.merge(events);
    CHECK(after.answers().size() == kAnswersBefore + 2);
    CHECK(derived(file) == derived(other));
  }
  CHECK(n > 5);
}

TEST_CASE("a history on a full disk is read all the same, and what would write says why not",
          "[history][faults]") {
  const Original original;
  const auto file = original.copy(0);
  FaultyVfs vfs;
  vfs.refuse_shared_memory(true);
  const bool journal = GENERATE(false, true);
  if (journal) {
    std::ofstream(file.string() + "-wal") << "what is not in the file yet";
    CHECK_THROWS_WITH(History(file, {.read_only = true}), Catch::Contains("no room left"));
  } else {
    CHECK(History(file, {.read_only = true}).answers().size() == kAnswersBefore);
  }
  CHECK_THROWS_WITH(History(file), Catch::Contains("no room left for the history"));
}

TEST_CASE("a place that cannot be written is named with the remedy", "[history][faults]") {
  CHECK_THROWS_AS(History("/proc/pith/pith.db"), StorageError);
  CHECK_THROWS_AS(History("/dev/null/pith.db"), StorageError);
  const History nothing("/dev/null/pith.db", {.read_only = true});
  CHECK(nothing.answers().empty());
}
