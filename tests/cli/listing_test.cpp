// What list, search and show tell of the schedule, and which items they choose by it.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"
#include "text/display.h"

using nlohmann::json;
using pith::test::parsed;
using namespace pith;
using Words = std::vector<std::string>;

namespace {

constexpr auto kMoat =
    "deck: moat\nitems:\n"
    "  - {id: one, question: First, answer: alpha}\n"
    "  - {id: two, question: Second, points: [beta, gamma]}\n"
    "  - {id: three, question: Third, answer: delta}\n";
constexpr auto kLaw =
    "deck: law\nitems:\n"
    "  - {id: offer, question: First of law, answer: alpha}\n"
    "  - {id: claim, question: Second of law, answer: beta}\n";

/// On 1 December everything but moat/three and law/claim was answered well.
struct Learner : test::Learner {
  Learner() : test::Learner(kMoat) {
    write("decks/law.yaml", kLaw);
    ask({"drill", "law/offer", "moat/one", "moat/two", "--encoder", "none"},
        "alpha\nalpha\nbeta, gamma\n");
  }

  json listed(Words arguments) {
    arguments.emplace_back("--json");
    REQUIRE(ask(std::move(arguments), "") == 0);
    return parsed(out);
  }
  Words ids(Words arguments) {
    Words found;
    for (const auto& item : listed(std::move(arguments))) {
      found.push_back(item["id"]);
    }
    return found;
  }
  void told(Words arguments) { REQUIRE(ask(std::move(arguments), "") == 0); }
  /// Answers an item wrongly, once a day from 2 December on.
  void forget(const std::string& item, int times) {
    for (int day = 2; day < 2 + times; ++day) {
      now = fmt::format("2026-12-{:02}T09:00:00Z", day);
      REQUIRE(ask({"drill", item, "--encoder", "none"}, "wrong\n") == 0);
    }
  }
};

}  // namespace

TEST_CASE("list says when each item is due, or why it is not asked", "[cli]") {
  Learner pith;
  pith.told({"bury", "moat/two", "--until", "+5"});
  pith.told({"suspend", "law/offer"});

  pith.told({"list"});

  CHECK(pith.out ==
        "law  (2 items)\n"
        "  offer  100%   (suspended)   1  First of law\n"
        "  claim     -           new   1  Second of law\n"
        "\n"
        "moat  (3 items)\n"
        "  one    100%           2 d   1  First\n"
        "  two    100%  (buried 5 d)   2  Second\n"
        "  three     -           new   1  Third\n");
  pith.now = "2026-12-03T09:00:00Z";
  pith.told({"search", "first"});
  CHECK_THAT(pith.out, Catch::Contains("  one     91%        today   1  First\n"));
}

TEST_CASE("an item that was reset is listed as new", "[cli]") {
  Learner pith;
  pith.told({"reset", "moat/one"});

  CHECK(pith.ids({"list", "moat", "--state", "new"}) == Words{"moat/one", "moat/three"});
  pith.told({"list", "moat/one", "moat/three"});
  CHECK(pith.out ==
        "moat  (2 items)\n"
        "  one     new   1  First\n"
        "  three   new   1  Third\n");

  pith.screen.columns = 26;
  pith.told({"list", "moat"});
  CHECK_THAT(pith.out, Catch::Contains("  one     new   1  First\n"));
}

TEST_CASE("days until an item is due are counted in the learner's language", "[cli]") {
  Learner pith;
  pith.tr = text::Messages(text::Language::chinese);
  pith.told({"bury", "moat/two", "--until", "+5"});

  pith.told({"list", "moat"});

  CHECK_THAT(pith.out, Catch::Contains("  2 天   1  First\n"));
  CHECK_THAT(pith.out, Catch::Contains("（推迟 5 天）   2  Second\n"));
  CHECK_THAT(pith.out, Catch::Contains("  新题   1  Third\n"));
}

TEST_CASE("a narrow window shortens the due day, and keeps the question rather than it", "[cli]") {
  Learner pith;
  pith.told({"bury", "moat/one"});
  const auto columns = GENERATE(32U, 40U, 60U, 100U);
  CAPTURE(columns);
  pith.screen.columns = columns;

  pith.told({"list", "moat"});

  CHECK_THAT(pith.out, Catch::Contains(" new   1  Third\n"));
  CHECK((pith.out.find("  2 d   2  Second\n") != std::string::npos) == (columns >= 40));
  CHECK((pith.out.find("  (buried 1 d)   1  First\n") != std::string::npos) == (columns >= 60));
  CHECK((pith.out.find("  1 d   1  First\n") != std::string::npos) == (columns == 40));
  CHECK_THAT(pith.out, Catch::Contains("  1  First\n"));
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    CHECK(text::display_width(line) <= columns);
  }
}

