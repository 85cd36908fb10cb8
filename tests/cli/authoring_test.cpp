// pith new, pith edit and pith check --watch, as authors use them.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "deck/identity.h"
#include "deck/reading/reader.h"
#include "history/store.h"
#include "support/command_line.h"
#include "support/pty_program.h"
#include "support/unprivileged.h"
#include "text/display.h"

namespace {

using Catch::Matchers::Contains;
using pith::test::CommandLine;
using pith::test::PtyProgram;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr auto kDeck =
    "deck: moat\nlanguage: en\nitems:\n  - id: wall\n    question: How do you build a moat?\n"
    "    points: [own algorithms, patents]\n";

class Author : public CommandLine {
 public:
  Author() : deck(write("decks/moat.yaml", kDeck)) {}

  int ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--decks", (folder() / "decks").string(), "--db",
                                       (folder() / "pith.db").string()});
    return run(std::move(arguments));
  }

  /// `pith ARGUMENTS…` at a terminal, with a shell script as the editor: `$1` is `+LINE`, `$2` the
  /// file, `$round` counts from 1.
  PtyProgram at_terminal(std::vector<std::string> arguments, const std::string& script) {
    const auto editor =
        write("editor", "#!/bin/sh\ncd " + folder().string() +
                            "\necho x >> rounds\nround=$(wc -l < rounds)\n" + script);
    std::filesystem::permissions(editor, std::filesystem::perms::owner_all);
    std::vector<std::string> all = {"/usr/bin/env",
                                    "VISUAL=" + editor,
                                    "XDG_DATA_HOME=" + folder().string(),
                                    "XDG_CONFIG_HOME=" + folder().string(),
                                    "XDG_CACHE_HOME=" + folder().string(),
                                    PITH_BINARY};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.insert(all.end(), {"--decks", (folder() / "decks").string()});
    return PtyProgram(all);
  }
  [[nodiscard]] std::size_t files_beside_the_deck() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder() / "decks"), {}));
  }

  std::string deck;
};

}  // namespace

TEST_CASE("new deck makes a valid deck in the folder of one's decks", "[cli]") {
  Author pith;
  CHECK(pith.ask({"new", "deck", "law", "--title", "Law: the basics", "--language", "en"}) == 0);
  CHECK(bytes_of(pith.folder() / "decks/law.yaml") ==
        "deck: law\ntitle: \"Law: the basics\"\nlanguage: en\nitems: []\n");
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "law"}), Contains("is there already"));
  CHECK_THROWS_AS(pith.ask({"new", "deck", "review"}), pith::UsageError);
  CHECK_THROWS_AS(pith.ask({"new", "deck", "Law"}), pith::UsageError);
  CHECK_THROWS_AS(pith.ask({"new", "deck"}), pith::UsageError);
  CHECK_THROWS_WITH(pith.ask({"new", "deck"}), "the deck needs an id: `pith new deck ID`");
  CHECK_THROWS_AS(pith.ask({"new", "deck", "tax", "--language", "?"}), pith::InvalidInput);
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "tax", "--file", pith.deck}),
                    Contains("is there already"));
}

TEST_CASE("new deck asks again, with the reason, for what cannot be", "[cli]") {
  Author pith;
  pith.screen.in_is_terminal = pith.screen.out_is_terminal = true;
  pith.in = "My Law\nmoat\nlaw\nThe law\nEnglish please\nen\n";
  CHECK(pith.ask({"new", "deck"}) == 0);
  CHECK_THAT(pith.err, Contains("'My Law' cannot be a deck's id") &&
                           Contains("'moat' is there already") &&
                           Contains("'English please' is no language tag"));
  CHECK(bytes_of(pith.folder() / "decks/law.yaml") ==
        "deck: law\ntitle: The law\nlanguage: en\nitems: []\n");

  pith.in = "tax\nTax\nEnglish please\n";
  CHECK_THROWS_WITH(pith.ask({"new", "deck"}), Contains("is no language tag"));
  CHECK_FALSE(std::filesystem::exists(pith.folder() / "decks/tax.yaml"));
}

