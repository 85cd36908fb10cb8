// Sessions through the command line: review, drill, due.
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"

namespace {

using nlohmann::json;
using pith::test::parsed;

constexpr auto kMoat =
    "deck: moat\nitems:\n"
    "  - id: tech\n    question: 如何建立技术壁垒？\n    points:\n"
    "      - 原创算法: 自己研发。\n      - {point: 专利, accept: [著作权]}\n"
    "    hints: [想想法律]\n    explanation: 两样都要。\n"
    "  - id: term\n    question: Days until recall falls to 90%?\n    answer: stability\n";

class Learner : public pith::test::Learner {
 public:
  Learner() : pith::test::Learner(kMoat) {}
};

}  // namespace

TEST_CASE("a piped drill shows verdicts with glyph and word, the missing points last", "[cli]") {
  Learner pith;
  CHECK(pith.ask({"drill", "moat", "--encoder", "none"}, "申请著作权\nstability\n") == 0);
  CHECK(pith.out ==
        "moat · 1 of 2\n"
        "如何建立技术壁垒？\n"
        "2 points\n"
        "✓ hit       专利\n"
        "    as in “著作权”\n"
        "✗ missed    原创算法\n"
        "    自己研发。\n"
        "两样都要。\n"
        "█████░░░░░  50% · again tomorrow\n"
        "\n"
        "moat · 2 of 2\n"
        "Days until recall falls to 90%?\n"
        "a short answer\n"
        "✓ hit       stability\n"
        "██████████  100% · again in 2 days\n"
        "\n"
        "2 answers · 75% · 2 of 3 points hit\n");
  CHECK(pith.out.find('\x1b') == std::string::npos);
}

TEST_CASE("a deck without items that is named is refused with the remedy", "[cli]") {
  Learner pith;
  pith.write("decks/law.yaml", "deck: law\nlanguage: en\nitems: []\n");
  const auto command = GENERATE(values<std::string>({"drill", "exam", "review", "list"}));
  CAPTURE(command);
  CHECK_THROWS_WITH(pith.ask({command, "law"}, ""),
                    "the deck 'law' has no items yet: `pith new item law` adds one");
  CHECK(pith.read("pith.db").empty());
  CHECK(pith.ask({"drill", "moat"}, "") == 0);
  CHECK(pith.ask({"due", "law"}, "") == 0);
}

TEST_CASE("a drill asks items in the order in which they are named", "[cli]") {
  Learner pith;
  pith.ask({"drill", "moat/term", "moat/tech", "moat", "--encoder", "none"}, "stability\n专利\n");
  CHECK(pith.out.starts_with("moat · 1 of 2\nDays until recall falls to 90%?\n"));
  pith.ask({"drill", "moat/term", "moat", "--order", "random", "--seed", "1", "--encoder", "none"},
           "");
  const auto shuffled = pith.out;
  pith.ask({"drill", "moat", "--order", "random", "--seed", "1", "--encoder", "none"}, "");
  CHECK(pith.out == shuffled);
}

TEST_CASE("the end of a session tells what was hit at first and what when asked again", "[cli]") {
  Learner pith;
  pith.ask({"drill", "moat/tech", "--repeat-missed", "--encoder", "none"}, "专利\n原创算法\n");
  CHECK(pith.out.ends_with("\n2 answers · 50% · 1 of 2 points hit · 1 more when asked again\n"));
}

TEST_CASE("a piped answer that cannot be taken is named by its line, and the others count",
          "[cli]") {
  Learner pith;
  const auto bad = GENERATE(as<std::string>{}, "\xff\xfe", std::string(std::size_t{1} << 21U, 'x'));
  CHECK(pith.ask({"drill", "moat/tech", "moat/term", "--encoder", "none"}, bad + "\n股权激励\n") ==
        2);
  CHECK_THAT(pith.err, Catch::Contains("line 1: ") && Catch::Contains("the item was left out"));
  CHECK_THAT(pith.out, Catch::Contains("1 answer · "));
}