TEST_CASE("list and search choose items by their state", "[cli]") {
  Learner pith;
  pith.told({"bury", "moat/two", "--until", "2026-12-20"});
  pith.told({"bury", "law/claim", "--until", "2026-12-20"});
  pith.now = "2026-12-03T09:00:00Z";

  CHECK(pith.ids({"list", "--state", "due"}) == Words{"law/offer", "moat/one"});
  CHECK(pith.ids({"list", "moat", "--state", "due"}) == Words{"moat/one"});
  CHECK(pith.ids({"search", "law", "--state", "due"}) == Words{"law/offer"});
  CHECK(pith.ids({"list", "--state", "new"}) == Words{"moat/three"});
  CHECK(pith.ids({"list", "--state", "buried"}) == Words{"law/claim", "moat/two"});

  pith.told({"suspend", "moat/two", "--point", "beta"});
  pith.told({"suspend", "moat/one"});
  CHECK(pith.ids({"list", "--state", "suspended"}) == pith.ids({"list", "--suspended"}));
  CHECK(pith.ids({"list", "--state", "suspended"}) == Words{"moat/one", "moat/two"});
  CHECK(pith.ids({"list", "--state", "due"}) == Words{"law/offer"});
  CHECK(pith.ids({"list", "--suspended", "--state", "buried"}) == Words{"moat/two"});
}

TEST_CASE("search tells where an item has the words that its question has not", "[cli]") {
  Learner pith;
  pith.write("decks/where.yaml",
             "deck: where\nitems:\n"
             "  - id: moon\n    question: Which is nearest?\n    tags: [astronomy]\n"
             "    points:\n      - {point: the Moon, detail: a satellite, accept: [Luna]}\n");
  const auto found_in = [&](const Words& words) {
    Words command{"search"};
    command.insert(command.end(), words.begin(), words.end());
    return pith.listed(command).at(0).at("found_in").get<Words>();
  };
  CHECK(found_in({"nearest", "moon"}) == Words{"question"});
  CHECK(found_in({"satellite", "astronomy"}) == Words{"tags", "points"});
  CHECK(found_in({"which", "luna"}) == Words{"question", "wordings"});

  pith.screen.out_is_terminal = true;
  pith.told({"search", "nearest"});
  CHECK_THAT(pith.out, Catch::Contains("  1  Which is nearest?\n"));
  pith.told({"search", "satellite"});
  CHECK_THAT(pith.out, Catch::Contains("  1  (in a point) Which is nearest?\n"));
  pith.tr = text::Messages(text::Language::chinese);
  pith.told({"search", "luna"});
  CHECK_THAT(pith.out, Catch::Contains("（在别的说法里） Which is nearest?\n"));
}

TEST_CASE("a state in which nothing is gets a sentence and an empty list", "[cli]") {
  const auto [state, sentence] = GENERATE(table<std::string, std::string>(
      {{"due", "pith: nothing is due today\n"},
       {"suspended", "pith: nothing is suspended\n"},
       {"buried", "pith: nothing is buried\n"},
       {"leech", "pith: nothing is a leech, forgotten eight times or more\n"}}));
  Learner pith;

  CHECK(pith.listed({"list", "--state", state}).empty());
  CHECK(pith.err == sentence);
  CHECK(pith.listed({"search", "nowhere", "--state", state}).empty());
  CHECK(pith.err == "pith: no item has these words\n");
  CHECK_THROWS_AS(pith.ask({"list", "--state", "tired"}, ""), UsageError);
}

TEST_CASE("an item forgotten eight times is a leech, and sorts before what is remembered",
          "[cli]") {
  Learner pith;
  pith.forget("moat/one", 7);
  CHECK(pith.listed({"list", "moat/one"})[0]["lapses"] == 7);
  CHECK(pith.ids({"list", "--state", "leech"}).empty());
  pith.forget("law/offer", 8);

  CHECK(pith.ids({"list", "--state", "leech"}) == Words{"law/offer"});
  CHECK(pith.ids({"list", "--sort", "lapses"}) ==
        Words{"law/offer", "moat/one", "moat/two", "law/claim", "moat/three"});
  CHECK(pith.ids({"list", "--sort", "difficulty"})[2] == "moat/two");
  CHECK(pith.ids({"list", "moat", "--sort", "difficulty"}) ==
        Words{"moat/one", "moat/two", "moat/three"});
  pith.told({"show", "law/offer"});
  CHECK_THAT(pith.out, Catch::Contains(", 8 lapses, a leech\n"));
  CHECK(parsed((pith.told({"show", "law/offer", "--json"}), pith.out))["points"][0]["leech"] ==
        true);
}

