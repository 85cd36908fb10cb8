#include "history/page_salvage.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "history/fixture.h"
#include "history/page_rows.h"
#include "history/write_ahead.h"
#include "support/bytes_of.h"

namespace fs = std::filesystem;
using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::bytes_of;
using pith::test::derived;
using pith::test::on_day;
using pith::test::Scene;

namespace {

constexpr std::size_t kEvents = 160;
constexpr std::size_t kPageSize = 4096;
constexpr std::size_t kMostOnPage = 100;

/// A history of some size: of answers, one of them long, and of what else a learner does.
class Pages {
 public:
  Pages() {
    History history = scene_.open();
    for (std::size_t i = 0; i < kEvents - 3; ++i) {
      auto answer = answer_to(fmt::format("item{}", i % 40), {asked("a"), asked("b")});
      answer.text = fmt::format("answer number {} {}", i, std::string(i == 7 ? 20'000 : 100, 'x'));
      history.append(on_day(static_cast<int>(i) / 10), answer);
    }
    history.append(on_day(90), Suspension{{"startup", "item3"}, "", true});
    history.append(on_day(91), Wording{{"startup", "item3"}, "a", "other words"});
    history.append(on_day(92), Alias{{"startup", "item4", ""}, {"startup", "wall", ""}});
    history.back_up(scene_.folder() / "copy.db");
    bytes = bytes_of(scene_.folder() / "copy.db");
  }

  [[nodiscard]] std::size_t count() const { return bytes.size() / kPageSize; }
  [[nodiscard]] std::string page(std::size_t number) const {
    return bytes.substr(number * kPageSize, kPageSize);
  }

  /// What is found on the pages of `file`, in a history that begins with it.
  Salvage salvaged(const std::string& file) {
    const auto damaged = scene_.folder() / "damaged.db";
    std::ofstream(damaged, std::ios::binary | std::ios::trunc) << file;
    for (const auto* suffix : {"", "-wal", "-shm", ".lock"}) {
      fs::remove(fresh().string() + suffix);
    }
    History into(fresh());
    const auto result = salvage_pages(damaged, into);
    CHECK(into.check().empty());
    return result;
  }
  [[nodiscard]] fs::path fresh() const { return scene_.folder() / "fresh.db"; }
  [[nodiscard]] fs::path sound() const { return scene_.file(); }
  [[nodiscard]] fs::path folder() const { return scene_.folder(); }

  std::string bytes;

 private:
  Scene scene_;
};

std::string noise() {
  std::mt19937 random(7);
  std::string bytes(kPageSize, '\0');
  std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
  return bytes;
}

/// How many events there were is told, or it is told that there may have been more.
void check_count(const Salvage& result) {
  CHECK(result.known <= kEvents);
  CHECK((result.known == kEvents || !result.end_known));
}

/// Whether the page only leads to others; the first has no event either.
bool leads_elsewhere(const std::string& page, std::size_t number) {
  return number == 0 || page[0] == 0x05 || page[0] == 0x02;
}

}  // namespace

TEST_CASE("the pages of a sound history have all of it", "[history]") {
  Pages pages;
  const auto result = pages.salvaged(pages.bytes);
  CHECK(result.kept == kEvents);
  CHECK(result.lost == 0);
  CHECK(result.known == kEvents);
  CHECK(result.end_known);
  CHECK(derived(pages.fresh()) == derived(pages.sound()));
}

TEST_CASE("of a page that is destroyed nothing else is lost", "[history]") {
  Pages pages;
  std::size_t leading = 0;
  for (std::size_t i = 0; i < pages.count(); ++i) {
    CAPTURE(i);
    auto damaged = pages.bytes;
    damaged.replace(i * kPageSize, kPageSize, noise());
    const auto result = pages.salvaged(damaged);
    CHECK(result.kept + kMostOnPage >= kEvents);
    check_count(result);
    if (leads_elsewhere(pages.page(i), i)) {
      ++leading;
      CHECK(result.kept == kEvents);
    }
  }
  CHECK(leading > 4);
}

TEST_CASE("of a file that is cut it is told how much is known to be lost", "[history]") {
  Pages pages;
  std::size_t uncertain = 0;
  for (std::size_t left = 0; left < pages.count(); ++left) {
    CAPTURE(left);
    const auto result = pages.salvaged(pages.bytes.substr(0, left * kPageSize));
    check_count(result);
    uncertain += result.end_known ? 0 : 1;
    if (2 * left > pages.count()) {
      CHECK(result.known + kMostOnPage >= kEvents);
    }
  }
  CHECK(uncertain > pages.count() / 2);
}

TEST_CASE("an empty history lacks nothing at its end", "[history]") {
  Scene scene;
  { const History empty = scene.open(); }
  Scene other;
  History into = other.open();
  const auto result = salvage_pages(scene.file(), into);
  CHECK(result.known == 0);
  CHECK(result.end_known);
}

TEST_CASE("items keep their names where the table of names is destroyed", "[history]") {
  Pages pages;
  std::size_t tables = 0;
  for (std::size_t i = 0; i < pages.count(); ++i) {
    const auto page = pages.page(i);
    if (page[0] == 0x0D && page.find("startupitem39") != std::string::npos) {
      ++tables;
      auto damaged = pages.bytes;
      damaged.replace(i * kPageSize, kPageSize, noise());
      CHECK(pages.salvaged(damaged).kept == kEvents);
      CHECK(derived(pages.fresh()) == derived(pages.sound()));
    }
  }
  CHECK(tables == 1);
}

TEST_CASE("what stands in the write-ahead log is found, up to what was committed", "[history]") {
  Scene scene;
  History history = scene.open();
  for (int i = 0; i < 30; ++i) {
    history.append(on_day(i), answer_to("moat", {asked("a")}));
  }
  const auto log = bytes_of(scene.file().string() + "-wal");
  REQUIRE(log.size() > 30 * kPageSize);
  const auto copy = scene.folder() / "copy.db";
  fs::copy_file(scene.file(), copy);
  const auto salvaged = [&](const std::string& of_log) {
    std::ofstream(copy.string() + "-wal", std::ios::binary | std::ios::trunc) << of_log;
    Scene other;
    History into = other.open();
    return salvage_pages(copy, into).kept;
  };
  CHECK(salvaged(log) == 30);
  CHECK(salvaged(log.substr(0, log.size() - 100)) == 29);
  CHECK(salvaged("") < 30);

  auto torn = log;  // the last transaction's pages never reached the disk
  torn.replace(torn.size() - kPageSize, kPageSize, kPageSize, '\0');
  CHECK(salvaged(torn) == 29);
}

TEST_CASE("any bytes will do for pages", "[history]") {
  Pages pages;
  const auto rows = [](const std::string& file) {
    std::size_t count = 0;
    for_each_row(file, [&](const PageRow&) { ++count; });
    return count;
  };
  const auto sound = rows(pages.bytes);
  rc::prop("bytes that changed", [&] {
    auto bad = pages.bytes;
    for (int i = 0; i < 20; ++i) {
      const auto page = *rc::gen::inRange<std::size_t>(0, pages.count());
      const auto at = *rc::gen::inRange<std::size_t>(0, 200);  // where what leads to rows stands
      bad[page * kPageSize + at] = *rc::gen::arbitrary<char>();
    }
    RC_ASSERT(rows(bad) <= 2 * sound + 100'000);
    RC_ASSERT(rows(with_log(bad.substr(0, 8 * kPageSize), bad)) <= 2 * sound + 100'000);
  });
  rc::prop("a file that is cut", [&] {
    const auto size = *rc::gen::inRange<std::size_t>(0, pages.bytes.size());
    RC_ASSERT(rows(pages.bytes.substr(0, size)) <= sound);
  });
}

TEST_CASE("a page whose entries are all the same long one is not read without end", "[history]") {
  Pages pages;
  std::size_t bytes = 0;
  auto bad = pages.bytes;
  for (std::size_t i = 0; i < pages.count(); ++i) {
    auto page = pages.page(i);
    if (page[0] != 0x0D || page.find("answer number 7 ") == std::string::npos) {
      continue;
    }
    page.replace(3, 2, "\x04\x00", 2);  // 1024 entries
    std::string places;
    for (int entry = 0; entry < 1024; ++entry) {
      places += page.substr(8, 2);
    }
    page.replace(8, places.size(), places);
    bad.replace(i * kPageSize, kPageSize, page);
  }
  for_each_row(bad, [&](const PageRow& row) {
    for (const auto& field : row.fields) {
      const auto* text = std::get_if<std::string>(&field);
      bytes += text == nullptr ? 0 : text->size();
    }
  });
  CHECK(bytes <= 5 * bad.size());
}
