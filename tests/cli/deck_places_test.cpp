// Where decks are looked for: named folders, the own ones, the shipped ones.
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/bytes_of.h"
#include "support/command_line.h"
#include "support/json.h"
#include "support/unprivileged.h"

using Catch::Contains;
using pith::test::CommandLine;
using pith::test::parsed;
using pith::test::without_folder;

TEST_CASE("decks come from the first place that is set, the shipped ones while it holds none",
          "[cli]") {
  CommandLine pith;
  const auto ids = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"list", "--json"});
    pith.run(arguments);
    std::string all;
    for (const auto& item : parsed(pith.out)) {
      all += item["deck"].get<std::string>() + " ";
    }
    return all;
  };
  const std::string items = "\nitems: [{question: a, answer: b}]\n";
  pith.write("shipped/s.yaml", "deck: shipped" + items);
  const auto given = pith.write("given/g.yaml", "deck: given" + items);

  CHECK(ids({}) == "shipped ");
  CHECK(ids({"--decks", pith.folder() / "given"}) == "given ");
  CHECK(ids({given, "shipped"}) == "given shipped ");
  CHECK(ids({given}) == "given ");
  pith.write("data/decks/o.yaml", "deck: own" + items);
  CHECK(ids({}) == "own ");
  pith.write("config/config.yaml", "decks: [" + given + "]\n");
  CHECK(ids({}) == "given ");
  CHECK_THROWS_AS(ids({"--decks", "no-such-folder"}), pith::UsageError);
}

TEST_CASE("decks that the configuration names below ~/ or beside itself are found", "[cli]") {
  CommandLine pith;
  const auto [named, folder] = GENERATE(table<std::string, std::string>({
      {"~/mine", "home/mine"},
      {"[~/mine]", "home/mine"},
      {"mine", "config/mine"},
      {"../mine", "mine"},
      {"\"~\"", "home"},
  }));
  CAPTURE(named);
  pith.write("config/config.yaml", "decks: " + named + "\n");
  pith.write(folder + "/moat.yaml", "deck: moat\nitems: [{question: a, answer: b}]\n");

  CHECK(pith.run({"list"}) == 0);
  CHECK(pith.out.find("moat") != std::string::npos);
  CHECK(pith.err.empty());
  CHECK(pith.run({"new", "deck", "q"}) == 0);
  CHECK(std::filesystem::exists(pith.folder() / folder / "q.yaml"));
  CHECK_FALSE(std::filesystem::exists("~"));
}

TEST_CASE("doctor names a folder of decks that is not there", "[cli]") {
  CommandLine pith;
  pith.write("config/config.yaml", "decks: [~/none]\n");

  CHECK(pith.run({"doctor"}) == pith::cli::invalid_input);
  CHECK(without_folder(pith.out, pith)
            .find("problem: config.yaml: there is no '@/home/none': correct the path, or make the "
                  "folder") != std::string::npos);
}

TEST_CASE(
    "a folder that is named and not there is refused, and shipped decks do not take its place",
    "[cli]") {
  CommandLine pith;
  pith.write("shipped/s.yaml", "deck: shipped\nitems: [{question: a, answer: b}]\n");
  const auto nowhere = (pith.folder() / "nowhere").string();
  const auto* named_by = GENERATE("PITH_DECKS", "config.yaml");
  if (std::string_view(named_by) == "PITH_DECKS") {
    pith.deck_path = pith.folder().string() + ":" + nowhere;
  } else {
    pith.write("config/config.yaml", "decks: [" + nowhere + "]\n");
  }
  const auto database = (pith.folder() / "p.db").string();
  using Texts = std::vector<std::string>;
  for (const Texts& command : {Texts{"check"}, Texts{"review", "--db", database}, Texts{"list"},
                               Texts{"drill", "shipped"}}) {
    CAPTURE(command);
    CHECK_THROWS_AS(pith.run(command), pith::UsageError);
    CHECK_THROWS_WITH(pith.run(command), std::string(named_by) + ": there is no '" + nowhere +
                                             "': correct the path, or make the folder");
  }
  CHECK_FALSE(std::filesystem::exists(nowhere));
  CHECK_FALSE(std::filesystem::exists(database));
  CHECK(pith.run({"doctor"}) == pith::cli::invalid_input);
  CHECK(pith.run({"config"}) == 0);
  CHECK(pith.run({"list", "--decks", pith.folder() / "shipped"}) == 0);
}

TEST_CASE("a folder that is named is made for its first deck", "[cli]") {
  CommandLine pith;
  pith.deck_path = (pith.folder() / "mine").string();
  CHECK(pith.run({"new", "deck", "foo"}) == 0);
  CHECK(std::filesystem::exists(pith.folder() / "mine" / "foo.yaml"));
}

