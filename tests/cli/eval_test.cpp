// pith eval: the grader against human marks.
#include <filesystem>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/grading/evaluation.h"
#include "support/command_line.h"
#include "support/json.h"
#include "support/working_folder.h"

namespace {

using nlohmann::json;
using pith::test::CommandLine;
using pith::test::parsed;

constexpr auto kDeck =
    "deck: d\nlanguage: zh\nitems:\n"
    "  - id: care\n    question: 怎样保证服务器稳定运行？\n    points: [定期备份, 监控告警]\n";
constexpr auto kAnswers =
    R"({"item": "care", "answer": "定期备份，监控告警。", "style": "full", "points": [1, 1]}
{"question": 1, "answer": "定期备份。", "style": "half", "points": [1, 0]}

{"item": "d/care", "answer": "天气很好。", "style": "half", "points": [0, 1]}
)";

class Evaluation : public CommandLine {
 public:
  Evaluation() : deck(write("d.yaml", kDeck)), answers(write("a.jsonl", kAnswers)) {}

  int eval(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"eval", deck, answers, "--encoder", "none"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  std::string deck;
  std::string answers;
};

}  // namespace

TEST_CASE("eval counts points, scores and styles", "[cli][eval]") {
  Evaluation pith;
  CHECK(pith.eval({"--json"}) == 0);

  const auto report = parsed(pith.out);
  CHECK(report["answers"] == 3);
  CHECK(report["points"]["n"] == 6);
  CHECK(report["points"]["precision"] == 1.0);
  CHECK(report["points"]["recall"] == 0.75);
  CHECK(report["by_style"]["full"] == json({{"n", 2}, {"recall", 1.0}, {"false_hit", nullptr}}));
  CHECK(report["by_style"]["half"] == json({{"n", 4}, {"recall", 0.5}, {"false_hit", 0.0}}));
  CHECK(report["scores"]["within_0_1"].get<double>() == Approx(2.0 / 3));
  CHECK_FALSE(report.contains("per_answer"));
}

TEST_CASE("eval compares with the score given, also beside points", "[cli][eval]") {
  Evaluation pith;
  pith.write("a.jsonl",
             R"({"item": "care", "answer": "定期备份。", "points": [1, 0], "score": 0.9})"
             "\n");
  CHECK(pith.eval({"--json", "--per-answer"}) == 0);
  const auto report = parsed(pith.out);
  CHECK(report["per_answer"][0]["human_score"] == 0.9);
  CHECK(report["per_answer"][0]["labels"] == json({1.0, 0.0}));
}

TEST_CASE("eval waits for no pipe or device that nobody has open", "[cli][eval]") {
  Evaluation pith;
  CHECK_THROWS_WITH(pith.run({"eval", pith.deck, "/dev/zero", "--encoder", "none"}),
                    Catch::Contains("a pipe or a device"));
  const auto pipe = (pith.folder() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THROWS_WITH(pith.run({"eval", pith.deck, pipe, "--encoder", "none"}),
                    Catch::Contains("a pipe or a device"));
}

TEST_CASE("eval reads a pipe that the shell has opened", "[cli][eval]") {
  Evaluation pith;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], kAnswers, std::string_view(kAnswers).size()) > 0);
  ::close(ends[1]);
  CHECK(pith.run({"eval", pith.deck, "/dev/fd/" + std::to_string(ends[0]), "--encoder", "none"}) ==
        0);
  ::close(ends[0]);
}

TEST_CASE("eval takes a deck by its id", "[cli][eval]") {
  Evaluation pith;
  pith.write("data/decks/care.yaml", kDeck);
  CHECK(pith.run({"eval", "d", pith.answers, "--encoder", "none", "--json"}) == 0);
  CHECK(parsed(pith.out)["answers"] == 3);
  const pith::test::WorkingFolder here(pith.folder());
  std::filesystem::create_directory("d");
  CHECK(pith.run({"eval", "d", pith.answers, "--encoder", "none", "--json"}) == 0);
  CHECK_THROWS_WITH(pith.run({"eval", "e", pith.answers}),
                    "no deck is called 'e': `pith list` shows what there is");
  CHECK_THROWS_AS(pith.run({"eval", "e.yaml", pith.answers}), pith::InvalidInput);
}

