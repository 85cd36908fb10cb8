// pith import through the command line.
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

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

TEST_CASE("an import writes a deck into the learner's folder and says what it took", "[cli]") {
  CommandLine line;
  const auto file = line.write("notes.md", "# Tea\n\n- stray\n\n" + std::string(kNotes));
  CHECK(line.run({"import", file}) == 0);
  const auto path = (line.folder() / "data/decks/notes.yaml").string();
  CHECK(line.out == file + " (markdown): 1 item, 2 points -> " + path + "\n");
  CHECK(line.err == file + ":3: not taken: it belongs to no question: stray\n");
  CHECK(line.run({"show", "notes"}) == 0);

  SECTION("a second one leaves the deck alone, unless it is to be replaced") {
    CHECK_THROWS_WITH(line.run({"import", file}), Contains("is there already"));
    CHECK(line.run({"import", file, "--replace"}) == 0);
  }
  SECTION("a deck's id is taken once") {
    const auto other = line.write("other/notes.md", kNotes);
    const auto folder = (line.folder() / "data/decks/sub/").string();
    CHECK(line.run({"import", other, "-o", folder + "tea.yaml"}) == 0);
    CHECK(line.run({"list", "tea", "--json"}) == 0);
  }
}

TEST_CASE("an import that replaces a deck says what is gone, and that its history is kept",
          "[cli]") {
  Learner learner(
      "deck: moat\nitems:\n"
      "  - {question: \"What is tea?\", points: [a drink, a plant]}\n"
      "  - {id: b, front: coffee, back: 咖啡}\n"
      "  - {id: c, front: \"co\\ecoa\", back: 可可}\n");
  REQUIRE(learner.ask({"drill", "moat/b"}, "3\n") == 0);
  const auto file = learner.write("moat.md", "Question: What is tea?\n\nAnswer:\n- a drink\n");
  const std::vector<std::string> import = {"import", file, "-o", learner.deck, "--replace"};
  const auto with = [&](const std::string& option) {
    auto words = import;
    words.push_back(option);
    return words;
  };
  const std::string gone =
      ": no longer in the deck: 2 items, 1 point\n"
      "  moat/b  coffee\n";

  SECTION("to people, before it is written and when it was") {
    const auto before = learner.read("decks/moat.yaml");
    CHECK(learner.ask(with("--dry-run"), "") == 0);
    CHECK_THAT(learner.err, Contains(gone));
    CHECK(learner.read("decks/moat.yaml") == before);

    CHECK(learner.ask(import, "") == 0);
    CHECK_THAT(learner.err, Contains(learner.deck + gone) && Contains("/aplant  a plant\n") &&
                                Contains("with a history: 1. It is kept: `pith orphans`"));
    CHECK(learner.err.find('\x1b') == std::string::npos);
    CHECK(learner.ask({"orphans"}, "") == 0);
    CHECK_THAT(learner.out, Contains("moat/b  coffee"));

    CHECK(learner.ask(import, "") == 0);
    CHECK(learner.err.empty());
  }
  SECTION("to programs") {
    CHECK(learner.ask(with("--json"), "") == 0);
    const auto json = pith::test::parsed(learner.out)["files"][0]["decks"][0]["gone"];
    REQUIRE(json["items"].size() == 2);
    CHECK(json["items"][0]["name"] == "moat/b");
    CHECK(json["items"][0]["wording"] == "coffee");
    CHECK(json["items"][0]["history"] == true);
    CHECK(json["items"][1]["history"] == false);
    REQUIRE(json["points"].size() == 1);
    CHECK(json["points"][0]["wording"] == "a plant");
  }
  SECTION("even if the history cannot be read") {
    learner.write("pith.db", "no database");
    CHECK(learner.ask(with("--json"), "") == 0);
    const auto json = pith::test::parsed(learner.out)["files"][0]["decks"][0]["gone"];
    CHECK(json["items"][0]["history"].is_null());
  }
  SECTION("and of a new deck nothing is gone") {
    const auto other = (learner.folder() / "other.yaml").string();
    CHECK(learner.ask({"import", file, "-o", other, "--json"}, "") == 0);
    CHECK(pith::test::parsed(learner.out)["files"][0]["decks"][0]["gone"].is_null());
  }
}

TEST_CASE("what was exported as JSON is imported again", "[cli]") {
  CommandLine line;
  const auto file = (line.folder() / "moat.json").string();
  REQUIRE(line.run({"export", line.write("moat.yaml", kDeck), "-o", file}) == 0);
  CHECK(line.run({"import", file}) == 0);
  CHECK_THAT(line.out, Contains("(json): 1 item, 1 point"));
  line.in = "[{\"question\": \"tea?\", \"answer\": \"茶\"}]";
  CHECK(line.run({"import", "-", "-o", "-"}) == 0);
  CHECK_THAT(line.out, Contains("front: tea?"));
}

