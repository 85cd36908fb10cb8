// A typo is mended in a deck: its history is proposed, and joined on request.
#include <filesystem>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/command_line.h"
#include "support/json.h"
#include "support/unprivileged.h"

namespace {

using nlohmann::json;
using pith::test::CommandLine;
using pith::test::parsed;

std::string deck_with(const std::string& question, const std::string& point) {
  return "deck: moat\nlanguage: zh\nitems:\n  - question: " + question + "\n    points: [" + point +
         ", 专利]\n  - {front: SaaS, back: Software as a Service}\n";
}

class Author : public CommandLine {
 public:
  int ask(std::vector<std::string> arguments, const std::string& input = "") {
    in = input;
    arguments.insert(arguments.end(), {"--decks", (folder() / "decks").string(), "--now", now,
                                       "--db", (folder() / "pith.db").string()});
    return run(arguments);
  }
  void edit(const std::string& question, const std::string& point) {
    write("decks/moat.yaml", deck_with(question, point));
  }
  std::string now = "2026-12-01T09:00:00Z";
  std::size_t new_items() {
    ask({"due", "--json"});
    return parsed(out)["new"];
  }
};

}  // namespace

TEST_CASE("a question whose typo was mended is proposed by check and joined by relink", "[cli]") {
  Author pith;
  pith.edit("如何建立技木壁垒", "团队");
  pith.ask({"review", "--encoder", "none"}, "团队和专利\n3\n");
  pith.edit("如何建立技术壁垒", "团队");
  REQUIRE(pith.new_items() == 1);

  pith.ask({"check", "--json"});
  const auto warnings = parsed(pith.out)["warnings"];
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0]["message"] ==
        "'如何建立技木壁垒' was answered before and is gone; is it this one, reworded?");
  CHECK(warnings[0]["line"] == 4);

  pith.ask({"relink"});
  CHECK(pith.out.find("  was: 如何建立技木壁垒\n  now: 如何建立技术壁垒\n") != std::string::npos);
  CHECK(pith.new_items() == 1);
  pith.ask({"relink", "--all"});
  CHECK(pith.out.ends_with("1 pair joined\n"));
  CHECK(pith.new_items() == 0);
  pith.ask({"relink", "--json"});
  CHECK(parsed(pith.out)["pairs"].empty());
}

TEST_CASE("a question in quite other words is proposed while its points are the same", "[cli]") {
  Author pith;
  const auto write = [&](const std::string& question, const std::string& answer) {
    pith.write("decks/fire.yaml", "deck: fire\nlanguage: en\nitems:\n  - question: " + question +
                                      "\n    points: [oxygen, 'heat: enough of it', fuel]\n"
                                      "  - question: " +
                                      answer + "\n    answer: 3\n");
  };
  write("What is needed for a fire?", "How many sides has a triangle?");
  pith.ask({"review", "--encoder", "none"}, "oxygen\n3\n");
  write("Name the three sides of the fire triangle.", "What is one and two?");

  pith.ask({"check", "--json"});
  const auto warnings = parsed(pith.out)["warnings"];
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0]["message"] ==
        "'What is needed for a fire?' was answered before and is gone; is it this one, reworded?");
  pith.ask({"relink", "--yes", "--json"});
  const auto pairs = parsed(pith.out)["pairs"];
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0]["now"] == "Name the three sides of the fire triangle.");
  CHECK(pairs[0]["similarity"] >= 0.6);
  CHECK(pith.new_items() == 1);
}