TEST_CASE("a path typed wrong makes no folders", "[cli]") {
  Author pith;
  const auto nowhere = pith.folder() / "nowhere";
  const auto file = [&](const char* name) { return (nowhere / "deep" / name).string(); };
  const auto refused = Contains("there is no folder '" + (nowhere / "deep").string() + "'");
  pith.write("cards.csv", "front,back\na,b\n");
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "law", "--file", file("law.yaml")}), refused);
  CHECK_THROWS_WITH(pith.ask({"export", "moat", "-o", file("moat.json")}), refused);
  CHECK_THROWS_WITH(
      pith.ask({"import", (pith.folder() / "cards.csv").string(), "-o", file("cards.yaml")}),
      refused);
  REQUIRE(pith.ask({"suspend", "moat/wall"}) == 0);
  CHECK_THROWS_WITH(pith.ask({"backup", file("kept.db")}), refused);
  CHECK_FALSE(std::filesystem::exists(nowhere));
}

TEST_CASE("new item adds an item of every kind from flags and shows how it is asked", "[cli]") {
  using Words = std::vector<std::string>;
  const auto [flags, yaml] = GENERATE(table<Words, std::string>({
      {{"--question", "Why?", "--point", "one", "--point", "two: the detail", "--id", "why"},
       "  - id: why\n    question: \"Why?\"\n    points:\n      - one\n      - two: the detail\n"},
      {{"--question", "Who?", "--answer", "me", "--answer", "I", "--hint", "you"},
       "  - question: \"Who?\"\n    answer: [me, I]\n    hints: [you]\n"},
      {{"--question", "How many?", "--answer", "12"},
       "  - question: \"How many?\"\n    answer: 12\n"},
      {{"--question", "Which?", "--correct", "a", "--wrong", "b", "--wrong", "c"},
       "  - question: \"Which?\"\n    choices:\n      correct: [a]\n      wrong: [b, c]\n"},
      {{"--cloze", "A {{gap}}"}, "  - cloze: \"A {{gap}}\"\n"},
      {{"--front", "F", "--back", "B", "--reversed", "--tag", "t"},
       "  - front: F\n    back: B\n    reversed: true\n    tags: [t]\n"},
  }));
  Author pith;
  Words arguments = {"new", "item", "moat"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());

  CHECK(pith.ask(arguments) == 0);

  CHECK(bytes_of(pith.deck) == kDeck + ("\n" + yaml));
  CHECK(pith.out.starts_with("moat/"));
  CHECK(pith.ask({"check", pith.deck}) == 0);
}

TEST_CASE("new item keeps the line breaks of texts", "[cli]") {
  Author pith;
  REQUIRE(pith.ask(
              {"new", "item", "moat", "--front", "Name\ntwo", "--back", "- one\n- two: x\n"}) == 0);
  REQUIRE(pith.ask({"new", "item", "moat", "--question", "Q?", "--point", "a: one\n\n# two"}) == 0);
  const auto read = pith::deck::read_deck(bytes_of(pith.deck), "moat.yaml");
  REQUIRE(read.deck);
  CHECK(read.deck->items[1].question == "Name\ntwo");
  CHECK(read.deck->items[1].points[0].name == "- one\n- two: x");
  CHECK(read.deck->items[2].points[0].detail == "one\n\n# two");
}

TEST_CASE("items added to a deck at the same time are all in it, and nothing else is beside it",
          "[cli]") {
  Author pith;
  constexpr int kPeople = 6;
  std::vector<std::thread> people;
  std::atomic<int> failed = 0;
  for (int person = 0; person < kPeople; ++person) {
    people.emplace_back([&, person] {
      CommandLine own;
      const auto front = "Tower " + std::to_string(person);
      for (const auto* side : {"east", "west"}) {
        try {
          failed +=
              own.run({"new", "item", pith.deck, "--front", front + " " + side, "--back", "stone"});
        } catch (const pith::Error&) {
          ++failed;
        }
      }
    });
  }
  for (auto& person : people) {
    person.join();
  }
  CHECK(failed == 0);
  CHECK(pith::deck::read_deck(bytes_of(pith.deck), pith.deck).deck->items.size() ==
        1 + 2 * kPeople);
  CHECK(pith.files_beside_the_deck() == 1);
}