TEST_CASE("where Unicode cannot be shown pith's own marks are ASCII", "[cli]") {
  Learner pith;
  pith.screen.unicode = false;
  pith.ask({"drill", "moat/term"}, "stability\n");
  CHECK(pith.out ==
        "moat - 1 of 1\n"
        "Days until recall falls to 90%?\n"
        "a short answer\n"
        "+ hit       stability\n"
        "##########  100% - again in 2 days\n"
        "\n"
        "1 answer - 100% - 1 of 1 point hit\n");
}

TEST_CASE("where Unicode cannot be shown the texts of decks stay as they are", "[cli]") {
  Learner pith;
  pith.screen.unicode = false;
  pith.deck = pith.write("decks/marks.yaml",
                         "deck: marks\nitems:\n  - id: a\n    question: What is “a·b”?\n"
                         "    points: [{point: “left” → right, accept: [l·r]}, c…]\n");
  pith.ask({"drill", "marks/a", "--encoder", "none"}, "l·r\n");
  CHECK_THAT(pith.out, Catch::Contains("What is “a·b”?\n"));
  CHECK_THAT(pith.out, Catch::Contains("as in \"l·r\"\n"));
  CHECK_THAT(pith.out, Catch::Contains("- missed    c…\n"));
  pith.ask({"grade", "marks/a", "l·r", "--encoder", "none"}, "");
  CHECK_THAT(pith.out, Catch::Contains("    \"l·r\"\n"));
}

TEST_CASE("text is wrapped by cells in a narrow window", "[cli]") {
  Learner pith;
  pith.screen.columns = 20;
  pith.ask({"drill", "moat/term"}, "");
  CHECK(pith.out ==
        "moat · 1 of 1\n"
        "Days until recall\n"
        "falls to 90%?\n"
        "a short answer\n"
        "\n"
        "Nothing was\n"
        "answered.\n");
}

TEST_CASE("what was answered is reviewed when it is due again", "[cli]") {
  Learner pith;
  pith.ask({"review"}, "原创算法和专利\nstability\n");
  pith.ask({"due", "--json"}, "");
  CHECK(parsed(pith.out)["due"] == 0);
  CHECK(parsed(pith.out)["new"] == 0);
  CHECK(pith.ask({"due", "--quiet"}, "") == 1);
  CHECK(pith.out.empty());

  pith.now = "2026-12-20T09:00:00Z";
  CHECK(pith.ask({"due", "--quiet"}, "") == 0);
  pith.ask({"due", "--json"}, "");
  CHECK(parsed(pith.out)["due"] == 2);
  CHECK(parsed(pith.out)["decks"]["moat"]["points"] == 3);
  pith.ask({}, "\n\n");
  CHECK(pith.out.find("2 answers · 0%") != std::string::npos);
}

TEST_CASE("a review begins with the decks in the learner's language", "[cli]") {
  Learner pith;
  pith.write("decks/first.yaml",
             "deck: first\nlanguage: en\nitems:\n  - id: a\n    front: English\n    back: one\n");
  pith.write("decks/last.yaml",
             "deck: last\nlanguage: zh-CN\nitems:\n  - id: b\n    front: 中文\n    back: 二\n");
  const auto english_first = [&] { return pith.out.find("English") < pith.out.find("中文"); };
  pith.ask({"review", "first", "last"}, "1\n1\n");
  CHECK(english_first());

  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  pith.ask({"undo"}, "");
  pith.ask({"undo"}, "");
  pith.ask({"review"}, "1\n1\n1\n1\n1\n");
  CHECK_FALSE(english_first());
}

TEST_CASE("how many new items there are to be is no negative number", "[cli]") {
  Learner pith;
  CHECK_THROWS_AS(pith.ask({"review", "--new", "-1"}, ""), pith::UsageError);
  CHECK(pith.ask({"review", "--new", "0"}, "") == 0);
}