TEST_CASE("eval takes labels that are true or false as 1 and 0", "[cli][eval]") {
  Evaluation pith;
  pith.write("a.jsonl",
             "{\"item\": \"care\", \"answer\": \"定期备份。\", \"points\": [true, false]}\n");
  CHECK(pith.eval({"--json", "--per-answer"}) == 0);
  const auto report = parsed(pith.out);
  CHECK(report["points"]["precision"] == 1.0);
  CHECK(report["per_answer"][0]["labels"] == json({1.0, 0.0}));
  CHECK(report["per_answer"][0]["human_score"] == 0.5);
  pith.write("a.jsonl", "{\"item\": \"care\", \"answer\": \"a\", \"score\": true}\n");
  CHECK_THROWS_AS(pith.eval({}), pith::InvalidInput);
}

TEST_CASE("eval's table has intervals and the answers that are furthest off", "[cli][eval]") {
  Evaluation pith;
  CHECK(pith.eval({}) == 0);

  CHECK(pith.out.find("points  F1 0.857  precision 1.00  recall 0.75") != std::string::npos);
  CHECK(pith.out.find("  half                    4  recall 0.50 [0.12, 0.88]    false hits 0.00 "
                      "[0.00, 0.57]\n") != std::string::npos);
  CHECK(pith.out.find("Furthest from the human mark:\n"
                      "  care: 0.00 against 0.50\n"
                      "    天气很好。\n"
                      "      定期备份: missed (label 0), not mentioned\n") != std::string::npos);
  CHECK(pith.eval({"--per-answer"}) == 0);
  CHECK(pith.out.find("Every answer:\n"
                      "  care: 1.00 against 1.00\n"
                      "    定期备份，监控告警。\n"
                      "      定期备份: hit (label 1), stated: 定期备份 “定期备份”\n") !=
        std::string::npos);
}

TEST_CASE("eval takes several pairs in one call", "[cli][eval]") {
  Evaluation pith;
  CHECK(pith.eval({pith.deck, pith.answers, "--json", "--per-answer"}) == 0);

  const auto reports = parsed(pith.out);
  REQUIRE(reports.size() == 2);
  CHECK(reports[1]["per_answer"].size() == 3);
  CHECK_THROWS_AS(pith.eval({pith.deck}), pith::UsageError);
}

