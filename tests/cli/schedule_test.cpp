// What a learner changes of the schedule by hand: suspend, bury, reset, reschedule, and undo.
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"

using nlohmann::json;
using pith::test::parsed;
using namespace pith;

namespace {

constexpr auto kDeck =
    "deck: moat\nitems:\n"
    "  - {id: one, question: First, answer: alpha}\n"
    "  - {id: two, question: Second, points: [beta, gamma]}\n";

struct Learner : test::Learner {
  Learner() : test::Learner(kDeck) { ask({"review", "--encoder", "none"}, "alpha\nbeta\n"); }
  json due_of(const std::string& item) {
    REQUIRE(ask({"explain", item, "--json"}, "") == 0);
    return parsed(out)["due"];
  }
  json undone() {
    REQUIRE(ask({"undo", "--json"}, "") == 0);
    return parsed(out)["undone"][0];
  }
};

}  // namespace

TEST_CASE("an item is due on the day it is rescheduled to, until that is undone", "[cli]") {
  Learner pith;
  const auto before = pith.due_of("moat/one");

  REQUIRE(pith.ask({"reschedule", "moat/one", "2027-01-05"}, "") == 0);
  CHECK(pith.err == "pith: moat/one is due on 2027-01-05; `pith undo` takes that back\n");
  CHECK(pith.due_of("moat/one") == "2027-01-05");
  REQUIRE(pith.ask({"reschedule", "moat/one", "+3"}, "") == 0);
  CHECK(pith.due_of("moat/one") == "2026-12-04");

  CHECK(pith.undone()["kind"] == "reschedule");
  CHECK(pith.due_of("moat/one") == "2027-01-05");
  CHECK(pith.undone()["item"] == "moat/one");
  CHECK(pith.due_of("moat/one") == before);
}

TEST_CASE("what is due is counted in items, and how many points are asked of them", "[cli]") {
  Learner pith;
  pith.now = "2027-06-01T09:00:00Z";
  REQUIRE(pith.ask({"due"}, "") == 0);
  CHECK(pith.out == "2 items due (3 points), 0 new\n");
  REQUIRE(pith.ask({"due", "--json"}, "") == 0);
  CHECK(parsed(pith.out)["due"] == 2);
  CHECK(parsed(pith.out)["points"] == 3);
  CHECK(parsed(pith.out)["waiting"] == 0);
}

TEST_CASE("a buried item is not due before its day", "[cli]") {
  Learner pith;
  const auto before = pith.due_of("moat/two");

  REQUIRE(pith.ask({"bury", "moat/two", "--until", "2027-02-01"}, "") == 0);
  CHECK(pith.due_of("moat/two") == "2027-02-01");

  CHECK(pith.undone()["kind"] == "bury");
  CHECK(pith.due_of("moat/two") == before);
}

TEST_CASE("a reset item is new again, a reset point due the next day, and undo remembers them",
          "[cli]") {
  Learner pith;
  const auto before = pith.due_of("moat/one");

  REQUIRE(pith.ask({"reset", "moat/one"}, "") == 0);
  CHECK(pith.due_of("moat/one").is_null());
  CHECK(pith.undone()["kind"] == "reset");
  CHECK(pith.due_of("moat/one") == before);

  REQUIRE(pith.ask({"reset", "moat/two", "--point", "beta"}, "") == 0);
  CHECK(pith.due_of("moat/two") == "2026-12-02");
}

TEST_CASE("undo takes back changes and answers in the order they were made", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"suspend", "moat/one"}, "") == 0);

  CHECK(pith.undone()["kind"] == "suspension");
  CHECK(pith.undone()["item"] == "moat/two");
  CHECK(pith.undone()["answer"] == "alpha");
  REQUIRE(pith.ask({"undo"}, "") == 0);
  CHECK(pith.err == "Nothing is left to undo.\n");
}

TEST_CASE("what is suspended or buried already, or is not, is left as it is and said to be",
          "[cli]") {
  using Words = std::vector<std::string>;
  const auto [before, again, said] = GENERATE(table<Words, Words, std::string>({
      {{}, {"suspend", "moat/one", "--off"}, "moat/one is not suspended"},
      {{}, {"suspend", "moat/two", "--point", "beta", "--off"}, "moat/two/beta is not suspended"},
      {{}, {"bury", "moat/one", "--off"}, "moat/one is not buried"},
      {{}, {"bury", "moat/one", "moat/two", "--off"}, "2 items are not buried"},
      {{"suspend", "moat/one"}, {"suspend", "moat/one"}, "moat/one is suspended already"},
      {{"bury", "moat/two"}, {"bury", "moat/two"}, "moat/two is buried until then already"},
  }));
  Learner pith;
  if (!before.empty()) {
    REQUIRE(pith.ask(before, "") == 0);
  }

  CHECK(pith.ask(again, "") == 0);
  CHECK(pith.err == "pith: " + said + "; nothing was changed\n");
  if (!before.empty()) {
    CHECK_FALSE(pith.undone().contains("answer"));
  }
  CHECK(pith.undone()["answer"] == "beta");
}