TEST_CASE("--pass turns the score into the exit status", "[cli]") {
  Learner pith;
  CHECK(pith.ask({"drill", "moat/term", "--pass", "0.5"}, "stability\n") == 0);
  CHECK(pith.ask({"drill", "moat/term", "--pass", "0.5"}, "wrong\n") == 1);
  CHECK(pith.ask({"drill", "moat/term"}, "wrong\n") == 0);
  CHECK(pith.ask({"review", "moat/term", "--pass", "0.5"}, "wrong\n") == 0);  // nothing is due
}

TEST_CASE("--no-schedule and --points-missed", "[cli]") {
  Learner pith;
  pith.ask({"drill", "moat/tech", "--no-schedule"}, "专利\n");
  CHECK(pith.out.find("not scheduled") != std::string::npos);
  pith.ask({"drill", "--points-missed"}, "原创算法\n");
  CHECK(pith.out.find("moat · 1 of 1\n") != std::string::npos);
  CHECK(pith.out.find("1 of 2 points asked\n") != std::string::npos);
  CHECK(pith.out.find("not asked now: 专利\n") != std::string::npos);
  pith.ask({"drill", "--points-missed"}, "");
  CHECK(pith.out == "Nothing to ask.\n");
}

TEST_CASE("a drill that was stopped goes on with --continue, the next day it begins anew",
          "[cli]") {
  Learner pith;
  pith.ask({"drill", "--continue"}, "专利\n");
  CHECK_THAT(pith.out, Catch::Contains("moat · 1 of 2\n") && Catch::Contains("moat · 2 of 2\n"));
  pith.ask({"drill", "--continue"}, "stability\n");
  CHECK_THAT(pith.out, Catch::Contains("moat · 1 of 1\n") && Catch::Contains("100%"));
  pith.ask({"drill", "--continue"}, "");
  CHECK(pith.out == "Nothing to ask.\n");
  pith.now = "2026-12-02T09:00:00Z";
  pith.ask({"drill", "--continue"}, "");
  CHECK_THAT(pith.out, Catch::Contains("moat · 1 of 2\n"));
}

TEST_CASE("--count, --order and --repeat-missed choose what is asked", "[cli]") {
  Learner pith;
  pith.ask({"drill", "--count", "1"}, "");
  CHECK(pith.out.find("moat · 1 of 1\n") != std::string::npos);
  pith.ask({"drill", "moat/term", "--repeat-missed"}, "wrong\nwrong\nstability\n");
  CHECK(pith.out.find("3 answers · 0%") != std::string::npos);
  CHECK_THROWS_AS(pith.ask({"drill", "--order", "upwards"}, ""), pith::cli::ParseError);
  CHECK_THROWS_WITH(pith.ask({"drill", "--time", "soon"}, ""),
                    "--time: cannot read 'soon': write 90s, 30m or 1h30m");
  CHECK_THROWS_WITH(pith.ask({"drill", "--time", "30"}, ""), Catch::Contains("cannot read '30'"));
  const auto length = GENERATE(values<std::string>({"0m", "25h", "24h1s", "99999999999h"}));
  CHECK_THROWS_WITH(pith.ask({"drill", "--time", length}, ""),
                    "--time: " + length + " is not from 1s to 24h");
}

TEST_CASE("a program talks in JSON lines", "[cli]") {
  Learner pith;
  CHECK(pith.ask({"drill", "--protocol", "jsonl"}, "{\"type\":\"answer\",\"answer\":\"专利\"}\n") ==
        0);
  CHECK(pith.out.find("\"type\":\"result\",\"item\":\"moat/tech\",\"score\":0.5") !=
        std::string::npos);
}