TEST_CASE("a question in other words is proposed while no other has its short answer", "[cli]") {
  Author pith;
  const auto write = [&](const std::vector<std::string>& questions) {
    const std::vector<std::string> answers = {"Rome", "8", "yes", "yes"};
    std::string deck = "deck: facts\nitems:\n";
    for (std::size_t i = 0; i < questions.size(); ++i) {
      deck += "  - question: " + questions[i] + "\n    answer: \"" + answers[i] + "\"\n";
    }
    pith.write("decks/facts.yaml", deck);
  };
  write({"Capital of Italy", "Number of bits in a byte", "Is ice cold?", "Is fire hot?"});
  pith.ask({"review", "--encoder", "none"}, "Rome\n8\nyes\nyes\n");
  write({"Which city governs the Italian Republic", "How many bits are in one byte",
         "Does the sun shine at noon?", "Is fire hot?"});

  pith.ask({"check", "--json"});
  CHECK(parsed(pith.out)["warnings"].size() == 2);
  pith.ask({"orphans", "--json"});
  const auto orphans = parsed(pith.out)["orphans"];
  REQUIRE(orphans.size() >= 2);
  for (const auto& orphan : orphans) {
    CHECK(orphan["resembles"].is_null() == (orphan["wording"] == "Is ice cold?"));
  }
  pith.ask({"relink", "--yes", "--json"});
  const auto pairs = parsed(pith.out)["pairs"];
  REQUIRE(pairs.size() == 2);
  std::set<std::string> joined;
  for (const auto& pair : pairs) {
    joined.insert(pair["now"]);
  }
  CHECK(joined == std::set<std::string>{"How many bits are in one byte",
                                        "Which city governs the Italian Republic"});
  CHECK(pith.new_items() == 1);
}

TEST_CASE("an answer that fits any question does not make two questions one", "[cli]") {
  const std::string answer =
      GENERATE("true", "False", "none", "both", "none of the above", "错误", "没有", "两者都是");
  CAPTURE(answer);
  Author pith;
  const auto write = [&](const std::string& question) {
    pith.write("decks/facts.yaml", "deck: facts\nitems:\n  - question: " + question +
                                       "\n    answer: \"" + answer + "\"\n");
  };
  write("Is ice cold");
  pith.ask({"review", "--encoder", "none"}, answer + "\n");

  write("Whales are mammals");
  pith.ask({"relink", "--yes", "--json"});
  CHECK(parsed(pith.out)["pairs"].empty());
  write("Is ice cold in winter");
  pith.ask({"relink", "--yes", "--json"});
  CHECK(parsed(pith.out)["pairs"].size() == 1);
}

TEST_CASE("a point whose typo was mended is joined with its former self", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "核心团对");
  pith.ask({"review", "--encoder", "none"}, "核心团对\n3\n");
  pith.edit("如何建立技术壁垒", "核心团队");
  pith.ask({"relink", "--json"});
  const auto pairs = parsed(pith.out)["pairs"];
  REQUIRE(pairs.size() == 1);

  pith.ask({"relink", pairs[0]["from"], pairs[0]["to"]});

  const std::string point = pairs[0]["to"];
  pith.ask({"show", point.substr(0, point.rfind('/')), "--json"});
  CHECK(parsed(pith.out)["points"][0]["stability"].is_number());
}

TEST_CASE("answers from before a relink are shown under the names of now", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "核心团对");
  pith.ask({"review", "--encoder", "none"}, "核心团对和专利\n3\n");
  pith.ask({"list", "--json"});
  const std::string old = parsed(pith.out)[0]["id"];
  pith.edit("如何建立技术壁垒呢", "核心团队");
  pith.ask({"relink", "--yes"});
  pith.edit("如何建立技术壁垒呢", "核心团队");
  pith.ask({"relink", "--yes"});
  pith.ask({"list", "--json"});
  const std::string id = parsed(pith.out)[0]["id"];
  REQUIRE(id != old);

  pith.ask({"show", id, "--answers", "--json"});
  const auto shown = parsed(pith.out);
  REQUIRE(shown["points"][0]["id"] == "核心团队");
  CHECK(shown["points"][0]["verdicts"] == json{"hit"});
  CHECK(shown["answers"][0]["points"][0]["id"] == "核心团队");
  pith.ask({"show", id, "--answers"});
  CHECK_THAT(pith.out, Catch::Contains("✓ 核心团队") && !Catch::Contains("核心团对\n"));

  pith.ask({"log", old});
  CHECK(pith.err == "pith: '" + old + "' is called '" + id + "' now\n");
  CHECK_THROWS_WITH(pith.ask({"show", old}), "'" + old + "' is called '" + id + "' now");
}