TEST_CASE("what is due first or known least comes first, what is new last", "[cli]") {
  Learner pith;
  pith.told({"reschedule", "moat/two", "+1"});
  pith.told({"reschedule", "law/offer", "+9"});
  CHECK(pith.ids({"list", "--sort", "due"}) ==
        Words{"moat/two", "moat/one", "law/offer", "law/claim", "moat/three"});

  pith.forget("moat/one", 1);
  pith.now = "2026-12-20T09:00:00Z";
  CHECK(pith.ids({"search", "s", "--sort", "score"}).front() == "moat/one");
  CHECK(pith.ids({"list", "--sort", "score"}).back() == "moat/three");
}

TEST_CASE("what failed today does not count as known, unless it was recalled since", "[cli]") {
  Learner pith;
  pith.now = "2026-12-03T09:00:00Z";
  pith.told({"list"});
  REQUIRE(pith.ask({"drill", "moat/one", "law/offer", "--encoder", "none"}, "wrong\nalpha\n") == 0);

  CHECK(pith.ids({"list", "--sort", "score"}).front() == "moat/one");
  const auto score = [&] { return pith.listed({"list", "moat/one"})[0]["expected_score"]; };
  const auto failed = score().get<double>();
  CHECK(failed < 0.9);
  REQUIRE(pith.ask({"stats", "moat/one", "--json"}, "") == 0);
  CHECK(parsed(pith.out)["knowledge"]["expected_score"].get<double>() == Approx(failed));
  CHECK(parsed(pith.out)["learn_next"][0]["item"] == "moat/one");
  REQUIRE(pith.ask({"rebuild"}, "") == 0);
  CHECK(score().get<double>() == failed);
  pith.now = "2026-12-04T09:00:00Z";
  CHECK(score().get<double>() == Approx(failed));

  pith.now = "2026-12-05T09:00:00Z";
  REQUIRE(pith.ask({"drill", "moat/one", "law/offer", "moat/two", "--repeat-missed", "--encoder",
                    "none"},
                   "wrong\nalpha\nbeta, gamma\nalpha\n") == 0);
  CHECK(score() == 1.0);
}

TEST_CASE("what failed today stays so whatever is noted of other items on a later day", "[cli]") {
  Learner pith;
  pith.now = "2026-12-03T09:00:00Z";
  REQUIRE(pith.ask({"drill", "moat/one", "law/offer", "--encoder", "none"}, "wrong\nalpha\n") == 0);
  const auto score = [&] { return pith.listed({"list", "moat/one"})[0]["expected_score"]; };
  const auto failed = score();
  CHECK(failed < 0.9);

  pith.now = "2026-12-04T09:00:00Z";
  pith.told({"suspend", "law/offer"});
  pith.told({"suspend", "law/offer", "--off"});
  pith.now = "2026-12-03T09:30:00Z";
  CHECK(score() == failed);
}

TEST_CASE("a sorted list of several decks gives each item its full id", "[cli]") {
  Learner pith;
  pith.told({"reschedule", "moat/two", "+1"});

  pith.told({"list", "--sort", "due"});
  CHECK(pith.out ==
        "  moat/two    100%  1 d   2  Second\n"
        "  law/offer   100%  2 d   1  First of law\n"
        "  moat/one    100%  2 d   1  First\n"
        "  law/claim      -  new   1  Second of law\n"
        "  moat/three     -  new   1  Third\n");

  pith.screen.columns = 26;
  pith.told({"list", "--sort", "due"});
  CHECK_THAT(pith.out, Catch::Contains("  …/three    new   1  Third\n"));

  pith.told({"list", "moat", "--sort", "due"});
  CHECK_THAT(pith.out, Catch::StartsWith("moat  (3 items)\n  two    100%"));
}