TEST_CASE("the first run says what it found", "[cli]") {
  Learner pith;
  pith.ask({"review"}, "");
  CHECK(pith.err ==
        "pith: a new history begins in " + pith.database() + "\npith: found: moat (2 items)\n");
  pith.ask({"review"}, "");
  CHECK(pith.err.empty());
}

TEST_CASE("a pretended time does not write into the learner's own history", "[cli]") {
  Learner pith;
  pith.in = "x\n";
  CHECK_THROWS_AS(pith.run({"drill", pith.deck, "--now", "2030-01-01T00:00:00Z"}),
                  pith::UsageError);
}

TEST_CASE("explain says when recall falls to the floor, or that it is below it already", "[cli]") {
  Learner pith;
  pith.ask({"drill", "moat/tech"}, "专利\n");
  pith.now = "2026-12-05T09:00:00Z";
  pith.ask({"explain", "moat/tech"}, "");
  CHECK(pith.out.find(", already below 0.70\n") != std::string::npos);
  CHECK(pith.out.find(", 0.70 on 2026-12-") != std::string::npos);
  CHECK(pith.out.find(", 0.70 on 2026-12-05") == std::string::npos);

  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  pith.ask({"explain", "moat/tech"}, "");
  CHECK(pith.out.find("，已低于 0.70\n") != std::string::npos);
}

TEST_CASE("explain tells every step from the log to the due day", "[cli]") {
  Learner pith;
  pith.ask({"explain", "moat/tech"}, "");
  CHECK(pith.out.starts_with("moat/tech: new; it has no review that counts\n"));
  pith.ask({"drill", "moat/tech"}, "专利\n");
  pith.ask({"drill", "moat/tech"}, "原创算法和专利\n");
  pith.now = "2026-12-02T09:00:00Z";
  pith.ask({"drill", "moat/tech"}, "原创算法和专利\n");

  pith.ask({"explain", "moat/tech", "--json"}, "");

  const auto told = parsed(pith.out);
  CHECK(told["rule"] == "expected_score");
  CHECK(told["desired_retention"] == 0.9);
  CHECK(told["floor"] == Approx(0.7));
  CHECK(told["last_review"] == "2026-12-02");
  CHECK(told["due"] == told["score_due"]);
  CHECK(told["score_on_due"] < told["score_today"]);
  CHECK(told["events"].size() == 3);
  const auto& reviews = told["points"][0]["reviews"];
  REQUIRE(reviews.size() == 3);
  CHECK(reviews[0]["rating"] == 1);
  CHECK(reviews[0]["retrievability"].is_null());
  CHECK(reviews[1]["counts"] == "logged_only");
  CHECK(reviews[2]["counts"] == "review");
  CHECK(reviews[2]["delta_days"] == 1);
  CHECK(reviews[2]["stability"] == told["points"][0]["stability"]);

  pith.ask({"explain", "moat/tech"}, "");
  CHECK(pith.out.find("2026-12-01 good  only logged\n") != std::string::npos);
  CHECK_THAT(pith.out,
             Catch::Contains(" after 1 day at recall ") && Catch::Contains(": stability "));
  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  pith.ask({"explain", "moat/tech"}, "");
  CHECK_THAT(pith.out, Catch::Contains("，稳定性 ") && !Catch::Contains("， "));
  pith.tr = {};
  CHECK_THROWS_WITH(pith.ask({"explain"}, ""),
                    "name an item, as in `pith explain deck/item`, or give --reviews");
}

TEST_CASE("explain follows --reviews through the same model as the item's log", "[cli]") {
  Learner pith;
  pith.ask({"drill", "moat/term"}, "stability\n");
  pith.now = "2026-12-06T09:00:00Z";
  pith.ask({"drill", "moat/term"}, "wrong\n");
  pith.ask({"explain", "moat/term", "--json"}, "");
  const auto of_log = parsed(pith.out)["points"][0]["reviews"];

  pith.ask({"explain", "--reviews", "3@0,1@5", "--json"}, "");

  const auto of_option = parsed(pith.out)["steps"];
  for (const std::size_t i : {0U, 1U}) {
    CHECK(of_log[i]["stability"] == of_option[i]["stability"]);
    CHECK(of_log[i]["difficulty"] == of_option[i]["difficulty"]);
  }
}

