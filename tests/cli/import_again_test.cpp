// What pith import does where a deck stands already: its own of an earlier import, or another.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/command_line.h"
#include "support/json.h"

using namespace pith;
using Catch::Matchers::Contains;
using test::CommandLine;

namespace {

constexpr auto kTable = "题目,答案\n什么是茶？,一种饮料\n";
constexpr auto kDocument = "## 什么是水？\n\n- 液体\n- 透明\n";

/// A folder with a table and a document whose names have no Latin letter.
class Newcomer : public CommandLine {
 public:
  Newcomer() : table(write("产品卡片.csv", kTable)), document(write("面试问答.md", kDocument)) {}

  std::string read_deck(const std::string& id) {
    std::ifstream file(path_of(id), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  std::filesystem::path path_of(const std::string& id) {
    return folder() / "data/decks" / (id + ".yaml");
  }

  std::string table;
  std::string document;
};

}  // namespace

TEST_CASE("an import of another file takes a free name beside the deck that stands there",
          "[cli]") {
  Newcomer line;
  REQUIRE(line.run({"import", line.table}) == 0);
  const auto cards = line.read_deck("imported");
  const bool replace = GENERATE(false, true);
  std::vector<std::string> import = {"import", line.document};
  if (replace) {
    import.emplace_back("--replace");
  }

  REQUIRE(line.run(import) == 0);

  CHECK_THAT(line.out, Contains("-> " + line.path_of("imported-2").string()));
  CHECK(line.err.empty());
  CHECK(line.read_deck("imported") == cards);
  CHECK_THAT(line.read_deck("imported-2"), Contains("什么是水？"));
}

TEST_CASE("the same file again finds its own deck", "[cli]") {
  Newcomer line;
  REQUIRE(line.run({"import", line.table, line.document}) == 0);
  const auto cards = line.read_deck("imported");

  SECTION("which stays as it is unless it is to be replaced") {
    CHECK_THROWS_WITH(line.run({"import", line.document}),
                      Contains("imported-2.yaml' is there already: --replace replaces it"));
    line.write("面试问答.md", std::string(kDocument) + "- 无味\n");
    REQUIRE(line.run({"import", line.document, "--replace"}) == 0);
    CHECK_THAT(line.read_deck("imported-2"), Contains("无味"));
    CHECK(line.read_deck("imported") == cards);
  }
  SECTION("even where the name before its own is free by now") {
    std::filesystem::remove(line.path_of("imported"));
    REQUIRE(line.run({"import", line.document, "--replace"}) == 0);
    CHECK(line.read_deck("imported").empty());
    CHECK_THAT(line.read_deck("imported-2"), Contains("什么是水？"));
  }
  SECTION("in a folder that is named as well") {
    const auto there = (line.folder() / "there/").string();
    REQUIRE(line.run({"import", line.document, line.table, "-o", there}) == 0);
    CHECK_THROWS_WITH(line.run({"import", line.table, "-o", there}),
                      Contains("there/imported-2.yaml' is there already: --replace replaces it"));
  }
}

TEST_CASE("a deck of which nobody said where it is from is known by its items", "[cli]") {
  Newcomer line;
  SECTION("as the file's own") {
    line.write("data/decks/imported.yaml",
               "deck: imported\nitems:\n  - {front: 什么是茶？, back: 一种饮料}\n");
    CHECK_THROWS_WITH(line.run({"import", line.table}), Contains("--replace replaces it"));
    REQUIRE(line.run({"import", line.document}) == 0);
    CHECK_THAT(line.read_deck("imported-2"), Contains("什么是水？"));
  }
  SECTION("as the file's own under the next name") {
    line.write("data/decks/imported.yaml", "deck: imported\nitems:\n  - {front: x, back: y}\n");
    line.write("data/decks/imported-2.yaml",
               "deck: imported-2\nitems:\n  - {front: 什么是茶？, back: 一种饮料}\n");
    CHECK_THROWS_WITH(line.run({"import", line.table}),
                      Contains("imported-2.yaml' is there already: --replace replaces it"));
  }
  SECTION("as another's") {
    const auto path =
        line.write("data/decks/imported.yaml",
                   "deck: imported\nsource: a book\nitems:\n  - {front: x, back: y}\n");
    REQUIRE(line.run({"import", line.table, "--replace"}) == 0);
    CHECK_THAT(line.read_deck("imported"), Contains("a book"));
    CHECK_THAT(line.read_deck("imported-2"), Contains("什么是茶？"));
  }
  SECTION("as another's where few of them are the file's") {
    line.write("data/decks/imported.yaml",
               "deck: imported\nitems:\n  - {front: 什么是茶？, back: 一种饮料}\n"
               "  - {front: x, back: y}\n  - {front: z, back: y}\n");
    REQUIRE(line.run({"import", line.table, "--replace"}) == 0);
    CHECK_THAT(line.read_deck("imported"), Contains("front: z"));
  }
  SECTION("and a file that is no sound deck is left alone") {
    line.write("data/decks/imported.yaml", "deck: imported\nitems:\n  - {frnt: x}\n");
    REQUIRE(line.run({"import", line.table, "--replace"}) == 0);
    CHECK_THAT(line.read_deck("imported"), Contains("frnt"));
  }
  SECTION("wherever in the learner's folder it lies") {
    line.write("data/decks/sub/tea.yaml", "deck: imported\nitems:\n  - {front: x, back: y}\n");
    REQUIRE(line.run({"import", line.table}) == 0);
    CHECK(line.read_deck("imported").empty());
    CHECK_THAT(line.read_deck("imported-2"), Contains("什么是茶？"));
  }
}

TEST_CASE("to replace a deck is proposed only where it is the file's own", "[cli]") {
  Newcomer line;
  const auto deck = line.write("tea.yaml", "deck: tea\nitems:\n  - {front: x, back: y}\n");
  const auto refused = Contains("tea.yaml' is there already");
  CHECK_THROWS_WITH(line.run({"import", line.table, "-o", deck}),
                    refused && Contains("-o NAME.yaml") && !Contains("--replace"));

  SECTION("not for one of another file, though they have a question in common") {
    const auto again = line.write("again.csv", kTable);
    REQUIRE(line.run({"import", line.table, "-o", deck, "--replace"}) == 0);
    CHECK_THROWS_WITH(line.run({"import", again, "-o", deck}), refused && !Contains("--replace"));
    CHECK_THROWS_WITH(line.run({"import", line.table, "-o", deck}),
                      refused && Contains("--replace replaces it"));
  }
  SECTION("nor for one of a file of the same name that has nothing in common") {
    REQUIRE(line.run({"import", line.write("a/notes.csv", kTable)}) == 0);
    const auto other = line.write("b/notes.csv", "front,back\nmilk,white\n");
    CHECK_THROWS_WITH(line.run({"import", other}),
                      Contains("notes.yaml' is there already") && !Contains("--replace"));
  }
}

TEST_CASE("a deck tells of which file it was made, and a nameless one is titled so", "[cli]") {
  Newcomer line;
  REQUIRE(line.run({"import", line.table}) == 0);
  CHECK_THAT(line.read_deck("imported"),
             Contains("title: 产品卡片\n") && Contains("source: 产品卡片.csv\n"));

  REQUIRE(line.run({"import", line.write("notes.csv", kTable)}) == 0);
  CHECK_THAT(line.read_deck("notes"), !Contains("title:") && Contains("source: notes.csv\n"));

  line.in = kTable;
  REQUIRE(line.run({"import", "-", "--format", "csv"}) == 0);
  CHECK_THAT(line.read_deck("stdin"), !Contains("source:"));

  const auto hostile = line.write("茶\x1b[2J\n\xFF.csv", kTable);
  REQUIRE(line.run({"import", hostile, "-o", "-"}) == 0);
  CHECK(line.out.find('\x1b') == std::string::npos);
}

TEST_CASE("a dry run says that a deck is in the way, and ends as the import would", "[cli]") {
  Newcomer line;
  REQUIRE(line.run({"import", line.table}) == 0);
  const auto in_the_way = Contains("imported.yaml' is there already: --replace replaces it");

  CHECK_THROWS_WITH(line.run({"import", line.table, "--dry-run"}), in_the_way);
  CHECK_THAT(line.out, Contains("(csv): 1 item, 1 point"));
  CHECK_THROWS_AS(line.run({"import", line.table, "--dry-run", "--json"}), UsageError);
  const auto file = pith::test::parsed(line.out)["files"][0];
  CHECK(file["decks"][0]["items"] == 1);
  CHECK_THAT(file["left_out"][0]["reason"].get<std::string>(), in_the_way);

  CHECK(line.run({"import", line.table, line.document, "--dry-run"}) == 2);
  CHECK_THAT(line.err, Contains(line.table + ": not taken: '") && in_the_way);
  CHECK_THAT(line.out, Contains(line.document + " (markdown): 1 item, 2 points"));

  CHECK(line.run({"import", line.table, "--dry-run", "--replace"}) == 0);
  CHECK_THROWS_AS(line.run({"import", line.table, "--dry-run", "-o",
                            (line.folder() / "none/tea.yaml").string()}),
                  StorageError);
  CHECK_FALSE(std::filesystem::exists(line.path_of("imported-2")));
}
