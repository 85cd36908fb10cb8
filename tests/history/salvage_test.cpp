#include "history/salvage.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/error.h"
#include "history/day.h"
#include "history/fixture.h"
#include "history/study_log.h"
#include "support/bytes_of.h"
#include "support/open_elsewhere.h"

namespace fs = std::filesystem;
using namespace pith::history;
using pith::StorageError;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::bytes_of;
using pith::test::derived;
using pith::test::on_day;
using pith::test::Scene;

namespace {

constexpr int kAnswers = 150;
constexpr std::size_t kPage = 4096;

void overwrite(const fs::path& file, std::size_t at, const std::string& bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(at));
  out << bytes;
}

/// A history of some size as one file, and a place for another.
class Damage {
 public:
  Damage() {
    History history = scene_.open();
    for (int i = 0; i < kAnswers; ++i) {
      auto answer = answer_to(fmt::format("item{}", i % 40), {asked("a"), asked("b")});
      answer.text = fmt::format("answer number {} {}", i, std::string(100, 'x'));
      history.append(on_day(i / 10), answer);
    }
    history.back_up(file());
  }

  [[nodiscard]] fs::path file() const { return scene_.folder() / "damaged.db"; }
  [[nodiscard]] fs::path sound() const { return scene_.file(); }
  [[nodiscard]] fs::path fresh() const { return scene_.folder() / "fresh.db"; }

  void overwrite(std::size_t at, const std::string& bytes) const { ::overwrite(file(), at, bytes); }
  [[nodiscard]] std::size_t pages() const { return fs::file_size(file()) / kPage; }

 private:
  Scene scene_;
};

std::size_t answers_in(const History& history) {
  AnswerFilter all;
  all.limit = 100'000;
  return history.answers(all).size();
}

}  // namespace

TEST_CASE("of a sound history everything is salvaged", "[history]") {
  const Damage damage;
  History fresh(damage.fresh());
  const auto result = salvage(damage.file(), fresh);
  CHECK(result.readable);
  CHECK(result.kept == kAnswers);
  CHECK(result.lost == 0);
  CHECK(result.end_known);
  CHECK(derived(damage.fresh()) == derived(damage.sound()));
}

TEST_CASE("a page that is destroyed costs what was on it", "[history]") {
  const auto seed = GENERATE(range(0U, 5U));
  CAPTURE(seed);
  const Damage damage;
  std::mt19937 random(seed);
  const auto page = 1 + random() % (damage.pages() - 1);
  CAPTURE(page);
  std::string noise(kPage, '\0');
  for (char& byte : noise) {
    byte = static_cast<char>(random());
  }
  damage.overwrite(page * kPage, noise);

  History fresh(damage.fresh());
  const auto result = salvage(damage.file(), fresh);
  CHECK(answers_in(fresh) == result.kept);
  CHECK(fresh.check().empty());
  const auto back = take_over(damage.sound(), fresh);
  CHECK(result.kept + back == kAnswers);
  CHECK(derived(damage.fresh()) == derived(damage.sound()));
}

TEST_CASE("wherever a page is destroyed, what is lost is counted or said to be more", "[history]") {
  const Damage damage;
  const auto sound = bytes_of(damage.file());
  std::size_t counted = 0;
  for (std::size_t page = 1; page < damage.pages(); ++page) {
    CAPTURE(page);
    damage.overwrite(page * kPage, std::string(kPage, 'x'));
    History fresh(damage.fresh());
    const auto result = salvage(damage.file(), fresh);
    CHECK(result.known <= kAnswers);
    CHECK((result.known == kAnswers || !result.end_known));
    counted += result.end_known ? 1 : 0;
    damage.overwrite(page * kPage, sound.substr(page * kPage, kPage));
  }
  CHECK(counted > damage.pages() * 9 / 10);  // all but where the tables are listed
}

TEST_CASE("damage that is met while the log is read is called by its name", "[history]") {
  const Damage damage;
  const auto copy = damage.file().parent_path() / "copy.db";
  std::size_t met = 0;
  for (std::size_t page = 1; page < damage.pages(); ++page) {
    CAPTURE(page);
    fs::copy_file(damage.file(), copy, fs::copy_options::overwrite_existing);
    overwrite(copy, page * kPage, std::string(kPage, 'x'));
    try {
      static_cast<void>(read_study_log(copy));
    } catch (const pith::DamagedHistory& problem) {
      CHECK_THAT(problem.what(), Catch::Contains("pith doctor --repair"));
      ++met;
    }
  }
  CHECK(met > 5);
}

TEST_CASE("a history that is cut keeps what is left", "[history]") {
  const Damage damage;
  fs::resize_file(damage.file(), damage.pages() * 3 / 4 * kPage);
  History fresh(damage.fresh());
  const auto result = salvage(damage.file(), fresh);
  CHECK(answers_in(fresh) == result.kept);
  CHECK_FALSE(result.end_known);
}

