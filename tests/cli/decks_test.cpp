// The commands that read decks: check, list, show, search.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/error.h"
#include "history/store.h"
#include "support/command_line.h"
#include "support/json.h"
#include "text/display.h"

namespace {

using nlohmann::json;
using pith::test::CommandLine;
using pith::test::parsed;
using pith::test::without_folder;

constexpr auto kMoat =
    "deck: moat\ntags: [strategy]\nitems:\n"
    "  - id: tech\n    question: 如何建立技术壁垒？\n    points:\n"
    "      - 原创算法: 自己研发。\n      - {point: 專利, accept: [著作权], weight: 2}\n"
    "  - {id: saas, front: SaaS, back: Software as a Service}\n";

}  // namespace

TEST_CASE("check points at the mistake, with the caret by display width", "[cli]") {
  CommandLine pith;
  const auto file = pith.write("d.yaml", "deck: d\nitems:\n  - {question: 中文？, answr: x}\n");

  CHECK(pith.run({"check", file}) == 3);

  CHECK(without_folder(pith.out, pith) ==
        "@/d.yaml:3:21: error: unknown key 'answr' in an item\n"
        "    - {question: 中文？, answr: x}\n"
        "                         ^\n"
        "  hint: did you mean 'answer'?\n"
        "0 decks, 0 items, 0 points: 1 error, 0 warnings\n");
}

TEST_CASE("check shows the line of an id that another deck has", "[cli]") {
  CommandLine pith;
  const auto first = pith.write("a.yaml", "deck: d\nitems:\n  - {front: a, back: b}\n");
  const auto second = pith.write("b.yaml", "title: B\ndeck: d\nitems:\n  - {front: a, back: b}\n");

  CHECK(pith.run({"check", first, second}) == 3);

  CHECK_THAT(without_folder(pith.out, pith),
             Catch::StartsWith("@/b.yaml:2:7: error: duplicate deck id 'd'\n"
                               "  deck: d\n"
                               "        ^\n"));
}

TEST_CASE("what check says of a sound deck shows its line as a mistake's is shown", "[cli]") {
  const std::string end = GENERATE("\n", "\r\n");
  CommandLine pith;
  const auto deck =
      pith.write("a.yaml", "\xEF\xBB\xBFitems: [{question: A moat, points: [moat]}]" + end);
  CHECK(pith.run({"check", deck}) == 0);
  CHECK_THAT(pith.out,
             Catch::Contains("a.yaml:1:37: warning: the question gives the point 'moat' away\n"
                             "  items: [{question: A moat, points: [moat]}]\n"
                             "                                      ^\n"));
}

TEST_CASE("check cuts long lines around the caret and lets no control character through", "[cli]") {
  CommandLine pith;
  pith.screen.columns = 40;
  const auto file = pith.write("d.yaml", "deck: d\ntitle: " + std::string(200, 'a') + "\x1b[31m" +
                                             std::string(200, 'b') + "\nitems: []\n");

  CHECK(pith.run({"check", file}) == 3);

  CHECK(pith.out.find('\x1b') == std::string::npos);
  CHECK(without_folder(pith.out, pith)
            .find("  aaaaaaaaaaaaaaaaaaa␛[31mbbbbbbbbbbbbb…\n"
                  "                     ^\n") != std::string::npos);
}

TEST_CASE("check shows no line that is as long as a file", "[cli]") {
  CommandLine pith;
  std::string items;
  for (int i = 0; i < 3'000; ++i) {
    items += fmt::format("{{question: A moat {}, points: [moat]}}, ", i);
  }
  const auto file = pith.write("d.yaml", "deck: d\nitems: [" + items + "]\n");

  CHECK(pith.run({"check", file}) == 0);

  CHECK_THAT(pith.out, Catch::Contains("gives the point 'moat' away"));
  CHECK_THAT(pith.out, !Catch::Contains("^"));
}