TEST_CASE("new item refuses what would be no deck, and says why", "[cli]") {
  Author pith;
  const auto refused = [&](std::vector<std::string> flags, const char* why) {
    flags.insert(flags.begin(), {"new", "item", "moat"});
    CHECK_THROWS_WITH(pith.ask(flags), Contains(why));
    CHECK(bytes_of(pith.deck) == kDeck);
  };
  refused({}, "say what to ask");
  refused({"--question", "Q"}, "this item has no answer");
  refused({"--question", "Q"}, ": add --point TEXT, --answer TEXT, or --correct TEXT and --wrong");
  refused({"--front", "F"}, "add --back TEXT");
  refused({"--question", "Q", "--point", "p", "--back", "B"}, "--back goes with --front");
  refused({"--question", "Q", "--answer", "a", "--reversed"}, "--reversed goes with --front");
  refused({"--question", "Q", "--cloze", "a {{b}}"}, "leave --question out");
  refused({"--front", "F", "--back", "B", "--question", "Q"},
          "--front says what to ask by itself: leave --question out");
  refused({"--question", "Q", "--correct", "c"}, "add --wrong TEXT");
  refused({"--question", "Q", "--wrong", "w"}, "add --correct TEXT");
  refused({"--answer", "a", "--point", "p"}, "say what to ask: --question");
  refused({"--question", "Q", "--answer", "a", "--point", "p"}, "either 'points' or 'answer'");
  refused({"--question", "Q", "--answer", "a", "--id", "wall"}, "duplicate id 'wall'");
  CHECK_THROWS_WITH(pith.ask({"new", "item", "law", "--cloze", "{{x}}"}),
                    Contains("`pith new deck law` makes it"));
}

TEST_CASE("who names a file that is not there is told how to begin a deck in it", "[cli]") {
  Author pith;
  const auto file = (pith.folder() / "law.yaml").string();
  CHECK_THROWS_WITH(
      pith.ask({"new", "item", file, "--cloze", "{{x}}"}),
      "there is no file '" + file + "': `pith new deck law --file " + file + "` begins it");
  CHECK_THROWS_WITH(
      pith.ask({"new", "deck", "law.yaml"}),
      Contains("is no id: for a file of your choice, `pith new deck law --file law.yaml`"));
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "Law.yaml"}), Contains("cannot be a deck's id"));
}

TEST_CASE("what new refuses is told in the learner's language, and how to mend it", "[cli]") {
  Author pith;
  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "tax", "--language", "?"}),
                    "“?”不是语言标签；请写 BCP 47 标签，如 zh、en 或 en-GB");
}

TEST_CASE("new says which folder takes no file, and why", "[cli]") {
  Author pith;
  const auto folder = pith.folder() / "decks";
  CHECK_THROWS_WITH(pith.ask({"new", "deck", "foo", "--file", pith.deck + "/sub/foo.yaml"}),
                    "the folder '" + pith.deck + "/sub' cannot be made: Not a directory");
  std::filesystem::permissions(pith.folder(), std::filesystem::perms(0755));
  std::filesystem::permissions(pith.deck, std::filesystem::perms(0644));
  const pith::test::Unprivileged nobody(folder);
  CHECK_THROWS_WITH(
      pith.ask({"new", "item", "moat", "--question", "Why?", "--answer", "so"}),
      "'" + pith.deck + "' cannot be written, as its folder takes no new file: Permission denied");
}

TEST_CASE("a deck that nobody may write to gets no new item", "[cli]") {
  Author pith;
  std::filesystem::permissions(pith.deck, std::filesystem::perms(0444));
  CHECK_THROWS_WITH(pith.ask({"new", "item", "moat", "--question", "Why?", "--answer", "so"}),
                    Catch::Contains("'" + pith.deck + "' is read-only; nothing was written"));
}

TEST_CASE("a deck named by its path that is not there is an invalid deck", "[cli]") {
  Author pith;
  CHECK_THROWS_AS(pith.ask({"new", "item", "nofile.yaml", "--front", "a", "--back", "b"}),
                  pith::InvalidInput);
  CHECK_THROWS_AS(pith.ask({"log", "nofile.yaml/x"}), pith::InvalidInput);
  CHECK(pith.ask({"log", pith.deck + "/wall"}) == 0);
  CHECK_THROWS_WITH(pith.ask({"new", "item", "My Deck", "--front", "a", "--back", "b"}),
                    "no deck is called 'My Deck': `pith list` shows what there is");
}

TEST_CASE("without an editor new item asks for question and points line by line", "[cli]") {
  Author pith;
  pith.screen.in_is_terminal = pith.screen.out_is_terminal = true;
  pith.in = "Why is it fair?\n one \ntwo: detail\n三：说明: 细节\n\n";
  CHECK(pith.ask({"new", "item", "moat"}) == 0);
  CHECK(bytes_of(pith.deck) ==
        kDeck + std::string("\n  - question: \"Why is it fair?\"\n    points:\n      - one\n"
                            "      - two: detail\n      - 三: \"说明: 细节\"\n"));
}