TEST_CASE("of several items only those that were not suspended are suspended", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"suspend", "moat/one"}, "") == 0);
  REQUIRE(pith.ask({"suspend", "moat/one", "moat/two"}, "") == 0);
  CHECK(pith.err ==
        "pith: moat/one is suspended already; nothing was changed\n"
        "pith: moat/two is not asked any more; `pith undo` takes that back\n");
}

TEST_CASE("undo says which point was suspended, and what was ended", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"suspend", "moat/two", "--point", "beta"}, "") == 0);
  REQUIRE(pith.ask({"suspend", "moat/two", "--point", "beta", "--off"}, "") == 0);
  REQUIRE(pith.ask({"bury", "moat/one"}, "") == 0);
  REQUIRE(pith.ask({"bury", "moat/one", "--off"}, "") == 0);

  REQUIRE(pith.ask({"undo", "--count", "4"}, "") == 0);

  CHECK_THAT(pith.out, Catch::Contains("  end of a bury of moat/one\n") &&
                           Catch::Contains("  bury of moat/one\n") &&
                           Catch::Contains("  end of a suspension of moat/two/beta\n") &&
                           Catch::Contains("  suspension of moat/two/beta\n"));
}

TEST_CASE("days to come have names, lengths and dates, the same wherever one is named", "[cli]") {
  const std::string day = GENERATE("2026-12-15", "+14", "+14d", "+2w");
  Learner pith;
  REQUIRE(pith.ask({"reschedule", "moat/one", day}, "") == 0);
  CHECK(pith.due_of("moat/one") == "2026-12-15");

  const std::string tomorrow = GENERATE("tomorrow", "明天");
  REQUIRE(pith.ask({"bury", "moat/two", "--until", tomorrow}, "") == 0);
  CHECK_THAT(pith.err, Catch::Contains("2026-12-02"));
}

TEST_CASE("due tells of another day, as if nothing were answered until then", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"reschedule", "moat/one", "2026-12-03"}, "") == 0);
  REQUIRE(pith.ask({"reschedule", "moat/two", "2026-12-05"}, "") == 0);
  const auto due = [&](const std::string& day) {
    REQUIRE(pith.ask({"due", "--on", day, "--json"}, "") == 0);
    return parsed(pith.out);
  };
  CHECK(due("+1")["due"] == 0);
  CHECK(due("2026-12-03")["due"] == 1);
  CHECK(due("+5d")["due"] == 2);
  CHECK(due("+5d")["on"] == "2026-12-06");
  CHECK(pith.ask({"due", "--on", "tomorrow", "--quiet"}, "") == 1);
  CHECK(pith.ask({"due", "--on", "+2", "--quiet"}, "") == 0);
  REQUIRE(pith.ask({"due", "--json"}, "") == 0);
  CHECK_FALSE(parsed(pith.out).contains("on"));
  CHECK_THROWS_WITH(pith.ask({"due", "--on", "2026-11-30"}, ""),
                    "--on: 2026-11-30 is before today, 2026-12-01");
}

TEST_CASE("a day that is past, no day, or an item that is new is refused", "[cli]") {
  Learner pith;
  CHECK_THROWS_WITH(pith.ask({"reschedule", "moat/one", "2026-11-30"}, ""),
                    Catch::Contains("is in the past"));
  CHECK_THROWS_WITH(pith.ask({"reschedule", "moat/one", "soon"}, ""),
                    Catch::Contains("cannot read 'soon'"));
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "--until", "2026-12-01"}, ""),
                    Catch::Contains("not after today"));
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "--until", "+99999"}, ""),
                    "--until: +99999 is not from +0 to +36500 days");
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "--until", "+99999999999"}, ""),
                    Catch::Contains("is not from +0 to +36500 days"));
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "--until", "+-2000000000w"}, ""),
                    Catch::Contains("cannot read '+-2000000000w'"));
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "--until", "+"}, ""),
                    Catch::Contains("cannot read '+'"));
  CHECK_THROWS_WITH(pith.ask({"reset", "moat/two", "--point", "delta"}, ""),
                    Catch::Contains("no point 'delta'"));
  REQUIRE(pith.ask({"reset", "moat/one"}, "") == 0);
  CHECK_THROWS_WITH(pith.ask({"reschedule", "moat/one", "+3"}, ""), Catch::Contains("is new"));
}

TEST_CASE("what is due follows a deck's new wishes before any session has seen them", "[cli]") {
  Learner pith;
  const auto due = [&] {
    REQUIRE(pith.ask({"due", "--json"}, "") == 0);
    return parsed(pith.out)["due"].get<int>();
  };
  pith.now = "2026-12-02T09:00:00Z";
  REQUIRE(due() == 1);
  const std::string deck = kDeck;
  pith.write("decks/moat.yaml", "defaults: {desired_retention: 0.99}\n" + deck);

  CHECK(due() == 2);
  CHECK(pith.ask({"due", "--quiet", "moat/one"}, "") == 0);
  REQUIRE(pith.ask({"review", "--encoder", "none"}, "") == 0);
  CHECK(due() == 2);
}