TEST_CASE("what is suspended can be seen, with how to bring it back", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"list", "--suspended"}, "") == 0);
  CHECK(pith.out.empty());
  CHECK(pith.err == "pith: nothing is suspended\n");
  pith.ask({"suspend", "moat/tech", "--point", "专利"}, "");
  pith.ask({"suspend", "moat/term"}, "");

  pith.ask({"list"}, "");
  CHECK(pith.out.find("  (1 point suspended) ") != std::string::npos);
  CHECK(pith.out.find("  (suspended) ") != std::string::npos);
  CHECK(pith.err == "Suspended: 2 items; `pith show ITEM` says how to end that.\n");
  pith.ask({"list", "--suspended", "--json"}, "");
  const auto list = parsed(pith.out);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["suspended"] == false);
  CHECK(list[1]["suspended"] == true);
  pith.ask({"show", "moat/term"}, "");
  CHECK(pith.out.find("suspended: `pith suspend moat/term --off` asks it again\n") !=
        std::string::npos);
  pith.ask({"show", "moat/tech"}, "");
  CHECK(
      pith.out.find("    suspended: `pith suspend moat/tech --point 专利 --off` asks it again\n") !=
      std::string::npos);
  pith.ask({"show", "moat/tech", "--json"}, "");
  CHECK(parsed(pith.out)["points"][0]["suspended"] == false);
  CHECK(parsed(pith.out)["points"][1]["suspended"] == true);

  pith.ask({"suspend", "moat/tech", "--point", "专利", "--off"}, "");
  pith.ask({"suspend", "moat/term", "--off"}, "");
  pith.ask({"list"}, "");
  CHECK(pith.out.find("suspended") == std::string::npos);
  CHECK(pith.err.empty());
}

TEST_CASE("what is suspended is not asked until that is taken back", "[cli]") {
  Learner pith;
  pith.ask({"suspend", "moat/tech", "--point", "专利"}, "");
  pith.ask({"suspend", "moat/term"}, "");
  pith.ask({"drill"}, "原创算法\n");
  CHECK(pith.out.find("1 answer · 100% · 1 of 1 point hit") != std::string::npos);
  pith.ask({"explain", "moat/term"}, "");
  CHECK(pith.out.starts_with("moat/term: suspended; not asked"));

  pith.ask({"suspend", "moat/term", "--off"}, "");
  CHECK(pith.err.ends_with(
      "pith: moat/term is asked again when it is due; `pith undo` takes that back\n"));
  pith.ask({"drill", "moat/term"}, "stability\n");
  CHECK(pith.out.find("1 answer") != std::string::npos);
  CHECK_THROWS_WITH(pith.ask({"suspend", "moat/tech", "--point", "x"}, ""),
                    "moat/tech has no point 'x'; `pith show moat/tech` lists them");
}

TEST_CASE("a mark is rounded in the same way wherever it is shown", "[cli]") {
  pith::test::Learner pith(
      "deck: moat\nlanguage: en\nitems:\n  - {id: trees, question: Name eight trees, points: "
      "[maple, birch, willow, chestnut, poplar, juniper, cypress, hawthorn]}\n");
  pith.ask({"drill", "--encoder", "none"}, "maple, birch, willow, chestnut, poplar\n");
  CHECK_THAT(pith.out, Catch::Contains("63%"));
  pith.ask({"log"}, "");
  CHECK_THAT(pith.out, Catch::Contains("  63%  "));
  pith.ask({"show", "moat/trees", "--answers"}, "");
  CHECK_THAT(pith.out, Catch::Contains("2026-12-01  63%  "));
}
