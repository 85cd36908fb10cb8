// pith export through, and files that neither it nor an import takes, through the command line.
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "base/error.h"
#include "cli/learner.h"
#include "support/command_line.h"
#include "support/json.h"

using namespace pith;
using Catch::Matchers::Contains;
using test::CommandLine;
using test::Learner;

namespace {

constexpr auto kNotes = "Question: What is tea?\n\nAnswer:\n- a drink\n- a plant\n\nloose\n";
constexpr auto kDeck = "deck: moat\nitems:\n  - {id: a, front: tea, back: 茶}\n";

}  // namespace

TEST_CASE("a page is no format of an export, but a report is one", "[cli]") {
  CommandLine line;
  line.write("data/decks/tea.yaml", "deck: tea\nitems:\n  - {front: tea, back: 茶}\n");
  const auto page = (line.folder() / "my page.html").string();
  CHECK_THROWS_WITH(line.run({"export", "-o", page}),
                    Contains("`pith report --html '" + page + "'`") && Contains("--format yaml|"));
}

TEST_CASE("a log of reviews begins another card where the item was reset", "[cli]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"review"}, "3\n") == 0);
  REQUIRE(learner.ask({"reset", "moat/a"}, "") == 0);
  learner.now = "2026-12-01T10:00:00Z";
  REQUIRE(learner.ask({"review"}, "3\n") == 0);

  REQUIRE(learner.ask({"export", "moat", "--format", "revlog"}, "") == 0);

  CHECK_THAT(learner.out, Contains("\n1,1796115600000,3,") && Contains("\n2,1796119200000,3,"));
}

TEST_CASE("an export names its format, or its file does", "[cli]") {
  Learner learner(kDeck);
  CHECK_THROWS_WITH(learner.ask({"export"}, ""), Contains("--format yaml|csv"));
  CHECK(learner.ask({"export", "--format", "csv"}, "") == 0);
  CHECK_THAT(learner.out, Contains("pith:moat/a,Basic,moat,tea,茶"));
  CHECK_THAT(learner.err, Contains("not in csv: the review history"));
  const auto file = (learner.folder() / "out.md").string();
  CHECK(learner.ask({"export", "moat", "-o", file}, "") == 0);
  CHECK_THROWS_WITH(learner.ask({"export", "moat", "-o", file}, ""), Contains("already"));
  CHECK(learner.ask({"export", "moat", "-o", file, "--replace"}, "") == 0);
  CHECK_THROWS_WITH(
      learner.ask({"export", "--format", "csv", "-o", learner.folder().string(), "--replace"}, ""),
      Contains("is a folder: name a file in it"));
}

TEST_CASE("an export names the decks that a table does not bring back", "[cli]") {
  Learner learner(kDeck);
  const auto is_named = [&] {
    REQUIRE(learner.ask({"export", "--format", "tsv"}, "") == 0);
    return learner.err.find("not in tsv: decks for `pith import`") != std::string::npos;
  };
  CHECK_FALSE(is_named());
  learner.write("decks/more.yaml", "deck: more\nitems:\n  - {id: b, front: coffee, back: 咖啡}\n");
  CHECK(is_named());
}

TEST_CASE("an export names the reviews and due days that a package lacks", "[cli]") {
  Learner learner(
      "deck: moat\nitems:\n  - {id: a, front: tea, back: 茶}\n"
      "  - {id: b, front: coffee, back: 咖啡}\n");
  REQUIRE(learner.ask({"review"}, "3\n3\n") == 0);
  const auto file = (learner.folder() / "all.apkg").string();
  const auto losses = [&](std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"export", "-o", file, "--replace"};
    words.insert(words.begin() + 1, more.begin(), more.end());
    REQUIRE(learner.ask(words, "") == 0);
    return learner.err;
  };
  const auto by_hand = Contains("not in apkg: due days set by hand of 1 item (");
  const auto orphans = Contains("not in apkg: reviews of what is in no deck any more");
  CHECK_THAT(losses(), !by_hand && !orphans);

  REQUIRE(learner.ask({"reschedule", "moat/a", "+9"}, "") == 0);
  CHECK_THAT(losses(), by_hand && !orphans);
  learner.write("decks/moat.yaml", kDeck);
  CHECK_THAT(losses(), by_hand && orphans);
  CHECK_THAT(losses({"moat"}), by_hand && !orphans);
  REQUIRE(learner.ask({"export", "--format", "revlog"}, "") == 0);
  CHECK_THAT(learner.err, Contains("not in revlog: reviews of what is in no deck any more"));
}