TEST_CASE("a dry run shows samples and writes nothing", "[cli]") {
  CommandLine line;
  const auto file = line.write("notes.md", kNotes);
  CHECK(line.run({"import", file, "--dry-run"}) == 0);
  CHECK(line.out == file +
                        " (markdown): 1 item, 2 points\n  - What is tea?\n      a drink\n"
                        "      a plant\n");
  CHECK_FALSE(std::filesystem::exists(line.folder() / "data"));

  CHECK(line.run({"import", file, "--dry-run", "--json"}) == 0);
  const auto json = pith::test::parsed(line.out);
  CHECK(json["files"][0]["decks"][0]["points"] == 2);
  CHECK(json["files"][0]["decks"][0]["path"].is_null());
}

TEST_CASE("a file that gives nothing is said so, and is an error", "[cli]") {
  CommandLine line;
  CHECK(line.run({"import", line.write("a.md", "just prose\n")}) == 3);
  CHECK_THAT(line.err, Contains("nothing in it could be taken as markdown"));
  const auto why = line.err;
  CHECK(line.run({"import", line.write("a.md", "just prose\n"), "-o", "-"}) == 3);
  CHECK(line.err == why);
  CHECK(line.out.empty());
  CHECK_THROWS_AS(line.run({"import", line.write("a.bin", "x")}), UsageError);
  CHECK_THROWS_AS(line.run({"import", line.write("a.apkg", "PK")}), InvalidInput);
  CHECK_THROWS_AS(line.run({"import", (line.folder() / "none.md").string()}), StorageError);
  CHECK_THROWS_WITH(line.run({"import", line.folder().string()}), Contains("is a folder"));
  CHECK_FALSE(std::filesystem::exists(line.folder() / "data"));
}

TEST_CASE("a deck on standard output leaves what was not taken to standard error", "[cli]") {
  CommandLine line;
  const auto file = line.write("notes.md", kNotes + std::string("\n# More\n\nalso loose\n"));
  REQUIRE(line.run({"import", file, "-o", "-"}) == 0);
  CHECK_THAT(line.out, Catch::Matchers::StartsWith("deck: notes\n"));
  CHECK(line.err == file + ":11: not taken: it belongs to no question: also loose\n");

  Learner learner(kDeck);
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  REQUIRE(learner.ask({"import", package, "-o", "-"}, "") == 0);
  CHECK_THAT(learner.out, Catch::Matchers::StartsWith("deck: moat\n"));
  CHECK(learner.err == package + ": not taken: 1 review\n");
}

TEST_CASE("an import tells a program what came of each file, whatever came of it", "[cli]") {
  CommandLine line;
  const auto good = line.write("good.md", kNotes);
  const auto empty = line.write("empty.md", "");
  CHECK_THROWS_WITH(line.run({"import", empty}), Contains("is empty"));
  CHECK_THROWS_AS(line.run({"import", good, empty, good, "--json"}), InvalidInput);
  auto files = pith::test::parsed(line.out)["files"];
  REQUIRE(files.size() == 2);
  CHECK(files[0]["decks"][0]["items"] == 1);
  CHECK(files[1]["file"] == empty);
  CHECK(files[1]["format"].is_null());
  CHECK(files[1]["left_out"][0]["reason"] == "'" + empty + "' is empty");

  CHECK_THROWS_AS(line.run({"import", line.write("a.apkg", "PK"), "--json"}), InvalidInput);
  CHECK(pith::test::parsed(line.out)["files"][0]["decks"].empty());
  CHECK_THROWS_AS(line.run({"import", (line.folder() / "none.md").string(), "--json"}),
                  StorageError);
  CHECK(pith::test::parsed(line.out)["files"][0]["left_out"].size() == 1);
  CHECK_THROWS_AS(line.run({"import", line.write("a.bin", "x"), "--json"}), UsageError);
  CHECK(line.out.empty());
}