TEST_CASE("check counts from 1 in JSON, for mistakes of a whole file too", "[cli]") {
  CommandLine pith;
  const auto file = pith.write("moat.yaml", kMoat);

  CHECK(pith.run({"check", file, pith.folder() / "absent.yaml", "--json"}) == 3);

  const auto report = parsed(pith.out);
  CHECK(report["decks"] == 1);
  CHECK(report["items"] == 2);
  CHECK(report["points"] == 3);
  CHECK(report["warnings"].empty());
  REQUIRE(report["errors"].size() == 1);
  CHECK(report["errors"][0]["line"] == 1);
  CHECK(report["errors"][0]["column"] == 1);
  CHECK(report["errors"][0]["message"] == "there is no such file");
}

TEST_CASE("list shows decks and items, cut to the window", "[cli]") {
  CommandLine pith;
  pith.screen.columns = 25;
  pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"list"}) == 0);

  CHECK(pith.out ==
        "moat  (2 items)\n"
        "  tech   new   2  如何建立…\n"
        "  saas   new   1  SaaS\n");
}

TEST_CASE("list gives one object an item", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"list", "moat/tech", "--json"}) == 0);

  CHECK(parsed(pith.out) == parsed(R"([{"id":"moat/tech","deck":"moat","kind":"points",
                         "question":"如何建立技术壁垒？","points":2,"tags":["strategy"],
                         "reviews":0,"expected_score":null,"due":null,"suspended":false,
                         "buried_until":null,"difficulty":null,"lapses":0,"leech":false}])"));
}

TEST_CASE("show gives each wording that contradicts a point a line of its own", "[cli]") {
  CommandLine pith;
  const auto file = pith.write("moat.yaml",
                               "language: en\nitems:\n  - id: law\n    question: How?\n"
                               "    points:\n      - point: patents\n"
                               "        reject: [\"Wait, they are dear\", Publish it all]\n");

  CHECK(pith.run({"show", file + "/law"}) == 0);

  CHECK(pith.out ==
        "moat/law\n\nHow?\n\n  • patents\n"
        "    rejects: Wait, they are dear\n    rejects: Publish it all\n");
}

TEST_CASE("show tells everything of an item", "[cli]") {
  CommandLine pith;
  const auto file = pith.write("moat.yaml", kMoat);

  CHECK(pith.run({"show", file + "/tech"}) == 0);

  CHECK(pith.out ==
        "moat/tech\n\n如何建立技术壁垒？\n\n  • 原创算法\n    自己研发。\n  • 專利\n"
        "    accepts: 著作权\n\nTags: strategy\n");
  CHECK(pith.run({"show", file + "/tech", "--json"}) == 0);
  CHECK(parsed(pith.out)["points"][1]["weight"] == 2);
  CHECK_THROWS_WITH(pith.run({"show", file}),
                    "'" + file + "' means 2 items: name one, such as moat/tech");
}

TEST_CASE("list and show know what the history says", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  const auto database = (pith.folder() / "data/pith.db").string();
  const auto list = [&] {
    pith.run({"list", "moat/tech", "--json", "--db", database, "--now", "2026-01-06T12:00Z"});
    return parsed(pith.out)[0];
  };
  CHECK(list()["due"].is_null());
  CHECK_FALSE(std::filesystem::exists(database));

  const auto day = std::chrono::local_days{std::chrono::year{2026} / 1 / 1};
  const pith::memory::Instant noon{day.time_since_epoch() + std::chrono::hours{12}};
  pith::history::AnsweredPoint point;
  point.id = "專利";
  point.verdict = pith::grading::Verdict::hit;
  point.rating = pith::memory::Rating::good;
  pith::history::Answer answer;
  answer.item = {"moat", "tech"};
  answer.points = {point};
  pith::history::History(database).append({noon, {}, day}, answer);

  const auto item = list();
  CHECK(item["reviews"] == 1);
  CHECK(item["due"].get<std::string>() > "2026-01-01");
  // Two thirds of the weight are remembered at some 0.85, the rest was never seen.
  CHECK(item["expected_score"].get<double>() == Approx(0.57).margin(0.05));
  pith.run({"show", "moat/tech", "--json", "--db", database, "--now", "2026-01-06T12:00Z"});
  const auto points = parsed(pith.out)["points"];
  CHECK(points[0]["stability"].is_null());
  CHECK(points[0]["verdicts"].empty());
  CHECK(points[1]["stability"].get<double>() == Approx(2.3065));
  CHECK(points[1]["last_review"] == "2026-01-01");
  CHECK(points[1]["verdicts"] == json::array({"hit"}));
}