TEST_CASE("a former name is told while no other item bears it", "[cli]") {
  Author pith;
  const std::string renamed = "  - {id: b, question: Capital of Italy, answer: Rome}\n";
  pith.write("decks/d.yaml",
             "deck: d\nitems:\n  - {id: a, question: Capital of Italy, answer: Rome}\n");
  pith.ask({"review", "--encoder", "none"}, "Rome\n");
  pith.write("decks/d.yaml", "deck: d\nitems:\n" + renamed);
  pith.ask({"relink", "d/a", "d/b"});
  pith.ask({"log", "d/a"});
  CHECK(pith.err == "pith: 'd/a' is called 'd/b' now\n");
  pith.ask({"log", "d/a", "--json"});
  CHECK(pith.err == "pith: 'd/a' is called 'd/b' now\n");
  CHECK(parsed(pith.out)["answers"].empty());

  pith.write("decks/d.yaml",
             "deck: d\nitems:\n" + renamed + "  - {id: a, question: Who wrote it, answer: Poe}\n");
  pith.ask({"log", "d/a"});
  CHECK(pith.err == "pith: the log has no such answer\n");
  pith.ask({"log", "d/a", "--json"});
  CHECK(pith.err.empty());
}

TEST_CASE("a name that no item has is refused as one, though the history cannot be read", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "团队");
  pith.write("pith.db", std::string(5000, 'x'));
  CHECK_THROWS_AS(pith.ask({"show", "moat/none"}), pith::UsageError);
}

TEST_CASE("a point that was renamed stays proposed when it was asked before the check", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "核心团对");
  pith.ask({"review", "--encoder", "none"}, "核心团对\n3\n");
  pith.edit("如何建立技术壁垒", "核心团队");
  pith.ask({"drill", "--encoder", "none"}, "核心团队\n3\n");

  pith.ask({"check", "--json"});
  CHECK(parsed(pith.out)["warnings"].size() == 1);
  pith.ask({"relink", "--yes"});
  CHECK(pith.out.ends_with("1 pair joined\n"));
  pith.ask({"orphans"});
  CHECK(pith.out.find("团对") == std::string::npos);
}

TEST_CASE("a point that was asked beside one that is gone is not proposed for it", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "核心团对, 核心团队");
  pith.ask({"review", "--encoder", "none"}, "核心团队\n3\n");
  pith.edit("如何建立技术壁垒", "核心团队");
  pith.ask({"relink", "--json"});
  CHECK(parsed(pith.out)["pairs"].empty());
}

TEST_CASE("what has no answer left is no orphan", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "团队");
  pith.ask({"drill", "--encoder", "none"}, "团队\n");
  pith.ask({"log", "--json"});
  const std::string id = parsed(pith.out)["answers"][0]["id"];
  pith.ask({"log", "redact", id});
  pith.ask({"undo", "--count", "9"});
  pith.edit("如何建立技木壁垒", "团队");

  pith.ask({"orphans", "--json"});
  CHECK(parsed(pith.out)["orphans"].empty());
  pith.ask({"check", "--json"});
  CHECK(pith.out.find("is gone") == std::string::npos);
}

TEST_CASE("a deck's own `was:` of a point stands while another item is renamed", "[cli]") {
  Author pith;
  pith.write("decks/a.yaml",
             "deck: a\nitems:\n"
             "  - {id: k1, question: What makes bread rise well, points: [yeast, {point: warmth, "
             "accept: [heat]}, long time]}\n"
             "  - {id: s, question: Capital of France, answer: Paris}\n");
  pith.ask({"drill", "a", "--encoder", "none"}, "yeast and heat\nParis\n");
  pith.write("decks/a.yaml",
             "deck: a\nitems:\n"
             "  - {id: k1, question: What makes bread rise well, points: [{point: sourdough, was: "
             "yeast}, {point: heat, was: warmth}, long time]}\n"
             "  - {id: cap, question: Capital city of France, was: s, answer: Paris}\n");

  pith.ask({"orphans", "--json"});
  CHECK(parsed(pith.out)["orphans"].empty());
  pith.ask({"relink", "--json"});
  CHECK(parsed(pith.out)["pairs"].empty());
  pith.ask({"check", "--json"});
  CHECK(pith.out.find("is gone") == std::string::npos);
}