TEST_CASE("doctor names a cache folder that nothing can be kept in, without which pith works",
          "[cli]") {
  CommandLine pith;
  std::filesystem::create_directory(pith.folder() / "shipped");
  CHECK(pith.run({"doctor"}) == 0);
  CHECK_THAT(pith.out, !Contains("cannot keep"));

  std::filesystem::remove_all(pith.folder() / "cache");
  pith.write("cache", "a file");
  CHECK(pith.run({"doctor"}) == 0);
  CHECK_THAT(without_folder(pith.out, pith),
             Contains("problem: cannot keep anything in the cache folder @/cache: "));

  std::filesystem::remove(pith.folder() / "cache");
  {
    const pith::test::Unprivileged without_rights(pith.folder());
    pith.run({"doctor"});
  }
  CHECK_THAT(pith.out, Contains("problem: cannot keep anything in the cache folder "));
}

TEST_CASE("doctor says that the shipped decks are missing, without which pith works", "[cli]") {
  CommandLine pith;
  const auto fault = [&] {
    CHECK(pith.run({"doctor", "--json"}) == 0);
    return parsed(pith.out)["findings"][3]["fault"];
  };
  CHECK(fault() == "the folder is not there: pith is installed in part; install it again");
  pith.write("shipped/s.yaml", "deck: shipped\nitems: [{question: a, answer: b}]\n");
  CHECK(fault().is_null());
}

TEST_CASE("shipped decks stay until there is an own item, and are found again by their name",
          "[cli]") {
  CommandLine pith;
  pith.write("shipped/tour.yaml", "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n");
  CHECK(pith.run({"new", "deck", "mine", "--title", "Mine"}) == 0);
  pith.run({"list"});
  CHECK(pith.out.find("tour") != std::string::npos);

  pith.run({"new", "item", "mine", "--question", "Why", "--answer", "so"});
  CHECK(pith.err.find("From now on pith asks your own decks") != std::string::npos);
  pith.run({"new", "item", "mine", "--question", "How", "--answer", "thus"});
  CHECK(pith.err.find("From now on") == std::string::npos);
  pith.run({"list"});
  CHECK(pith.out.find("tour") == std::string::npos);
  CHECK_THROWS_WITH(pith.run({"drill", "tour/a"}),
                    Catch::Contains("'tour' came with pith") && Catch::Contains("cp "));
}

TEST_CASE("new deck --shipped makes copies of the decks that came with pith, over nothing",
          "[cli]") {
  CommandLine pith;
  const std::string tour = "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n";
  const std::string more = "deck: more\nitems:\n  - {id: b, question: R, answer: y}\n";
  pith.write("shipped/tour.en.yaml", tour);
  pith.write("shipped/more.yaml", more);
  CHECK_THROWS_WITH(pith.run({"edit", "tour/a"}),
                    Catch::Contains("`pith new deck tour --shipped`"));
  CHECK_THROWS_WITH(pith.run({"new", "deck", "tour"}),
                    Catch::Contains("`pith new deck tour --shipped`"));

  CHECK(pith.run({"new", "deck", "tour", "--shipped"}) == 0);
  const auto copy = pith.folder() / "data" / "decks" / "tour.en.yaml";
  CHECK(pith.out == copy.string() + "\n");
  CHECK(pith::test::bytes_of(copy) == tour);
  CHECK_THAT(pith.err, Catch::Contains("`pith new deck ID --shipped`"));

  pith.write("data/decks/tour.en.yaml", more);
  CHECK_THROWS_WITH(pith.run({"new", "deck", "tour", "--shipped"}),
                    "the deck 'tour' is there already: " + copy.string());
  CHECK_THROWS_WITH(pith.run({"new", "deck", "none", "--shipped"}),
                    "no deck of this name came with pith; these did: more, tour");
  CHECK(pith.run({"new", "deck", "--shipped"}) == 0);
  CHECK(pith.out == (copy.parent_path() / "more.yaml").string() + "\n");
  CHECK(pith::test::bytes_of(copy) == more);
  CHECK(pith.run({"new", "deck", "--shipped"}) == 0);
  CHECK(pith.out.empty());
  CHECK_THAT(pith.err, Catch::Contains("There is a file for each of them"));
}

TEST_CASE("the folder of the shipped decks, named as one's own, is one's own", "[cli]") {
  CommandLine pith;
  const auto tour =
      pith.write("shipped/tour.yaml", "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n");
  const auto named = std::filesystem::path(tour).parent_path().string();
  CHECK(pith.run({"--decks", named, "new", "deck", "mine", "--title", "Mine"}) == 0);
  CHECK(pith.run({"--decks", named, "new", "item", "mine", "--question", "R", "--answer", "y"}) ==
        0);
  CHECK(pith.run({"--decks", named, "new", "item", "tour", "--question", "S", "--answer", "z"}) ==
        0);
  CHECK_THAT(pith::test::bytes_of(tour), Contains("answer: z"));
}