TEST_CASE("show --json has every verdict, the latest of very many too", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  const auto database = (pith.folder() / "pith.db").string();
  pith::history::AnsweredPoint point;
  point.id = "專利";
  pith::history::Answer answer;
  answer.item = {"moat", "tech"};
  {
    pith::history::History history(database);
    history.at_once([&] {
      for (int i = 0; i <= 1'000; ++i) {
        const pith::memory::StudyDay day{std::chrono::local_days{std::chrono::days{20'000 + i}}};
        const pith::memory::Instant noon{day.time_since_epoch() + std::chrono::hours{12}};
        point.verdict = i < 1'000 ? pith::grading::Verdict::missed : pith::grading::Verdict::hit;
        answer.points = {point};
        history.append({noon, {}, day}, answer);
      }
    });
  }

  pith.run({"show", "moat/tech", "--json", "--db", database});
  const auto verdicts = parsed(pith.out)["points"][1]["verdicts"];
  CHECK(verdicts.size() == 1'001);
  CHECK(verdicts.back() == "hit");
}

TEST_CASE("search finds words in any script, width and case", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"search", "专利", "壁垒"}) == 0);
  CHECK(pith.out == "moat  (1 item)\n  tech   new   2  如何建立技术壁垒？\n");
  CHECK(pith.run({"search", "ＳＡＡＳ"}) == 0);
  CHECK(pith.out == "moat  (1 item)\n  saas   new   1  SaaS\n");
  CHECK(pith.run({"search", "nowhere"}) == 0);
  CHECK(pith.out.empty());
}

TEST_CASE("a broken deck is warned of and the others are used", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  const auto broken = pith.write("data/decks/broken.yaml", "items: [\n");

  CHECK(pith.run({"list", "moat"}) == 0);

  CHECK(without_folder(pith.err, pith) ==
        "@/data/decks/broken.yaml:1:1: error: a '[' is never closed\n"
        "pith: broken decks are left out; `pith check` shows more\n");
  CHECK_THROWS_AS(pith.run({"show", broken + "/x"}), pith::InvalidInput);
  CHECK_THROWS_AS(pith.run({"show", "broken/x"}), pith::InvalidInput);
}

TEST_CASE("a deck with a slash behind it lacks its item", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  CHECK_THROWS_WITH(pith.run({"list", "moat/"}),
                    "an item has to follow 'moat/', or leave the slash out");
  CHECK_THROWS_AS(pith.run({"list", "nowhere/"}), pith::InvalidInput);
}

TEST_CASE("a folder of which no deck can be read is no name that nobody knows", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  pith.write("my folder/broken.yaml", "items: [\n");
  const auto end = GENERATE(values<std::string>({"", "/"}));
  const auto named = (pith.folder() / "my folder").string() + end;
  CAPTURE(named);

  CHECK_THROWS_WITH(pith.run({"drill", named}), "no deck in '" + named + "' can be read");
  CHECK_THROWS_AS(pith.run({"drill", named}), pith::InvalidInput);
  CHECK_THAT(pith.err, Catch::Contains("a '[' is never closed"));

  pith.write("my folder/sound.yaml", kMoat);
  CHECK(pith.run({"list", named}) == 0);
}

TEST_CASE("where no deck at all can be read, asking ends as with a broken deck that is named",
          "[cli]") {
  CommandLine pith;
  pith.write("data/decks/broken.yaml", "items: [\n");
  auto command = GENERATE(values<std::vector<std::string>>(
      {{"drill"}, {"exam"}, {"review"}, {"review", "--for", "+7"}, {"run"}, {"run", "--dry-run"}}));
  if (command.front() == "run") {
    command.insert(command.begin() + 1, pith.write("daily.yaml", "practice: Daily\n"));
  }
  if (GENERATE(false, true)) {
    command.insert(command.end(), {"--decks", pith.folder() / "data/decks"});
  }
  CAPTURE(command);

  CHECK_THROWS_WITH(pith.run(command), "no deck can be read");
  CHECK_THROWS_AS(pith.run(command), pith::InvalidInput);
  CHECK(pith.out.empty());
  CHECK_THAT(pith.err, Catch::Contains("broken.yaml:1:1: error: a '[' is never closed"));
  CHECK_FALSE(std::filesystem::exists(pith.folder() / "data" / "pith.db"));

  pith.write("data/decks/moat.yaml", kMoat);
  CHECK(pith.run(command) != 3);
}

TEST_CASE("a deck whose items are misspelt does not vanish without a word", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  pith.write("data/decks/typo.yaml", "title: T\nitmes:\n  - {question: Why, answer: so}\n");
  pith.write("data/decks/daily.yaml", "practice: Daily\nselect: [moat]\n");
  const std::string warning =
      "@/data/decks/typo.yaml:2:1: warning: this is no deck and was passed over: "
      "unknown key 'itmes' in a deck\n";

  for (int time = 0; time < 2; ++time) {  // read, and known
    for (const auto* command : {"list", "due", "review"}) {
      CHECK(pith.run({command}) == 0);
      CHECK_THAT(without_folder(pith.err, pith), Catch::Contains(warning));
      CHECK(pith.err.find("daily") == std::string::npos);
    }
  }
  CHECK(pith.run({"check"}) == 0);
  CHECK_THAT(without_folder(pith.out, pith), Catch::Contains(warning));
  CHECK_THAT(pith.out, Catch::Contains("hint: did you mean 'items'?"));
  CHECK_THAT(pith.out, Catch::Contains("0 errors, "));
}

TEST_CASE("check takes a deck's id as well, and import sends a deck where it belongs", "[cli]") {
  CommandLine pith;
  const auto file = pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"check", "moat"}) == 0);
  CHECK(pith.out.find("1 deck, 2 items") != std::string::npos);
  CHECK_THROWS_WITH(pith.run({"import", file}), Catch::Contains("is a deck of pith already: `cp "));
}