TEST_CASE("an export of some decks does not call those gone that lie elsewhere", "[cli]") {
  Learner learner(kDeck);
  learner.write("elsewhere/more.yaml",
                "deck: more\nitems:\n  - {id: b, front: coffee, back: 咖啡}\n");
  learner.in = "3\n";
  REQUIRE(learner.run({"review", "--decks", (learner.folder() / "elsewhere").string(), "--now",
                       learner.now, "--db", learner.database()}) == 0);
  REQUIRE(learner.ask({"export", "--format", "revlog"}, "") == 0);
  CHECK_THAT(learner.err, !Contains("reviews of what is in no deck any more"));
}

TEST_CASE("a new file is as private as the umask asks, a replaced one as it was", "[cli]") {
  namespace fs = std::filesystem;
  Learner learner(kDeck);
  const auto file = (learner.folder() / "out.md").string();
  const auto permissions = [&] { return fs::status(file).permissions(); };
  const auto before = ::umask(077);
  REQUIRE(learner.ask({"export", "moat", "-o", file}, "") == 0);
  ::umask(before);
  CHECK(permissions() == fs::perms(0600));
  fs::permissions(file, fs::perms(0640));
  REQUIRE(learner.ask({"export", "moat", "-o", file, "--replace"}, "") == 0);
  CHECK(permissions() == fs::perms(0640));
}

TEST_CASE("what is no ordinary file is neither read nor replaced", "[cli]") {
  Learner learner(kDeck);
  const auto pipe = (learner.folder() / "pipe.csv").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto file = learner.write("notes.md", kNotes);
  for (const std::string& path : {pipe, std::string("/dev/full"), std::string("/dev/null")}) {
    std::vector<std::vector<std::string>> commands = {{"export", "--format", "csv", "-o", path},
                                                      {"import", file, "-o", path}};
    for (auto& command : commands) {
      CHECK_THROWS_AS(learner.ask(command, ""), StorageError);
      command.emplace_back("--replace");
      CHECK_THROWS_WITH(learner.ask(command, ""), "'" + path + "' is no ordinary file");
    }
  }
}

TEST_CASE("an export that lacks broken decks ends with their status, and replaces nothing by none",
          "[cli]") {
  Learner learner(kDeck);
  const auto file = (learner.folder() / "all.json").string();
  const std::vector<std::string> replace = {"export", "-o", file, "--replace"};
  REQUIRE(learner.ask({"export", "-o", file}, "") == 0);
  const auto good = learner.read("all.json");

  SECTION("of some decks") {
    learner.write("decks/bad.yaml", "deck: bad\nitems:\n  - {frnt: a, back: b}\n");
    CHECK(learner.ask(replace, "") == 3);
    CHECK_THAT(learner.err, Contains("unknown key 'frnt'") && Contains("1 item from 1 deck"));
    CHECK(learner.read("all.json") == good);
    CHECK(learner.ask({"export", "*", "--format", "csv"}, "") == 3);
    CHECK(learner.ask({"export", "moat", "moat/a", "--format", "csv"}, "") == 0);
    CHECK(learner.ask({"export", learner.deck, "--format", "csv"}, "") == 0);
  }
  SECTION("of all decks") {
    learner.write("decks/moat.yaml", "deck: moat\nitems:\n  - {frnt: tea, back: x}\n");
    CHECK(learner.ask(replace, "") == 3);
    CHECK_THAT(learner.err, Contains("unknown key 'frnt'") && Contains("nothing was written"));
    CHECK(learner.read("all.json") == good);
    for (const auto* format : {"json", "yaml", "revlog"}) {
      CHECK(learner.ask({"export", "--format", format}, "") == 3);
      CHECK(learner.out.empty());
    }
  }
  SECTION("of decks that are gone") {
    std::filesystem::remove(learner.deck);
    CHECK(learner.ask(replace, "") == 3);
    CHECK(learner.read("all.json") == good);
    CHECK(learner.ask({"export", "--format", "json"}, "") == 0);
  }
}