TEST_CASE("the copy of a shipped deck names the schema where it lies", "[cli]") {
  CommandLine pith;
  const std::string items = "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n";
  pith.write("shipped/tour.yaml",
             "# yaml-language-server: $schema=../schema/deck.schema.json\n" + items);
  const auto schema = pith.write("schema/deck.schema.json", "{}");
  CHECK(pith.run({"new", "deck", "tour", "--shipped"}) == 0);
  CHECK(pith::test::bytes_of(pith.folder() / "data/decks/tour.yaml") ==
        "# yaml-language-server: $schema=" + schema + "\n" + items);
}

TEST_CASE("answers to a shipped deck that is left aside are no orphans for want of a home",
          "[cli]") {
  CommandLine pith;
  pith.write("shipped/tour.yaml", "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n");
  pith.in = "x\n";
  REQUIRE(pith.run({"drill", "tour", "--encoder", "none"}) == 0);
  pith.write("data/decks/mine.yaml",
             "deck: mine\nitems:\n  - {id: a, question: Why, answer: so}\n");

  REQUIRE(pith.run({"orphans"}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("tour/a"));
  CHECK_THAT(pith.err, Catch::Contains("'tour' came with pith") && Catch::Contains("`cp ") &&
                           !Catch::Contains("Nothing is lost"));

  pith.in = "so\n";
  REQUIRE(pith.run({"drill", "mine", "--encoder", "none"}) == 0);
  pith.write("data/decks/mine.yaml", "deck: mine\nitems:\n  - {id: b, question: Xyz, answer: q}\n");
  REQUIRE(pith.run({"orphans"}) == 0);
  CHECK_THAT(pith.err, Catch::Contains("`cp ") && Catch::Contains("Nothing is lost"));
}

TEST_CASE(
    "the command that adds a shipped deck overwrites nothing and leads to where decks are read",
    "[cli]") {
  CommandLine pith;
  const std::string tour = "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n";
  const auto shipped = pith.write("shipped/tour.yaml", tour);
  pith.in = "x\n";
  REQUIRE(pith.run({"drill", "tour", "--encoder", "none"}) == 0);
  const auto mine =
      pith.write("it's mine/mine.yaml", "deck: mine\nitems:\n  - {question: Why, answer: so}\n");
  pith.deck_path = (pith.folder() / "it's mine").string();
  const auto refusal = [&] {
    try {
      pith.run({"drill", "tour/a"});
    } catch (const std::exception& problem) {
      return std::string(problem.what());
    }
    return std::string();
  };

  SECTION("it is one that a shell takes as it is meant") {
    const auto command = "`cp -n '" + shipped + "' '" + pith.folder().string() + "/it'\\''s mine'`";
    REQUIRE(pith.run({"orphans"}) == 0);
    CHECK_THAT(pith.err, Contains(command));
    CHECK_THAT(refusal(), Contains(command));
  }
  SECTION("an own deck that is broken may be the one that is missed") {
    pith.write("it's mine/tour.yaml", tour + "  my own notes: [broken\n");
    REQUIRE(pith.run({"orphans"}) == 0);
    CHECK_THAT(pith.err, Contains("tour.yaml:") && !Contains("left aside") && !Contains("cp "));
    CHECK_THAT(refusal(), Contains("tour.yaml:") && !Contains("cp "));
  }
  SECTION("another deck has a file of this name") {
    pith.write("it's mine/tour.yaml", "deck: trip\nitems:\n  - {question: Where, answer: no}\n");
    REQUIRE(pith.run({"orphans"}) == 0);
    CHECK_THAT(pith.err, Contains("its file is " + shipped) && !Contains("cp "));
    CHECK_THAT(refusal(), Contains("its file is " + shipped) && !Contains("cp "));
  }
  SECTION("only files are read") {
    pith.deck_path = mine;
    REQUIRE(pith.run({"orphans"}) == 0);
    CHECK_THAT(pith.err, Contains("its file is " + shipped) && !Contains("cp "));
    CHECK_THAT(refusal(), Contains("its file is " + shipped) && !Contains("cp "));
  }
}

TEST_CASE("import says that shipped decks are left aside, and their ids are free", "[cli]") {
  CommandLine pith;
  pith.write("shipped/tour.yaml", "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n");
  const auto file = pith.write("tour.csv", "question,answer\nWhy,so\n");

  CHECK(pith.run({"import", file}) == 0);

  CHECK(pith.err.find("From now on pith asks your own decks") != std::string::npos);
}

TEST_CASE("a folder named by --decks is taken as it is", "[cli]") {
  CommandLine pith;
  pith.write("shipped/tour.yaml", "deck: tour\nitems:\n  - {id: a, question: Q, answer: x}\n");
  const auto empty = (pith.folder() / "empty").string();
  std::filesystem::create_directory(empty);

  for (const auto* command : {"due", "list"}) {
    pith.run({"--decks", empty, command});
    CHECK(pith.out.find("tour") == std::string::npos);
    CHECK(without_folder(pith.err, pith).find("there is no deck in @/empty") != std::string::npos);
  }
}