TEST_CASE("a record that cannot be used is named by its line", "[cli][eval]") {
  Evaluation pith;
  const auto [line, why] = GENERATE(table<std::string, std::string>({
      {"{", "the line is no JSON object in UTF-8"},
      {"[" + std::string(100'000, '[') + std::string(100'000, ']') + "]", "the line is no JSON"},
      {R"({"item": "care", "answer": ")" + std::string(300'000, 'a'), "the line is too long"},
      {R"({"question": "1", "answer": "a", "score": 1})", "no record with an answer"},
      {R"({"item": "care", "answer": "a", "score": 3})", "3 is no mark: a number from 0 to 1"},
      {R"({"item": "care", "answer": "a", "points": [5, 0]})", "5 is no mark"},
      {R"({"item": "care", "answer": "a", "points": [0, -1]})", "-1 is no mark"},
      {R"({"item": "care", "answer": "a"})", "no record"},
      {R"({"item": "none", "answer": "a", "score": 1})", "the deck has no item 'none'"},
      {R"({"question": 2, "answer": "a", "score": 1})", "the deck has no question 2"},
      {R"({"question": 1.5, "answer": "a", "score": 1})", "the deck has no question 1.5"},
      {R"({"question": -1, "answer": "a", "score": 1})", "the deck has no question -1"},
      {R"({"item": "care", "answer": "a", "points": [1, 0], "score": 7})", "7 is no mark"},
      {R"({"item": "care", "answer": "a", "points": [1, 0], "score": "x"})", "\"x\" is no mark"},
      {R"({"item": "care", "answer": "a", "points": [1]})", "1 labels, but the item has 2 points"},
  }));
  pith.write("a.jsonl", std::string(kAnswers) + line + "\n");

  CHECK_THROWS_WITH(pith.eval({}), Catch::Contains("a.jsonl:5: " + why));
}

TEST_CASE("a record that names two items is refused by its line", "[cli][eval]") {
  Evaluation pith;
  pith.write("d.yaml", std::string(kDeck) + "  - {id: cost, question: 怎样省钱？, answer: 关机}\n");
  pith.write("a.jsonl",
             "{\"item\": \"care\", \"question\": 1, \"answer\": \"a\", \"score\": 1}\n"
             "{\"item\": \"d/cost\", \"question\": 2, \"answer\": \"a\", \"score\": 1}\n");
  CHECK(pith.eval({}) == 0);

  pith.write("a.jsonl",
             "\n{\"item\": \"cost\", \"question\": 1, \"answer\": \"a\", \"score\": 1}\n");
  CHECK_THROWS_MATCHES(
      pith.eval({}), pith::InvalidInput,
      Catch::Message(pith.answers +
                     ":2: question 1 is 'care', not the item 'cost': give one of them"));
  pith.write("a.jsonl", "{\"item\": \"none\", \"question\": 1, \"answer\": \"a\", \"score\": 1}\n");
  CHECK_THROWS_MATCHES(pith.eval({}), pith::InvalidInput,
                       Catch::Message(pith.answers + ":1: the deck has no item 'none'"));
}

TEST_CASE("where there is no correlation, or nothing to have a share of, eval gives no number",
          "[cli][eval]") {
  Evaluation pith;
  SECTION("of a single answer") {
    pith.write("a.jsonl", "{\"item\": \"care\", \"answer\": \"天气\", \"points\": [1, 0]}\n");
  }
  SECTION("of marks that are all alike") {
    const std::string line = "{\"item\": \"care\", \"answer\": \"天气\", \"points\": [0.1, 0.1]}\n";
    pith.write("a.jsonl", line + line + line);
  }
  REQUIRE(pith.eval({"--json"}) == 0);
  const auto report = parsed(pith.out);
  CHECK(report["scores"]["pearson"].is_null());
  CHECK(report["scores"]["spearman"].is_null());
  CHECK(report["points"]["precision"].is_null());
  CHECK(report["points"]["recall"] == 0.0);
  CHECK(report["points"]["f1"] == 0.0);

  REQUIRE(pith.eval({}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("scores  r -  rho -  RMSE "));
  CHECK_THAT(pith.out, Catch::Contains("points  F1 0.000  precision -  recall 0.00"));
}

TEST_CASE("where no point was stated, eval gives no recall", "[cli][eval]") {
  Evaluation pith;
  const auto [answer, precision, f1] = GENERATE(
      table<std::string, json, json>({{"天气", nullptr, nullptr}, {"定期备份", 0.0, 0.0}}));
  pith.write("a.jsonl",
             "{\"item\": \"care\", \"answer\": \"" + answer + "\", \"points\": [0, 0]}\n");
  REQUIRE(pith.eval({"--json"}) == 0);
  const auto points = parsed(pith.out)["points"];
  CHECK(points["recall"].is_null());
  CHECK(points["precision"] == precision);
  CHECK(points["f1"] == f1);
}

TEST_CASE("coverage is the largest share that is right often enough, ties together",
          "[cli][eval]") {
  using pith::cli::coverage_at;
  using pith::cli::PointPair;
  const std::vector<PointPair> pairs = {
      {1, 1, 0.9}, {1, 1, 0.8}, {0, 1, 0.7}, {1, 1, 0.6}, {1, 0, 0.6}};

  CHECK(coverage_at(pairs, 0.95) == Approx(0.4));
  CHECK(coverage_at(pairs, 0.60) == Approx(1.0));
  CHECK(coverage_at(pairs, 0.66) == Approx(0.6));
  CHECK(coverage_at({}, 0.9) == 0.0);
}