TEST_CASE("new item asks again for what the deck cannot take, and keeps the rest", "[cli]") {
  Author pith;
  REQUIRE(pith.ask({"new", "item", "moat", "--question", "Why?", "--answer", "so"}) == 0);
  const auto before = bytes_of(pith.deck);
  pith.screen.in_is_terminal = pith.screen.out_is_terminal = true;
  pith.in = "Why?\nWhy is it fair?\none\nOne\ntwo\n\n";
  CHECK(pith.ask({"new", "item", "moat"}) == 0);
  CHECK(bytes_of(pith.deck) ==
        before + std::string("\n  - question: \"Why is it fair?\"\n    points:\n      - one\n"
                             "      - two\n"));
}

TEST_CASE("new item escapes what may not stand in a file", "[cli]") {
  Author pith;
  CHECK(pith.ask({"new", "item", "moat", "--question", "Why \x1b so", "--answer", "\"it\": is"}) ==
        0);
  CHECK_THAT(bytes_of(pith.deck),
             Contains("question: \"Why \\x1b so\"\n    answer: '\"it\": is'\n"));
}

TEST_CASE("edit needs a terminal, and names the place where there is none", "[cli]") {
  Author pith;
  CHECK_THROWS_WITH(pith.ask({"edit", "moat/wall"}), Contains("moat.yaml:4"));
  const auto shipped = pith.write("shipped/moat.yaml", kDeck);
  CHECK_THROWS_WITH(pith.run({"edit", "moat/wall"}), Contains("came with pith"));
}

TEST_CASE("a shipped deck is to be copied to where own decks are looked for", "[cli]") {
  Author pith;
  const auto mine = (pith.folder() / "mine").string();
  std::filesystem::create_directory(mine);
  pith.write("config/config.yaml", "decks: [" + mine + "]\n");
  pith.write("shipped/moat.yaml", kDeck);
  CHECK_THROWS_WITH(pith.run({"edit", "moat/wall"}), Contains("copy it to " + mine + " first"));
}

TEST_CASE("edit opens the item's line in a private file, saves it and shows it as asked", "[cli]") {
  Author pith;
  auto program = pith.at_terminal({"edit", "moat/wall"},
                                  "echo \"$1\" > place; stat -c %a \"$2\" > mode\n"
                                  "sed -i 's/a moat/a high wall/' \"$2\"\n");
  CHECK(program.shows_somewhere("How do you build a high wall?"));
  CHECK(program.shows_somewhere("is saved"));
  CHECK(program.wait() == 0);
  CHECK(bytes_of(pith.folder() / "place") == "+4\n");
  CHECK(bytes_of(pith.folder() / "mode") == "600\n");
  CHECK_THAT(bytes_of(pith.deck), Contains("a high wall"));
  CHECK(pith.files_beside_the_deck() == 1);
}

TEST_CASE("edit carries the history of what it rewords along", "[cli]") {
  Author pith;
  pith.write("decks/moat.yaml",
             "deck: moat\nlanguage: en\nitems:\n  - question: How do you build a moat?\n"
             "    answer: dig\n");
  const auto database = pith.folder() / "pith/pith.db";
  pith.in = "dig\n";
  CHECK(pith.run({"drill", "moat", "--encoder", "none", "--decks",
                  (pith.folder() / "decks").string(), "--db", database.string()}) == 0);
  auto program = pith.at_terminal({"edit", "moat"}, "sed -i 's/a moat/a deep moat/' \"$2\"\n");
  CHECK(program.shows_somewhere("goes on as"));
  CHECK(program.wait() == 0);
  const pith::history::History history(database, {.read_only = true});
  const pith::history::ItemId now{"moat",
                                  pith::deck::id_of_question("How do you build a deep moat?")};
  CHECK(history.state(now));
}

TEST_CASE("edit shows a mistake and opens the editor again, or drops what was written", "[cli]") {
  Author pith;
  auto program = pith.at_terminal({"edit", "moat/wall"},
                                  "echo \"$1\" >> places\n"
                                  "if [ $round = 1 ]; then sed -i 's/points:/pionts:/' \"$2\"\n"
                                  "else sed -i 's/pionts:/points:/;s/patents/laws/' \"$2\"; fi\n");
  CHECK(program.shows_somewhere("Enter edit again"));
  CHECK(bytes_of(pith.deck) == kDeck);
  SECTION("Enter") {
    program.type("\r");
    CHECK(program.shows_somewhere("is saved"));
    CHECK(program.wait() == 0);
    CHECK_THAT(bytes_of(pith.deck), Contains("laws"));
    CHECK(bytes_of(pith.folder() / "places") == "+4\n+6\n");
  }
  SECTION("q") {
    program.type("q");
    CHECK(program.shows_somewhere("Nothing was changed."));
    CHECK(program.wait() == 0);
    CHECK(bytes_of(pith.deck) == kDeck);
  }
  CHECK(pith.files_beside_the_deck() == 1);
}