TEST_CASE("what is no history at all gives nothing", "[history]") {
  const Damage damage;
  damage.overwrite(0, std::string(kPage, 'x'));
  History fresh(damage.fresh());
  CHECK_FALSE(salvage(damage.file(), fresh).readable);
  CHECK_FALSE(salvage("/absent.db", fresh).readable);
  CHECK_THROWS_AS(History(damage.file()), StorageError);
}

TEST_CASE("a damaged page is an error that names the remedy, or goes unnoticed; never more",
          "[history]") {
  const auto seed = GENERATE(range(0U, 6U));
  CAPTURE(seed);
  const Damage damage;
  std::mt19937 random(seed);
  for (int i = 0; i < 3; ++i) {
    std::string noise(64, '\0');
    for (char& byte : noise) {
      byte = static_cast<char>(random());
    }
    damage.overwrite(100 + random() % (damage.pages() * kPage - 200), noise);
  }
  try {
    History history(damage.file());
    static_cast<void>(history.on(on_day(50).day).due());
    static_cast<void>(answers_in(history));
    history.append(on_day(60), answer_to("item1", {asked("a"), asked("b")}));
    history.rebuild();
  } catch (const StorageError& problem) {
    CHECK(std::string(problem.what()).find(damage.file().string()) != std::string::npos);
  }
}

TEST_CASE("a sound history takes the place of a damaged one, which is kept", "[history]") {
  const Damage damage;
  { History(damage.fresh()).append(on_day(0), answer_to("moat", {asked("a")})); }
  const auto aside = damage.file().parent_path() / "aside.db";
  replace_history(damage.file(), damage.fresh(), aside);
  CHECK(answers_in(History(damage.file())) == 1);
  CHECK(answers_in(History(aside)) == kAnswers);
  CHECK_FALSE(fs::exists(damage.fresh()));
}

TEST_CASE("a damaged history that somebody has open is not replaced", "[history]") {
  const Damage damage;
  const auto file = damage.sound();  // in WAL mode, as a backup is not
  const auto aside = damage.file().parent_path() / "aside.db";
  { History(damage.fresh()).append(on_day(0), answer_to("moat", {asked("a")})); }
  {
    const pith::test::OpenElsewhere session(file);
    CHECK_THROWS_WITH(stamp_of_unused(file), Catch::Contains("held by another process"));
    CHECK_THROWS_WITH(replace_history(file, damage.fresh(), aside),
                      Catch::Contains("held by another process"));
  }
  CHECK_FALSE(fs::exists(aside));
  CHECK(answers_in(History(file)) == kAnswers);
}

TEST_CASE("a damaged history that was written since it was read is not replaced", "[history]") {
  const Damage damage;
  const auto aside = damage.file().parent_path() / "aside.db";
  { History(damage.fresh()).append(on_day(0), answer_to("moat", {asked("a")})); }
  const auto seen = stamp_of_unused(damage.file());
  { History(damage.file()).append(on_day(60), answer_to("moat", {asked("a")})); }
  CHECK_THROWS_AS(replace_history(damage.file(), damage.fresh(), aside, seen), StorageError);
  CHECK(answers_in(History(damage.file())) == kAnswers + 1);
  replace_history(damage.file(), damage.fresh(), aside, stamp_of_unused(damage.file()));
  CHECK(answers_in(History(damage.file())) == 1);
}

TEST_CASE("where no sound history can take its place the damaged one stays, with its journal",
          "[history]") {
  const Damage damage;
  const auto aside = damage.file().parent_path() / "aside.db";
  std::ofstream(damage.file().string() + "-wal") << "journal";

  SECTION("there is no sound one") {
    CHECK_THROWS_WITH(replace_history(damage.file(), "/absent.db", aside),
                      Catch::Contains("cannot put /absent.db in the place of"));
    CHECK_FALSE(fs::exists(aside));
  }
  SECTION("another is kept there") {
    { History(damage.fresh()).append(on_day(0), answer_to("moat", {asked("a")})); }
    std::ofstream(aside) << "another";
    CHECK_THROWS_AS(replace_history(damage.file(), damage.fresh(), aside), StorageError);
    CHECK(fs::file_size(aside) == 7);
    CHECK(fs::exists(damage.fresh()));
  }

  CHECK(fs::file_size(damage.file().string() + "-wal") == 7);
  CHECK_FALSE(fs::exists(aside.string() + "-wal"));
  CHECK(answers_in(History(damage.file())) == kAnswers);
}

TEST_CASE("no journal of a damaged history stays beside the sound one", "[history]") {
  const Damage damage;
  { History(damage.fresh()).append(on_day(0), answer_to("moat", {asked("a")})); }
  const auto aside = damage.file().parent_path() / "aside.db";
  for (const auto* suffix : {"-journal", "-wal", "-shm"}) {
    std::ofstream(damage.file().string() + suffix) << "left";
  }
  replace_history(damage.file(), damage.fresh(), aside);
  for (const auto* suffix : {"-journal", "-wal", "-shm"}) {
    CHECK_FALSE(fs::exists(damage.file().string() + suffix));
    CHECK(fs::exists(aside.string() + suffix));
  }
  CHECK(answers_in(History(damage.file())) == 1);
}
