// What a learner can do with backups of the history.
#include <filesystem>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "cli/kept_history.h"

namespace {

namespace fs = std::filesystem;
using pith::test::answers_of;
using pith::test::destroy;
using pith::test::kMoat;
using pith::test::Learner;
using pith::test::parsed;

std::size_t entries(const fs::path& folder) {
  return fs::exists(folder) ? static_cast<std::size_t>(std::distance(fs::directory_iterator(folder),
                                                                     fs::directory_iterator()))
                            : 0;
}

}  // namespace

TEST_CASE("what is no history is refused before anything is written", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  const auto backups = learner.folder() / "backups";
  const auto before = entries(backups);

  const auto none = learner.write("bad.yaml", "deck: d\n");
  CHECK_THROWS_WITH(learner.ask({"restore", none}, ""),
                    Catch::Contains("is not a history of pith; nothing was restored"));
  CHECK_THROWS_WITH(learner.ask({"restore", none + "2"}, ""), Catch::Contains("there is no file"));

  const auto pipe = (learner.folder() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THROWS_WITH(learner.ask({"restore", pipe}, ""), Catch::Contains("a pipe or a device"));

  CHECK(entries(backups) == before);
  CHECK(answers_of(learner) == 2);
}

TEST_CASE("two restores within a second keep both of what was there", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  const auto backup = (learner.folder() / "kept.db").string();
  learner.ask({"backup", backup}, "");

  learner.ask({"restore", backup}, "");
  const auto once = entries(learner.folder() / "backups");
  learner.ask({"restore", backup}, "");

  CHECK(entries(learner.folder() / "backups") == once + 1);
}

TEST_CASE("where no history was, a restore leaves none of it behind", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\n");
  const auto backup = (learner.folder() / "kept.db").string();
  learner.ask({"backup", backup}, "");
  const bool empty = GENERATE(true, false);
  const auto fresh =
      empty ? learner.write("new/pith.db", "") : (learner.folder() / "new" / "pith.db").string();
  CHECK(learner.run({"restore", backup, "--db", fresh}) == 0);
  CHECK(learner.out == "Restored " + backup + ".\n");
  CHECK_FALSE(fs::exists(learner.folder() / "new" / "backups"));
  learner.run({"log", "--json", "--db", fresh});
  CHECK(pith::test::parsed(learner.out).at("answers").size() == 1);
}

TEST_CASE("what a restored backup holds can be undone", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "own algorithms\nshared vision\n");
  learner.ask({"suspend", "moat/tech"}, "");
  const auto backup = (learner.folder() / "kept.db").string();
  learner.ask({"backup", backup}, "");
  learner.ask({"restore", backup}, "");

  REQUIRE(learner.ask({"undo", "--count", "9", "--json"}, "") == 0);

  const auto undone = parsed(learner.out)["undone"];
  REQUIRE(undone.size() == 3);
  CHECK(undone[0]["kind"] == "suspension");
  CHECK(undone[1]["answer"] == "shared vision");
  CHECK(answers_of(learner) == 0);
}

TEST_CASE("a backup can be restored over a damaged history, which is kept", "[cli]") {
  Learner learner(kMoat);
  learner.ask({"review"}, "patents\n");
  const auto backup = (learner.folder() / "copy.db").string();
  learner.ask({"backup", backup}, "");
  destroy(learner.database());
  fs::remove(learner.database() + "-wal");

  learner.ask({"restore", backup}, "");
  CHECK(learner.out.find(".damaged-") != std::string::npos);
  CHECK(answers_of(learner) == 1);
}

TEST_CASE("a day on which something was answered leaves one backup", "[cli]") {
  Learner learner(kMoat);
  const auto review = [&](const std::string& input) {
    learner.in = input;
    learner.run({"review", "--decks", learner.deck});
  };
  const auto backups = learner.folder() / "data" / "backups";
  review("");
  CHECK(entries(backups) == 0);
  review("patents\n");
  CHECK(entries(backups) == 1);
  review("shared vision\n");
  CHECK(entries(backups) == 1);
}
