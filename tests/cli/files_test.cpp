// How pith writes files beside the history: private, whole, and on disk.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/files/item_folder.h"
#include "cli/files/replace_file.h"
#include "cli/kept_history.h"
#include "support/synced_files.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using pith::test::Learner;

TEST_CASE("a draft is its owner's alone, and is not written through what lies in its way",
          "[cli]") {
  const pith::test::TemporaryFolder home;
  pith::deck::Item item;
  item.deck = "moat";
  item.id = "tech";
  const auto folder = home.path() / "pith.drafts";
  const pith::cli::ItemFolder drafts(folder);
  const auto mode_of = [](const fs::path& path) {
    return fs::status(path).permissions() & fs::perms::mask;
  };
  const auto usual = ::umask(0);
  REQUIRE(drafts.keep(item, "own algo"));
  const auto file = fs::directory_iterator(folder)->path();
  CHECK(mode_of(folder) == fs::perms::owner_all);
  CHECK(mode_of(file) == (fs::perms::owner_read | fs::perms::owner_write));

  std::ofstream(home.path() / "other") << "untouched";
  fs::create_symlink(home.path() / "other", file.string() + "." + std::to_string(::getpid()));
  REQUIRE(drafts.keep(item, "own algorithms"));
  ::umask(usual);
  CHECK(drafts.of(item) == "own algorithms");
  CHECK(mode_of(file) == (fs::perms::owner_read | fs::perms::owner_write));
  std::ifstream other(home.path() / "other");
  CHECK(std::string(std::istreambuf_iterator<char>(other), {}) == "untouched");
}

TEST_CASE("the folders that a draft needs are its owner's alone as well", "[cli]") {
  const pith::test::TemporaryFolder home;
  pith::deck::Item item;
  item.deck = "moat";
  item.id = "tech";
  const auto usual = ::umask(0);
  const bool kept = pith::cli::ItemFolder(home.path() / "data/pith.drafts").keep(item, "own algo");
  ::umask(usual);
  CHECK(kept);
  CHECK((fs::status(home.path() / "data").permissions() & fs::perms::mask) == fs::perms::owner_all);

  std::ofstream(home.path() / "file") << "in the way";
  CHECK_FALSE(pith::cli::ItemFolder(home.path() / "file/pith.drafts").keep(item, "own algo"));
}

TEST_CASE("a file that takes the number of a synced one that is gone is not taken for it",
          "[cli]") {
  const pith::test::SyncWatch watch;
  const pith::test::TemporaryFolder home;
  const auto first = home.path() / "first";
  pith::cli::create_file(first, "synced");
  CHECK(watch.saw(first));
  fs::remove(first);

  for (int i = 0; i < 50; ++i) {
    const auto other = home.path() / std::to_string(i);
    std::ofstream(other) << "not synced";
    CHECK_FALSE(watch.saw(other));
  }
}

TEST_CASE("drafts and reports are on disk before they take their place", "[cli]") {
  const pith::test::SyncWatch watch;
  Learner learner(pith::test::kMoat);
  pith::deck::Item item;
  item.deck = "moat";
  item.id = "tech";
  const auto folder = learner.folder() / "pith.drafts";
  REQUIRE(pith::cli::ItemFolder(folder).keep(item, "own algo"));
  CHECK(watch.saw(fs::directory_iterator(folder)->path()));
  CHECK(watch.saw(folder));

  const auto page = learner.folder() / "page.html";
  CHECK_FALSE(watch.saw(learner.deck));
  REQUIRE(learner.ask({"report", "--html", page.string()}, "") == 0);
  CHECK(watch.saw(page));
}