TEST_CASE("import sends a deck where pith finds it, and one that is there nowhere", "[cli]") {
  CommandLine pith;
  const auto decks = (pith.folder() / "data" / "decks").string();
  const auto there = pith.write("data/decks/moat.yaml", kMoat);
  CHECK_THROWS_WITH(pith.run({"import", there}),
                    Catch::Contains("is among your decks") && !Catch::Contains("is all it takes"));
  const auto json = pith.write("my deck.data", kMoat);
  CHECK_THROWS_WITH(pith.run({"import", json}),
                    Catch::Contains("`cp '" + json + "' " + decks + "/moat.yaml` is all it takes"));
  const auto yaml = pith.write("other.yaml", kMoat);
  CHECK_THROWS_WITH(pith.run({"import", yaml}),
                    Catch::Contains("`cp " + yaml + " " + decks + "/other.yaml` is all it takes"));
}

TEST_CASE("check tells what is broken in a deck that is named by its id", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);
  const auto file = pith.write("data/decks/bad.yaml", "deck: bad\nitems:\n  - {answr: x}\n");

  CHECK(pith.run({"check", "bad"}) == 3);
  CHECK_THAT(pith.out, Catch::StartsWith(file + ":3:6: error: unknown key 'answr' in an item\n"));

  CHECK(pith.run({"check", "absent"}) == 3);
  CHECK_THAT(pith.out, Catch::StartsWith("absent:1:1: error: there is no such file\n"));
}

TEST_CASE("check tells where a setting of all items goes, and what stands for yes", "[cli]") {
  CommandLine pith;
  const auto file =
      pith.write("d.yaml", "deck: d\npas: 0.6\nitems:\n  - {front: a, back: b, reversed: yes}\n");

  CHECK(pith.run({"check", file}) == 3);

  CHECK(pith.out.find("hint: 'pass' goes under 'defaults:'") != std::string::npos);
  CHECK(pith.out.find("hint: write reversed: true") != std::string::npos);
}

