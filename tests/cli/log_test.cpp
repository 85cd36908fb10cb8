// The commands that work on the history: log, undo, rebuild, backup, restore.
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/store.h"
#include "support/command_line.h"
#include "support/json.h"
#include "text/display.h"

using nlohmann::json;
using pith::StorageError;
using pith::UsageError;
using pith::test::CommandLine;
using pith::test::parsed;
using namespace pith::history;
using pith::grading::Span;
using pith::grading::Verdict;
using pith::memory::Rating;

namespace {

/// A command line whose history has answers on two days.
struct Learner : CommandLine {
  Learner() {
    History history(folder() / "data" / "pith.db");
    for (int i = 0; i < 2; ++i) {
      const pith::memory::StudyDay day{std::chrono::days{20'000 + i}};
      const When when{pith::memory::Instant{day.time_since_epoch() + std::chrono::hours{9}},
                      std::chrono::minutes{480}, day};
      Answer answer;
      answer.item = {"startup", "moat"};
      answer.text = i == 0 ? "自研\x1b[31m算法" : "团队";
      answer.points.resize(2);
      answer.points[0] = {"算法", 2,   Verdict::missed, Verdict::hit, Rating::good,
                          1,      0.5, Span{0, 6}};
      answer.points[1].id = "团队";
      ids.push_back(to_string(history.append(when, answer).id));
    }
  }
  json log(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"log", "--json"});
    REQUIRE(run(more) == 0);
    return parsed(out).at("answers");
  }
  std::vector<std::string> ids;
};

}  // namespace

TEST_CASE("the log is given as JSON, oldest first", "[cli]") {
  Learner pith;

  const json answers = pith.log();

  REQUIRE(answers.size() == 2);
  const json& first = answers[0];
  CHECK(first["id"] == pith.ids[0]);
  CHECK(first["time"] == "2024-10-04T09:00:00Z");
  CHECK(first["item"] == "startup/moat");
  CHECK(first["mode"] == "review");
  CHECK(first["answer"] == "自研\x1b[31m算法");
  CHECK(first["score"].get<double>() == Approx(2.0 / 3));
  CHECK(first["points"][0]["verdict"] == "hit");
  CHECK(first["points"][0]["automatic"] == "missed");
  CHECK(first["points"][0]["evidence"]["text"] == "自研");
  CHECK(first["points"][1]["evidence"].is_null());
  CHECK(first["retracted"] == false);
}

TEST_CASE("the log as text is safe to print and fits the window", "[cli]") {
  Learner pith;

  REQUIRE(pith.run({"log"}) == 0);

  CHECK(pith.out.find('\x1b') == std::string::npos);
  CHECK_THAT(pith.out, Catch::Contains("2024-10-04 17:00    67%  startup/moat"));
  REQUIRE(pith.run({"log", "startup/moat", "-n", "1"}) == 0);
  CHECK_THAT(pith.out, !Catch::Contains("2024-10-04") && Catch::Contains("2024-10-05"));
}