TEST_CASE("each file of an import gets a deck of its own name", "[cli]") {
  CommandLine line;
  std::vector<std::string> words = {"import"};
  for (const auto* name :
       {"drill.md", "Übung.md", "网络.md", "Straße 1.md", "数据.md", "a/notes.md", "b/notes.md"}) {
    words.push_back(
        line.write(name, "Question: What is " + std::string(name) + "?\n\nAnswer:\n- a drink\n"));
  }
  REQUIRE(line.run(words) == 0);
  for (const auto* deck :
       {"drill-deck", "ubung", "imported", "strasse-1", "imported-2", "notes", "notes-2"}) {
    CAPTURE(deck);
    CHECK(std::filesystem::exists(line.folder() / "data/decks" / (std::string(deck) + ".yaml")));
    CHECK(line.run({"show", deck}) == 0);
  }
  SECTION("the same ones again, and none of them twice") {
    words.push_back("--replace");
    REQUIRE(line.run(words) == 0);
    CHECK(line.err.empty());
    CHECK(line.run({"show", "imported-2"}) == 0);
    CHECK_THAT(line.out, Contains("数据"));
  }
}

TEST_CASE("a file whose deck is there already does not keep others from being imported", "[cli]") {
  CommandLine line;
  const auto tea = line.write("tea.md", kNotes);
  const auto milk = line.write("milk.md", kNotes);
  REQUIRE(line.run({"import", tea}) == 0);
  CHECK(line.run({"import", tea, milk}) == 2);
  CHECK_THAT(line.err, Contains(tea + ": not taken: '") && Contains("is there already"));
  CHECK_THAT(line.out, Contains(milk + " (markdown)"));
  CHECK(line.run({"show", "milk"}) == 0);

  CHECK(line.run({"import", tea, milk, "--json"}) == 2);
  CHECK(pith::test::parsed(line.out)["files"].size() == 2);
}

TEST_CASE("files behind one that cannot be taken are counted", "[cli]") {
  CommandLine line;
  const auto good = line.write("good.md", kNotes);
  const auto empty = line.write("empty.md", "");
  CHECK_THROWS_AS(line.run({"import", empty, good, good}), InvalidInput);
  CHECK(line.err == "pith: not looked at, as '" + empty + "' cannot be taken: 2 files\n");
}

TEST_CASE("an import reads standard input", "[cli]") {
  CommandLine line;
  line.in = kNotes;
  REQUIRE(line.run({"import", "-", "--format", "markdown"}) == 0);
  CHECK_THAT(line.out, Contains("stdin (markdown): 1 item, 2 points"));
  CHECK(line.err.empty());
  CHECK(line.run({"show", "stdin"}) == 0);
  CHECK_THROWS_WITH(line.run({"import", "-"}), Contains("name it with --format"));

  line.in = "Q: tea?\nA: yes\n";
  REQUIRE(line.run({"import", "-", "-o", "-"}) == 0);
  CHECK_THAT(line.out, Contains("front: tea?"));
  line.in = "";
  CHECK_THROWS_WITH(line.run({"import", "-", "--format", "csv"}), Contains("'stdin' is empty"));
  CHECK_THROWS(line.run({"import", "-", "--format", "csv", "--json"}));
  CHECK(pith::test::parsed(line.out)["files"][0]["file"] == "stdin");
}

TEST_CASE("a text that holds no question is named line by line", "[cli]") {
  CommandLine line;
  const auto file = line.write("a.md", "just prose\n\nand more\n");
  CHECK(line.run({"import", file}) == 3);
  CHECK(line.err == file + ": nothing in it could be taken as markdown\n" + file +
                        ":1: not taken: it belongs to no question: just prose\n" + file +
                        ":3: not taken: it belongs to no question: and more\n");
  const auto blank = line.write("blank.md", "\n\n");
  CHECK(line.run({"import", blank, "--json"}) == 3);
  CHECK(pith::test::parsed(line.out)["files"][0]["left_out"][0]["reason"] ==
        "it holds no question with an answer");
}

TEST_CASE("a text that most likely is a table is hinted at how to take it", "[cli]") {
  CommandLine line;
  for (const std::string rows :
       {"tea\t茶\nwater\t水\nno separator\n", "tea,茶\nwater,水\nonly one\n"}) {
    const auto file = line.write("words.txt", rows);
    CHECK(line.run({"import", file, "--dry-run"}) == 3);
    CHECK_THAT(line.err, Contains(file + ": as a table it gives 2 items: --format csv\n"));
    CHECK(line.run({"import", file, "--dry-run", "--format", "csv"}) == 0);
    CHECK_THAT(line.err, Contains(file + ":3: not taken: "));
  }
  CHECK(line.run({"import", line.write("prose.txt", "just prose\n\nand more, of it\n")}) == 3);
  CHECK_THAT(line.err, !Contains("--format csv"));
}