TEST_CASE("a typo in the back of a card costs nothing: its point has a fixed id", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "团队");
  pith.ask({"review"}, "团队\n3\n");
  auto mended = deck_with("如何建立技术壁垒", "团队");
  mended.replace(mended.find("Software"), 8, "Softwares");
  pith.write("decks/moat.yaml", mended);
  CHECK(pith.new_items() == 0);
  pith.ask({"relink", "--json"});
  CHECK(parsed(pith.out)["pairs"].empty());
}

TEST_CASE("what would be joined is listed of a history that cannot be written", "[cli]") {
  Author pith;
  pith.edit("如何建立技木壁垒", "团队");
  pith.ask({"review", "--encoder", "none"}, "团队和专利\n3\n");
  pith.edit("如何建立技术壁垒", "团队");
  std::filesystem::permissions(pith.folder() / "pith.db", std::filesystem::perms(0444));
  {
    const pith::test::Unprivileged reader(pith.folder());
    CHECK(pith.ask({"relink"}) == 0);
    CHECK_THAT(pith.out, Catch::Contains("  was: 如何建立技木壁垒\n"));
    CHECK(pith.ask({"relink", "--json"}) == 0);
    CHECK(parsed(pith.out)["pairs"].size() == 1);
    CHECK_THROWS_WITH(pith.ask({"relink", "--yes"}), Catch::Contains("cannot write"));
  }
}

TEST_CASE("to list what would be joined makes no history", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "团队");
  CHECK(pith.ask({"relink"}) == 0);
  CHECK_FALSE(std::filesystem::exists(pith.folder() / "pith.db"));
}

TEST_CASE("a pair that is named is told as it was proposed", "[cli]") {
  Author pith;
  pith.edit("如何建立技木壁垒", "团队管理");
  pith.ask({"review", "--encoder", "none"}, "团队和专利\n3\n");

  SECTION("of questions") {
    pith.edit("如何建立技术壁垒", "团队管理");
  }
  SECTION("of points") {
    pith.edit("如何建立技木壁垒", "团队的管理");
  }
  SECTION("of decks") {
    pith.write("decks/moat.yaml",
               "title: 护城河\n" + deck_with("如何建立技木壁垒", "团队管理").replace(6, 4, "wall"));
  }
  pith.ask({"relink", "--json"});
  const auto proposed = parsed(pith.out)["pairs"];
  REQUIRE(proposed.size() == 1);
  pith.ask({"relink", proposed[0]["from"], proposed[0]["to"], "--json"});
  CHECK(parsed(pith.out)["pairs"] == proposed);
  CHECK(parsed(pith.out)["joined"] == true);
}

TEST_CASE("a pair that nothing would have proposed has its texts, and how little is alike",
          "[cli]") {
  Author pith;
  const auto deck = [](const std::string& items) { return "deck: moat\nitems:\n" + items; };
  pith.write("decks/moat.yaml",
             deck("  - {id: old, question: What keeps a team, points: [vision, trust, pay]}\n"));
  pith.ask({"review", "--encoder", "none"}, "vision\n");
  pith.write("decks/moat.yaml", deck("  - {id: new, question: What is a moat, answer: water}\n"));
  pith.ask({"relink", "--json"});
  REQUIRE(parsed(pith.out)["pairs"].empty());
  pith.ask({"relink", "moat/old", "moat/new", "--json"});
  const auto pair = parsed(pith.out)["pairs"][0];
  CHECK(pair["was"] == "What keeps a team");
  CHECK(pair["now"] == "What is a moat");
  CHECK(pair["similarity"] > 0.1);
  CHECK(pair["similarity"] < 0.6);
}

TEST_CASE("relink refuses what would mix two histories up", "[cli]") {
  Author pith;
  pith.edit("如何建立技术壁垒", "团队");
  pith.ask({"review"}, "团队\n3\n");
  pith.ask({"list", "--json"});
  const std::string id = parsed(pith.out)[0]["id"];
  const auto refused = [&](const std::string& from, const std::string& to, const char* why) {
    CAPTURE(from, to);
    CHECK_THROWS_WITH(pith.ask({"relink", from, to}), Catch::Contains(why));
  };
  refused("moat/", id, "names neither a deck");
  refused("moat", id, "like joins like");
  refused("moat", "moat", "is still in its deck");
  refused("gone", "moat", "there is no history of 'gone'");
  refused("moat/none", id, "there is no history of 'moat/none'");
  refused(id, id, "is still in its deck");
  refused(id, id + "/x", "like joins like");
  refused("a/b/c", "a/d/c", "a point joins a point of its own item");
  CHECK_THROWS_AS(pith.ask({"relink", id}), pith::UsageError);
}