TEST_CASE("the latest answers, and those of an item, are shown whole", "[cli]") {
  Learner pith;
  const std::string words = "a team that has shipped models, and data that nobody else may use";
  {
    History history(pith.folder() / "data" / "pith.db");
    const pith::memory::StudyDay day{std::chrono::days{20'002}};
    Answer answer;
    answer.item = {"startup", "moat"};
    answer.text = words + "\n\x1b[2J" + words;
    answer.points.resize(1);
    history.append({pith::memory::Instant{day.time_since_epoch()}, {}, day}, answer);
  }
  const auto without_breaks = [&] {
    std::string all;
    for (const char c : pith.out) {
      all += c == '\n' ? ' ' : c;
    }
    return std::regex_replace(all, std::regex(" +"), " ");
  };

  REQUIRE(pith.run({"log"}) == 0);
  CHECK_THAT(without_breaks(), !Catch::Contains("nobody else"));
  for (const auto& arguments :
       {std::vector<std::string>{"log", "-n", "1"}, {"log", "startup/moat"}}) {
    REQUIRE(pith.run(arguments) == 0);
    CHECK_THAT(without_breaks(), Catch::Contains(words + " ") && Catch::EndsWith(words + " "));
    CHECK(pith.out.find('\x1b') == std::string::npos);
    std::istringstream lines(pith.out);
    for (std::string line; std::getline(lines, line);) {
      CHECK(pith::text::display_width(line) <= 80);
    }
  }
}

TEST_CASE("an answer without words does not look like a gap in the log", "[cli]") {
  Learner pith;
  {
    History history(pith.folder() / "data" / "pith.db");
    Answer answer;
    answer.item = {"startup", "moat"};
    answer.points.resize(1);
    const pith::memory::StudyDay day{std::chrono::days{20'002}};
    history.append({pith::memory::Instant{day.time_since_epoch()}, {}, day}, answer);
  }
  REQUIRE(pith.run({"log", "-n", "1"}) == 0);
  CHECK_THAT(pith.out, Catch::EndsWith("  startup/moat  (nothing said)\n"));
  CHECK(pith.log().back()["answer"] == "");
}

TEST_CASE("undone answers are listed only on demand", "[cli]") {
  Learner pith;

  REQUIRE(pith.run({"undo", "--json"}) == 0);
  CHECK(parsed(pith.out)["undone"][0]["id"] == pith.ids[1]);
  CHECK(parsed(pith.out)["undone"][0]["retracted"] == true);

  CHECK(pith.log().size() == 1);
  REQUIRE(pith.log({"--all"}).size() == 2);
  CHECK(pith.log({"--all"})[1]["retracted"] == true);
  REQUIRE(pith.run({"undo", "-n", "5"}) == 0);
  REQUIRE(pith.run({"undo"}) == 0);
  CHECK(pith.err == "Nothing is left to undo.\n");
}

TEST_CASE("a log without answers says so, and not to programs", "[cli]") {
  CommandLine pith;

  REQUIRE(pith.run({"log"}) == 0);
  CHECK(pith.out.empty());
  CHECK(pith.err == "pith: the log has no such answer\n");
  REQUIRE(pith.run({"log", "--json"}) == 0);
  CHECK(pith.err.empty());
}

TEST_CASE("a history that is named and not there is said to be none yet, and is not made",
          "[cli]") {
  CommandLine pith;
  pith.write("data/decks/d.yaml", "items: [{id: a, question: Why, answer: so}]\n");
  const auto file = (pith.folder() / "typo.db").string();
  const std::vector<std::string> command =
      GENERATE(values<std::vector<std::string>>({{"log"},
                                                 {"stats"},
                                                 {"stats", "--json"},
                                                 {"due"},
                                                 {"show", "d/a"},
                                                 {"explain", "d/a"},
                                                 {"orphans"},
                                                 {"wordings"},
                                                 {"plan", "--on", "+3"}}));
  CAPTURE(command);
  auto arguments = command;
  arguments.insert(arguments.end(), {"--db", file});

  CHECK(pith.run(arguments) == 0);

  CHECK_THAT(pith.err, Catch::StartsWith("pith: there is no history in " + file + " yet\n"));
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(pith.run(command) == 0);
  CHECK(pith.err.find("there is no history") == std::string::npos);
}

TEST_CASE("the latest no answers are no request", "[cli]") {
  CommandLine pith;

  CHECK_THROWS_WITH(pith.run({"log", "--count", "0"}),
                    Catch::Contains("'0' is not a number above 0"));
}

TEST_CASE("an answer is redacted by its id", "[cli]") {
  Learner pith;

  REQUIRE(pith.run({"log", "redact", pith.ids[0]}) == 0);

  const json answers = pith.log();
  CHECK(answers[0]["answer"] == "");
  CHECK(answers[0]["redacted"] == true);
  CHECK(answers[0]["points"][0]["verdict"] == "hit");
  CHECK_THROWS_AS(pith.run({"log", "redact", "nothing"}), UsageError);
  CHECK_THROWS_AS(pith.run({"log", "redact", "05050505-0505-7505-8505-050505050505"}), UsageError);
  CHECK_THROWS_AS(pith.run({"log", "moat"}), UsageError);
}

TEST_CASE("nothing is written at a time of --now unless the history is named", "[cli]") {
  Learner pith;

  const auto command = GENERATE(as<std::string>{}, "undo", "review", "drill");
  CHECK_THROWS_AS(pith.run({"--now", "2030-01-01", command}), UsageError);
  CHECK_THROWS_WITH(pith.run({"--now", "2030-01-01", command}),
                    "--now writes only into a history that is named as well: add --db FILE or set "
                    "$PITH_DB");
  CHECK(pith.run({"--now", "2030-01-01", "--db", (pith.folder() / "other.db").string(), "undo"}) ==
        0);

  CHECK(pith.log().size() == 2);
}

TEST_CASE("where there is no history, looking at it makes none", "[cli]") {
  CommandLine pith;

  CHECK(pith.run({"log", "--json"}) == 0);

  CHECK(parsed(pith.out)["answers"].empty());
  CHECK(!std::filesystem::exists(pith.folder() / "data"));
  CHECK_THROWS_AS(pith.run({"backup"}), StorageError);
}

TEST_CASE("a backup is restored, and what was there before is kept", "[cli]") {
  Learner pith;
  const auto file = (pith.folder() / "mine.db").string();
  REQUIRE(pith.run({"backup", file}) == 0);
  CHECK(pith.out == file + "\n");
  CHECK_THROWS_AS(pith.run({"backup", file}), pith::UsageError);
  REQUIRE(pith.run({"undo", "-n", "2"}) == 0);

  REQUIRE(pith.run({"restore", file}) == 0);

  CHECK(pith.log().size() == 2);
  std::size_t kept = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(pith.folder() / "data" / "backups")) {
    if (entry.path().filename().string().starts_with("before-restore-")) {
      ++kept;
    }
  }
  CHECK(kept == 1);
  CHECK_THROWS_AS(pith.run({"restore", (pith.folder() / "none.db").string()}), StorageError);
}

TEST_CASE("rebuild says how many items there are", "[cli]") {
  Learner pith;

  REQUIRE(pith.run({"rebuild"}) == 0);

  CHECK(pith.out == "Rebuilt 1 item from the log.\n");
}