TEST_CASE("text of a hostile file is printed harmless", "[cli]") {
  CommandLine line;
  const auto file = line.write("a.csv", "\x1b[2Jfront\x07,back\n\xE2\x80\xAEonly one\n");
  CHECK(line.run({"import", file, "--dry-run"}) == 0);
  CHECK((line.out + line.err).find('\x1b') == std::string::npos);
  CHECK((line.out + line.err).find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("of what an import says often it shows a few places and how many more", "[cli]") {
  CommandLine line;
  std::string rows = "#html:true\n";
  for (int i = 1; i <= 9; ++i) {
    rows += "front " + std::to_string(i) + ",<script>x</script>back\n";
  }
  const auto file = line.write("a.csv", rows + "\x07one,two\n");
  REQUIRE(line.run({"import", file}) == 0);
  CHECK(std::ranges::count(line.err, '\n') == 5);
  CHECK_THAT(line.err, Contains(":4: scripts or frames were dropped"));
  CHECK_THAT(line.err, Contains(file + ": 6 more of 9: scripts or frames were dropped; --json "));
  CHECK_THAT(line.err, Contains(":11: control characters were dropped"));
}

TEST_CASE("what an import calls new is no more than what it names", "[cli]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  REQUIRE(learner.ask({"suspend", "moat/a"}, "") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  Learner other(kDeck);
  REQUIRE(other.ask({"import", package, "-o", (other.folder() / "back.yaml").string()}, "") == 0);
  CHECK_THAT(other.out, Contains("1 review, 1 suspended, 2 new"));
}

TEST_CASE("media that cannot be written are named, and the rest of the package is taken", "[cli]") {
  Learner learner("deck: moat\nitems:\n  - {id: a, front: \"tea ![](m.png)\", back: 茶}\n");
  learner.write("decks/m.png", "PNG");
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  Learner other(kDeck);
  other.write("in/out.media", "a file in the way");

  CHECK(other.ask({"import", package, "-o", (other.folder() / "in/back.yaml").string()}, "") == 0);

  CHECK_THAT(other.out, Contains("1 review, 1 new"));
  CHECK_THAT(other.err, Contains("the folder '") && Contains("out.media' cannot be made"));
  CHECK_THAT(other.read("in/back.yaml"), Contains("tea"));
}

TEST_CASE("an import makes the folder that is named, but none above it, and then takes nothing",
          "[cli]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  Learner other("deck: other\nitems:\n  - {id: a, front: tea, back: 茶}\n");
  const auto folder = other.folder() / "typed/wrong";

  CHECK_THROWS_WITH(other.ask({"import", package, "-o", folder.string() + "/"}, ""),
                    Contains("there is no folder '" + folder.parent_path().string() + "'"));
  CHECK_FALSE(std::filesystem::exists(folder.parent_path()));
  const auto near = (other.folder() / "near/").string();
  CHECK(other.ask({"import", package, "-o", near}, "") == 0);
  CHECK_THAT(other.out, Contains("1 review, 1 new"));
}

TEST_CASE("decks and reviews go to Anki and back without a second copy of anything", "[cli]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  CHECK_THAT(learner.err, Contains("out.apkg: 1 item from 1 deck"));

  const auto deck = (learner.folder() / "back.yaml").string();
  REQUIRE(learner.ask({"import", package, "-o", deck, "--json"}, "") == 0);
  const auto json = pith::test::parsed(learner.out);
  CHECK(json["files"][0]["reviews"] == 1);
  CHECK(json["files"][0]["decks"][0]["items"] == 1);

  REQUIRE(learner.ask({"import", package, "-o", (learner.folder() / "moat.yaml").string()}, "") ==
          0);
  CHECK_THAT(learner.out, Contains("1 review, 0 new"));
}

TEST_CASE("reviews that come again under another name of the deck count once, and that is said",
          "[cli]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"drill", "moat"}, "3\n") == 0);
  const auto package = (learner.folder() / "out.apkg").string();
  REQUIRE(learner.ask({"export", "moat", "-o", package}, "") == 0);
  const auto import_as = [&](const std::string& name) {
    return learner.ask({"import", package, "-o", (learner.folder() / "decks" / name).string()}, "");
  };

  REQUIRE(import_as("other.yaml") == 0);
  CHECK_THAT(learner.out, Contains("1 review, 0 new"));
  CHECK(learner.err ==
        "pith: the history has the reviews of 'other' already, under another name of the deck; "
        "once that one is gone, `pith relink FROM other` gives them to this\n");
  REQUIRE(learner.ask({"log", "--json"}, "") == 0);
  CHECK(pith::test::parsed(learner.out)["answers"].size() == 1);

  std::filesystem::remove(learner.deck);
  REQUIRE(learner.ask({"relink", "moat", "other"}, "") == 0);
  REQUIRE(learner.ask({"list", "other", "--json"}, "") == 0);
  CHECK(pith::test::parsed(learner.out)[0]["reviews"] == 1);
}