TEST_CASE("what was joined last is parted again, and what was joined before stays", "[cli]") {
  Author pith;
  pith.edit("如何建立技木壁垒", "团队");
  pith.ask({"review", "--encoder", "none"}, "团队和专利\n3\n");
  pith.edit("如何建立技术壁垒", "团队");
  pith.ask({"relink", "--yes"});
  pith.edit("怎么建立技术壁垒", "团队");
  pith.now = "2026-12-02T09:00:00Z";
  pith.ask({"relink", "--yes"});
  REQUIRE(pith.new_items() == 0);

  pith.ask({"relink", "--undo"});
  CHECK(pith.out.ends_with("1 pair parted again\n"));
  CHECK(pith.new_items() == 1);
  pith.edit("如何建立技术壁垒", "团队");
  CHECK(pith.new_items() == 0);
  pith.ask({"relink", "--undo"});
  pith.ask({"relink", "--undo"});
  CHECK(pith.out == "0 pairs parted again\n");
  pith.edit("如何建立技木壁垒", "团队");
  CHECK(pith.new_items() == 0);
  CHECK_THROWS_AS(pith.ask({"relink", "--undo", "--yes"}), pith::UsageError);
}

TEST_CASE("of what was joined at one moment only what was joined last is parted", "[cli]") {
  Author pith;
  pith.edit("如何建立技木壁垒", "团队");
  pith.ask({"review", "--encoder", "none"}, "团队和专利\n3\n");
  for (const auto* question : {"如何建立技术壁垒", "怎么建立技术壁垒"}) {
    pith.edit(question, "团队");
    pith.ask({"relink", "--yes"});
    REQUIRE(pith.out.ends_with("1 pair joined\n"));
  }

  pith.ask({"relink", "--undo"});

  CHECK(pith.out.ends_with("1 pair parted again\n"));
  CHECK(pith.new_items() == 1);
  pith.edit("如何建立技术壁垒", "团队");
  CHECK(pith.new_items() == 0);
}

TEST_CASE("all that one relink joined is parted at once", "[cli]") {
  Author pith;
  const auto write = [&](const std::string& of_fire, const std::string& of_ice) {
    pith.write("decks/fire.yaml",
               "deck: fire\nlanguage: en\nitems:\n"
               "  - {question: " +
                   of_fire +
                   ", answer: oxygen}\n"
                   "  - {question: " +
                   of_ice + ", answer: water}\n");
  };
  write("What does a fire need beside fuel", "What is left when ice has melted");
  pith.ask({"review", "--encoder", "none"}, "oxygen\nwater\n");
  write("What does a fire need besides fuel", "What is left when the ice has melted");
  pith.ask({"relink", "--yes"});
  REQUIRE(pith.out.ends_with("2 pairs joined\n"));

  pith.ask({"relink", "--undo"});
  CHECK(pith.out.ends_with("2 pairs parted again\n"));
}

TEST_CASE("of a renamed deck that changed relink says how many of its questions are left",
          "[cli]") {
  Author pith;
  const auto write = [&](const std::string& deck, const std::string& last) {
    pith.write("decks/fire.yaml", "deck: " + deck +
                                      "\nlanguage: en\nitems:\n"
                                      "  - {question: What does a fire need, answer: oxygen}\n"
                                      "  - {question: What is molten ice, answer: water}\n"
                                      "  - {question: " +
                                      last + ", answer: iron}\n");
  };
  write("fire", "What rusts in the rain");
  pith.ask({"review", "--encoder", "none"}, "oxygen\nwater\niron\n");
  write("nature", "Which metal does a magnet draw");

  pith.ask({"relink"});

  CHECK_THAT(pith.out, Catch::StartsWith("fire -> nature\n"
                                         "  2 of the 3 questions you answered are there\n"));
}