TEST_CASE("several items are suspended at once, and asked again at once", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"suspend", "moat/one", "moat/two", "moat/one"}, "") == 0);
  CHECK(pith.out.empty());
  CHECK(pith.err ==
        "pith: 2 items are not asked any more; `pith undo --count 2` takes that back\n");
  CHECK(pith.due_of("moat/one").is_null());
  CHECK(pith.due_of("moat/two").is_null());

  REQUIRE(pith.ask({"suspend", "moat/two", "moat/one", "--off"}, "") == 0);
  CHECK(pith.err ==
        "pith: 2 items are asked again when they are due; `pith undo --count 2` takes that back\n");
  CHECK_FALSE(pith.due_of("moat/one").is_null());

  REQUIRE(pith.ask({"undo", "--count", "2"}, "") == 0);
  CHECK(pith.due_of("moat/one").is_null());
  CHECK(pith.due_of("moat/two").is_null());
  REQUIRE(pith.ask({"undo", "--count", "2"}, "") == 0);
  CHECK_FALSE(pith.due_of("moat/one").is_null());
  CHECK_FALSE(pith.due_of("moat/two").is_null());
}

TEST_CASE("several items are buried at once, until that is taken back", "[cli]") {
  Learner pith;
  const auto before = pith.due_of("moat/one");
  REQUIRE(pith.ask({"bury", "moat/one", "moat/two", "--until", "2027-02-01"}, "") == 0);
  CHECK(pith.err ==
        "pith: 2 items are not asked before 2027-02-01; `pith undo --count 2` takes that back\n");
  CHECK(pith.due_of("moat/one") == "2027-02-01");
  CHECK(pith.due_of("moat/two") == "2027-02-01");

  REQUIRE(pith.ask({"bury", "moat/one", "--off"}, "") == 0);
  CHECK(pith.err == "pith: moat/one is asked again when it is due; `pith undo` takes that back\n");
  CHECK(pith.due_of("moat/one") == before);
  CHECK(pith.due_of("moat/two") == "2027-02-01");

  CHECK(pith.undone()["kind"] == "bury");
  CHECK(pith.due_of("moat/one") == "2027-02-01");
  REQUIRE(pith.ask({"bury", "moat/one", "moat/two", "--off"}, "") == 0);
  CHECK(pith.due_of("moat/one") == before);
}

TEST_CASE("an item buried before it was ever asked is new again at once", "[cli]") {
  Learner pith;
  REQUIRE(pith.ask({"reset", "moat/one"}, "") == 0);
  REQUIRE(pith.ask({"bury", "moat/one", "--until", "+9"}, "") == 0);
  const auto fresh = [&] {
    REQUIRE(pith.ask({"due", "--json"}, "") == 0);
    return parsed(pith.out)["new"].get<int>();
  };
  REQUIRE(fresh() == 0);

  REQUIRE(pith.ask({"bury", "moat/one", "--off"}, "") == 0);

  CHECK(fresh() == 1);
}

TEST_CASE("one selector that means no single item leaves all of them as they were", "[cli]") {
  const auto* command = GENERATE("suspend", "bury");
  Learner pith;
  const auto one = pith.due_of("moat/one");
  CHECK_THROWS_WITH(pith.ask({command, "moat/one", "moat/tow"}, ""),
                    Catch::Contains("did you mean 'moat/two'?"));
  CHECK_THROWS_WITH(pith.ask({command, "moat/one", "moat"}, ""),
                    "'moat' means 2 items: name one, such as moat/one");
  CHECK_THROWS_WITH(pith.ask({"suspend", "moat/two", "moat/one", "--point", "beta"}, ""),
                    "moat/one has no point 'beta'; `pith show moat/one` lists them");
  CHECK_THROWS_WITH(pith.ask({"bury", "moat/one", "moat/two", "--until", "soon"}, ""),
                    Catch::Contains("cannot read 'soon'"));

  CHECK(pith.due_of("moat/one") == one);
  CHECK(pith.undone()["item"] == "moat/two");
  CHECK(pith.err.empty());
}

TEST_CASE("the same point of several items is suspended at once", "[cli]") {
  test::Learner pith(
      "deck: words\nitems:\n"
      "  - {id: a, question: First, points: [sense, use]}\n"
      "  - {id: b, question: Second, points: [sense, use]}\n");
  REQUIRE(pith.ask({"suspend", "words/a", "words/b", "--point", "use"}, "") == 0);
  CHECK(pith.err ==
        "pith: 2 points are not asked any more; `pith undo --count 2` takes that back\n");
  REQUIRE(pith.ask({"list", "--json"}, "") == 0);
  CHECK(parsed(pith.out)[0]["suspended"] == false);
  REQUIRE(pith.ask({"show", "words/b", "--json"}, "") == 0);
  CHECK(parsed(pith.out)["points"][1]["suspended"] == true);
}