TEST_CASE("an editor that fails changes nothing; one that lost a race loses no words", "[cli]") {
  Author pith;
  SECTION("fails") {
    auto program = pith.at_terminal({"edit", "moat/wall"}, "echo rubbish > \"$2\"; exit 1\n");
    CHECK(program.shows_somewhere("nothing was changed"));
    CHECK(program.wait() == 4);
    CHECK(bytes_of(pith.deck) == kDeck);
    CHECK(pith.files_beside_the_deck() == 1);
  }
  SECTION("fails when a mistake is to be mended") {
    auto program = pith.at_terminal({"edit", "moat/wall"},
                                    "if [ $round = 2 ]; then exit 1; fi\n"
                                    "sed -i 's/points:/pionts:/;s/patents/laws/' \"$2\"\n");
    CHECK(program.shows_somewhere("Enter edit again"));
    program.type("\r");
    CHECK(program.shows_somewhere("what you wrote is in"));
    CHECK(program.wait() == 4);
    CHECK(bytes_of(pith.deck) == kDeck);
    CHECK_THAT(bytes_of(pith.deck + ".rescued"), Contains("laws"));
  }
  SECTION("the deck changed meanwhile") {
    auto program = pith.at_terminal({"edit", "moat/wall"},
                                    "sed -i 's/patents/laws/' \"$2\"\n"
                                    "echo '# other' >> decks/moat.yaml\n");
    CHECK(program.shows_somewhere("what you wrote is in"));
    CHECK(program.wait() == 4);
    CHECK(bytes_of(pith.deck) == kDeck + std::string("# other\n"));
    CHECK_THAT(bytes_of(pith.deck + ".rescued"), Contains("laws"));
  }
}

TEST_CASE("new item at a terminal opens a template in the editor", "[cli]") {
  Author pith;
  SECTION("filled in") {
    auto program = pith.at_terminal({"new", "item", "moat"},
                                    "sed -i 's/question: $/question: Why a wall?/;"
                                    "s/^      - $/      - safety/' \"$2\"\n");
    CHECK(program.shows_somewhere("Why a wall?"));
    CHECK(program.wait() == 0);
    CHECK_THAT(bytes_of(pith.deck),
               Contains("question: Why a wall?\n    points:\n      - safety\n"));
  }
  SECTION("left as it was") {
    auto program = pith.at_terminal({"new", "item", "moat"}, "true\n");
    CHECK(program.shows_somewhere("Nothing was added."));
    CHECK(program.wait() == 0);
    CHECK(bytes_of(pith.deck) == kDeck);
  }
}

TEST_CASE("check --watch checks again when a file changes, until it is interrupted", "[cli]") {
  Author pith;
  const bool by_id = GENERATE(false, true);
  CAPTURE(by_id);
  auto program = pith.at_terminal({"check", "--watch", by_id ? "moat" : pith.deck}, "");
  CHECK(program.shows_somewhere("1 item, 2 points"));
  pith.write("decks/moat.yaml", kDeck + std::string("  - {front: f, back: b}\n"));
  CHECK(program.shows_somewhere("2 items, 3 points"));
  program.type("\x03");
  CHECK(program.wait() == 130);
}

TEST_CASE("new item names the file of a deck that it cannot be added to", "[cli]") {
  Author pith;

  CHECK_THROWS_WITH(pith.ask({"new", "item", "moat", "--question", "How do you build a moat",
                              "--answer", "a", "--id", "wall"}),
                    pith.deck + ": duplicate id 'wall'; the item in line 4 has it already");
}

TEST_CASE("new item shows what its own deck is warned of, within the window", "[cli]") {
  Author pith;
  pith.screen.columns = 44;
  pith.screen.out_is_terminal = true;

  CHECK(pith.ask({"new", "item", "moat", "--cloze", "首都是{{c1：：巴黎}}。"}) == 0);
  CHECK_THAT(pith.out, Contains("colons are part of the gap"));
  CHECK(pith.ask({"new", "item", "moat", "--question", "What does a plant need of sunlight?",
                  "--point", "sunlight", "--point", "water"}) == 0);
  CHECK_THAT(pith.out, Contains("gives the point"));
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(pith::text::display_width(line) <= 44);
  }
}
