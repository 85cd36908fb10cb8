#include "history/study_log.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>

#include "history/store.h"
#include "support/bytes_of.h"
#include "support/generated_history.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::history;

namespace {

namespace fs = std::filesystem;

test::GeneratedHistory made_up(std::uint32_t seed) {
  test::GeneratedOptions options;
  options.point_answers = 900;
  options.days = 60;
  options.seed = seed;
  return test::generated_history(options);
}

/// A history and a folder in which what was read of it is kept.
class Kept {
 public:
  void merge(std::span<const Event> events) { History(file()).merge(events); }

  [[nodiscard]] StudyLog plain() const { return read_study_log(file()); }
  [[nodiscard]] StudyLog with_cache(const std::string& program = "1") const {
    const deck::DeckCache cache(folder_.path() / "cache", program);
    return read_study_log(file(), {&cache, 50, 20});
  }
  [[nodiscard]] fs::path file() const { return folder_.path() / "pith.db"; }
  /// The only file in the cache.
  [[nodiscard]] fs::path entry() const {
    return fs::directory_iterator(folder_.path() / "cache")->path();
  }
  [[nodiscard]] std::string bytes() const { return pith::test::bytes_of(entry()); }
  void overwrite(const std::string& bytes) const {
    std::ofstream(entry(), std::ios::binary | std::ios::trunc) << bytes;
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE(
    "a log is read the same with a cache as without, whatever was added since and in whatever "
    "order",
    "[history][study-log]") {
  const auto seed = GENERATE(range(1U, 9U));
  auto events = made_up(seed).events;
  std::mt19937 random(seed);
  if (seed % 2 == 0) {  // other devices tell of earlier days, of undoing before what was done
    std::shuffle(events.begin(), events.end(), random);
  }
  Kept kept;
  for (std::size_t from = 0; from < events.size();) {
    const auto count = std::min<std::size_t>(events.size() - from, 1 + random() % 150);
    kept.merge(std::span(events).subspan(from, count));
    from += count;
    REQUIRE(kept.with_cache() == kept.plain());
  }
  const auto written = kept.bytes();
  CHECK(kept.with_cache() == kept.plain());
  CHECK(kept.bytes() == written);
}

TEST_CASE("a cache that is damaged, of another program or of another history is not believed",
          "[history][study-log]") {
  Kept kept;
  kept.merge(made_up(1).events);
  const auto log = kept.with_cache();
  const auto whole = kept.bytes();
  const bool damaged = GENERATE(true, false);
  if (damaged) {
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 80) {
      auto bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
      kept.overwrite(bytes);
      REQUIRE(kept.with_cache() == log);
      kept.overwrite(whole.substr(0, at));
      REQUIRE(kept.with_cache() == log);
    }
  } else {
    CHECK(kept.with_cache("2") == log);
    kept.overwrite(whole);
    fs::remove(kept.file());
    auto others = made_up(2).events;
    kept.merge(others);
    CHECK(kept.with_cache() == kept.plain());
    CHECK_FALSE(kept.with_cache() == log);
  }
}

TEST_CASE("the same events in another order are another log", "[history][study-log]") {
  Kept kept;
  auto events = made_up(3).events;
  kept.merge(events);
  (void)kept.with_cache();
  fs::remove(kept.file());
  std::reverse(events.begin() + 1, events.end() - 1);

  kept.merge(events);

  CHECK(kept.with_cache() == kept.plain());
}

TEST_CASE("a cache that cannot be written costs nothing but time", "[history][study-log]") {
  const test::TemporaryFolder folder;
  History(folder.path() / "pith.db").merge(made_up(1).events);
  std::ofstream(folder.path() / "cache") << "a file, not a folder";
  const deck::DeckCache cache(folder.path() / "cache", "1");

  const auto log = read_study_log(folder.path() / "pith.db", {&cache, 50, 20});

  CHECK(log == read_study_log(folder.path() / "pith.db"));
}