TEST_CASE("list, search and show give what is known of the schedule as JSON", "[cli]") {
  Learner pith;
  const auto fresh = pith.listed({"list", "moat/three"})[0];
  CHECK(fresh["buried_until"].is_null());
  CHECK(fresh["difficulty"].is_null());
  CHECK(fresh["lapses"] == 0);
  CHECK(fresh["leech"] == false);

  pith.told({"bury", "moat/two", "--until", "2026-12-05"});
  pith.told({"show", "moat/two", "--json"});
  const auto shown = parsed(pith.out);
  CHECK(shown["buried_until"] == "2026-12-05");
  CHECK(shown["due"] == "2026-12-05");
  CHECK(shown["difficulty"].get<double>() ==
        Approx(shown["points"][0]["difficulty"].get<double>()));
  CHECK(shown["points"][0]["lapses"] == 0);
  CHECK(shown["points"][0]["leech"] == false);
  CHECK(pith.listed({"search", "second", "moat"})[0]["buried_until"] == "2026-12-05");

  pith.now = "2026-12-05T09:00:00Z";
  CHECK(pith.listed({"list", "moat/two"})[0]["buried_until"].is_null());
}

TEST_CASE("show says at a terminal of a new item that it is new", "[cli]") {
  Learner pith;
  pith.screen.out_is_terminal = true;
  pith.told({"show", "moat/three"});
  CHECK_THAT(pith.out, Catch::StartsWith("moat/three\nnew: not answered yet\n"));
  pith.told({"show", "moat/two"});
  CHECK_THAT(pith.out, !Catch::Contains("new"));
}

TEST_CASE("show says until when an item is buried and how to end that", "[cli]") {
  Learner pith;
  pith.told({"bury", "moat/two", "--until", "2026-12-05"});

  pith.told({"show", "moat/two"});
  CHECK_THAT(pith.out,
             Catch::StartsWith("moat/two\n"
                               "buried until 2026-12-05: `pith bury moat/two --off` asks it "
                               "again\n"));

  pith.told({"bury", "moat/two", "--off"});
  pith.told({"show", "moat/two"});
  CHECK_THAT(pith.out, !Catch::Contains("buried"));
}

TEST_CASE("what is shown of a deck for people has no stars of emphasis", "[cli]") {
  test::Learner pith(
      "deck: moat\nitems:\n"
      "  - {id: one, question: '**Why** `*p`?', points: ['**core** team', other]}\n");
  pith.ask({"drill", "moat/one", "--encoder", "none"}, "nothing of the kind\n");
  for (const auto& arguments : {Words{"list"}, Words{"show", "moat/one"}, Words{"search", "why"},
                                Words{"stats"}, Words{"report"}, Words{"report", "--html", "-"}}) {
    pith.ask(arguments, "");
    CAPTURE(arguments);
    CHECK(pith.out.find("Why `*p`?") != std::string::npos);
    CHECK(pith.out.find("**") == std::string::npos);
  }
  pith.ask({"list", "--json"}, "");
  CHECK(parsed(pith.out)[0]["question"] == "**Why** `*p`?");
}

TEST_CASE("show gives no second mark to a back that is a list", "[cli]") {
  test::Learner pith(
      "deck: moat\nitems:\n"
      "  - {id: one, front: SWOT, back: \"- strengths\\n- weaknesses\"}\n"
      "  - {id: two, front: Steps, back: \"1. boil\\n2. pour\"}\n"
      "  - {id: three, front: Degrees, back: \"-20 and 3.5 C\"}\n");
  const auto shows = [&](const std::string& item, const std::string& lines) {
    pith.ask({"show", "moat/" + item}, "");
    CHECK_THAT(pith.out, Catch::Contains(lines));
  };
  shows("one", "\n  - strengths\n  - weaknesses\n");
  shows("two", "\n  1. boil\n  2. pour\n");
  shows("three", "\n  • -20 and 3.5 C\n");
}

TEST_CASE("a list of decks of which none can be read is no empty list", "[cli]") {
  test::Learner pith("deck: moat\nitems:\n  - {id: a, question: 何, ponits: [专利]}\n");
  CHECK(pith.ask({"list", "--json"}, "") == 3);
}

TEST_CASE("a history without a name is refused", "[cli]") {
  test::Learner pith("deck: moat\nitems:\n  - {id: a, question: 何, points: [专利]}\n");
  CHECK_THROWS_WITH(pith.run({"list", "--decks", pith.deck, "--db", ""}),
                    Catch::Contains("--db names no file"));
}