TEST_CASE("a deck that is not there is an invalid deck to every command", "[cli]") {
  const auto* command = GENERATE("list", "show", "review", "drill", "exam", "grade", "explain",
                                 "stats", "due", "wordings", "eval");
  CAPTURE(command);
  CommandLine pith;
  const auto absent = (pith.folder() / "absent.yaml").string();
  std::vector<std::string> arguments = {command, absent, "--db", (pith.folder() / "p.db").string()};
  if (std::string_view(command) == "eval") {
    arguments.push_back(pith.write("answers.jsonl", ""));
  }
  CHECK_THROWS_WITH(pith.run(arguments), absent + ":1:1: error: there is no such file");
  CHECK_THROWS_AS(pith.run(arguments), pith::InvalidInput);
}

TEST_CASE("what is said of decks and wordings stays within a narrow window", "[cli]") {
  CommandLine pith;
  pith.screen.columns = 44;
  pith.screen.out_is_terminal = pith.screen.err_is_terminal = true;
  const auto folder = pith.folder() / "decks";
  pith.write("decks/moat.yaml", kMoat);
  pith.write("decks/broken.yaml", "deck: broken\nitems:\n  - {question: 中文？, answr: x}\n");
  const std::vector<std::string> command = GENERATE(values<std::vector<std::string>>(
      {{"check"}, {"wordings"}, {"wordings", "--write"}, {"suspend", "moat/tech"}}));
  CAPTURE(command);
  auto arguments = command;
  arguments.insert(arguments.end(), {"--decks", folder.string(), "--now", "2026-12-01T09:00Z",
                                     "--db", (pith.folder() / "p.db").string()});
  pith.run(arguments);
  std::istringstream lines(pith.out + pith.err);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(pith::text::display_width(line) <= 44);
  }
}

TEST_CASE("check names the id that a word may be meant for, where there is no such file", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"check", "moot"}) == 3);
  CHECK_THAT(pith.out, Catch::StartsWith("moot:1:1: error: there is no such file\n"
                                         "  hint: did you mean 'moat'?\n"));
  CHECK(pith.run({"check", "nothing"}) == 3);
  CHECK_THAT(pith.out, Catch::Contains(
                           "  hint: no deck has this id either: `pith list` shows what there is"));
  CHECK(pith.run({"check", "./moot.yaml"}) == 3);
  CHECK_THAT(pith.out, Catch::Contains("  hint: check the path\n"));
}

TEST_CASE("search names the command that knows tags", "[cli]") {
  CommandLine pith;
  pith.write("data/decks/moat.yaml", kMoat);

  CHECK(pith.run({"search", "tag:strategy"}) == 0);
  CHECK(pith.err ==
        "pith: no item has these words; `pith list tag:strategy` lists the items with that tag\n");
}

TEST_CASE("show tells how far off a number may be, the letters of options and which gap is which",
          "[cli]") {
  CommandLine pith;
  const auto file =
      pith.write("d.yaml",
                 "deck: d\nlanguage: en\nitems:\n"
                 "  - {id: n, question: How far, answer: 300, tolerance: 2.5}\n"
                 "  - {id: e, question: How many, answer: 7}\n"
                 "  - {id: c, question: Which, choices: {correct: [owl], wrong: [bat, bee]}}\n"
                 "  - {id: g, cloze: \"{{c2::Paris}} lies in {{c1::France}}\"}\n");
  const auto shown = [&](const std::string& item) {
    CHECK(pith.run({"show", file + "/" + item}) == 0);
    return pith.out;
  };
  const auto as_data = [&](const std::string& item) {
    CHECK(pith.run({"show", file + "/" + item, "--json"}) == 0);
    return parsed(pith.out);
  };

  CHECK(shown("n") == "d/n\n\nHow far\n\n  • 300\n    tolerance: 2.5\n");
  CHECK(as_data("n")["tolerance"] == 2.5);
  CHECK(shown("e") == "d/e\n\nHow many\n\n  • 7\n");
  CHECK(as_data("e")["tolerance"] == 0);
  CHECK(shown("c") == "d/c\n\nWhich\n\n  [x] a) owl\n  [ ] b) bat\n  [ ] c) bee\n");
  CHECK(as_data("c")["choices"][1]["letter"] == "b");
  CHECK(as_data("c")["tolerance"].is_null());
  CHECK(shown("g") == "d/g\n\n[…] lies in […]\n\n  • c1: France\n  • c2: Paris\n");
}
