#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"

namespace {

using nlohmann::json;
using pith::test::parsed;

constexpr auto kTwenty =
    "deck: moat\nlanguage: zh\ndefaults: {pass: 0.5}\nitems:\n"
    "  - {id: tech, question: 如何建立技术壁垒？, tags: [strategy], points: [原创算法, {point: "
    "专利, "
    "weight: 2, group: 法律}]}\n"
    "  - {id: team, question: 团队怎么建？, tags: [people], points: [股权激励, 共同愿景], hints: "
    "[想想钱]}\n"
    "  - {id: money, question: 钱从哪里来？, tags: [finance], points: [天使投资, 银行贷款]}\n"
    "  - {id: risk, question: 有什么风险？, tags: [finance], points: [政策风险, 技术风险]}\n";

class Candidate : public pith::test::Learner {
 public:
  Candidate() : Learner(kTwenty) {}

  int sit(std::vector<std::string> arguments, const std::string& input) {
    arguments.insert(arguments.begin(), "exam");
    arguments.insert(arguments.end(), {"--encoder", "none"});
    return ask(std::move(arguments), input);
  }

  /// The ids of the questions in the order asked.
  std::vector<std::string> questions(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--protocol", "jsonl"});
    sit(std::move(arguments),
        std::string(R"({"type":"skip"})") + "\n" + R"({"type":"skip"})" + "\n");
    std::vector<std::string> ids;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      const auto message = parsed(line);
      if (message["type"] == "question") {
        ids.push_back(message["item"]);
      }
    }
    return ids;
  }
};

}  // namespace

TEST_CASE("an exam tells nothing before the scorecard", "[cli]") {
  Candidate pith;
  const auto status =
      pith.sit({"moat/tech", "moat/team", "--seed", "1", "--time", "45m"}, "原创算法\n股权激励\n");
  CHECK(status == 1);
  CHECK(pith.out.find("hit") == std::string::npos);
  CHECK(pith.out.find("█") == pith.out.find("█", pith.out.find("Mock interview")));
  CHECK(pith.out.find("2 questions · 0 s of 45 min\n") != std::string::npos);
  CHECK(pith.out.find("Learn next\n  1. 专利\n     pith drill moat/tech --points-missed\n") !=
        std::string::npos);
}

TEST_CASE("the same seed asks the same questions, before and after they were answered", "[cli]") {
  Candidate pith;
  const auto first = pith.questions({"--seed", "7", "--count", "2"});
  REQUIRE(first.size() == 2);
  pith.sit({}, "原创算法\n股权激励\n\n政策风险\n");
  CHECK(pith.questions({"--seed", "7", "--count", "2"}) == first);
}

TEST_CASE("an exam passes by its mark, and what was not answered counts nothing", "[cli]") {
  Candidate pith;
  CHECK(pith.sit({"moat/money"}, "天使投资、银行贷款\n") == 0);
  CHECK(pith.out.find("100% · passed (mark 50%)") != std::string::npos);
  CHECK(pith.sit({"moat/money", "moat/risk", "--pass", "0.6"}, "天使投资、银行贷款\n") == 1);
  CHECK(pith.out.find("not passed (mark 60%)") != std::string::npos);
  CHECK(pith.sit({"moat/money"}, "") == 1);
}

TEST_CASE("an exam that is broken off says that it is unfinished and how far it came", "[cli]") {
  Candidate pith;
  CHECK(pith.sit({"moat/money", "moat/team", "--seed", "1"}, "天使投资，股权激励\n") == 1);
  CHECK(pith.out.find("Mock interview\n"
                      "Unfinished: 1 of 2 questions answered, 50% on those\n"
                      "███░░░░░░░  25% · not passed (mark 50%)\n"
                      "2 questions · 0 s\n") != std::string::npos);
  const auto shows = [&](const char* topic) { return pith.out.find(topic) != std::string::npos; };
  CHECK(shows("  finance ") != shows("  people "));  // what it did not come to has no score
}

TEST_CASE("an exam whose questions were all answered or left out is finished", "[cli]") {
  Candidate pith;
  const std::string too_long(std::size_t{1} << 21U, 'x');
  pith.sit({"moat/money", "moat/team"}, "天使投资\n" + too_long + "\n");
  CHECK(pith.out.find("2 questions, 1 answered") != std::string::npos);
  CHECK(pith.out.find("Unfinished") == std::string::npos);
  pith.sit({"moat/tech", "--follow-up"}, "原创算法\n");
  CHECK(pith.out.find("Unfinished") == std::string::npos);
}

TEST_CASE("a scorecard names the questions that were skipped or not reached", "[cli]") {
  Candidate pith;
  CHECK(pith.sit({"moat/money", "moat/team", "--seed", "1"}, "天使投资，股权激励\n") == 1);
  const auto all = pith.out.find("By question\n   50%  ");
  REQUIRE(all != std::string::npos);
  CHECK(pith.out.find("？ (not reached)\n", all) != std::string::npos);
  CHECK(pith.out.find("     -  ", all) != std::string::npos);

  const std::string too_long(std::size_t{1} << 21U, 'x');
  pith.sit({"moat/money", "moat/team"}, "天使投资\n" + too_long + "\n");
  CHECK(pith.out.find("？ (skipped)\n") != std::string::npos);
}

TEST_CASE("what was said by halves is not counted as missed", "[cli]") {
  pith::test::Learner pith(
      "deck: l\nlanguage: en\nitems:\n  - id: a\n    question: What are the strengths and "
      "weaknesses of a linked list?\n    points: [\"A linked list grows at run time without "
      "copying, but reaching an element takes a walk from its head\"]\n");
  pith.ask({"exam", "--encoder", "none"}, "time\n");
  REQUIRE_THAT(pith.out, Catch::Contains("partial: A linked list"));
  CHECK_THAT(pith.out, !Catch::Contains("Missed most"));
  CHECK_THAT(pith.out, Catch::Contains("Learn next"));
}

TEST_CASE("a point that was renamed was missed as often as before", "[cli]") {
  const auto deck = [](const std::string& points) {
    return "deck: l\nlanguage: en\nitems:\n  - {id: a, question: Which letters, points: [" +
           points + "]}\n";
  };
  pith::test::Learner pith(deck("alpha, omega"));
  pith.ask({"exam", "--encoder", "none"}, "alpha\n");
  pith.write("decks/moat.yaml", deck("alpha, {point: zulu, was: omega}"));
  pith.now = "2026-12-02T09:00:00Z";

  pith.ask({"exam", "--encoder", "none"}, "alpha\n");

  CHECK_THAT(pith.out, Catch::Contains("  zulu (missed 2 of 2 times)\n"));
  pith.ask({"drill", "--points-missed", "--encoder", "none"}, "zulu\n");
  CHECK_THAT(pith.out, Catch::Contains("hit") && !Catch::Contains("Nothing to ask"));
}

TEST_CASE("a follow-up that is skipped leaves the questions not reached what they are", "[cli]") {
  Candidate pith;
  const auto card = (pith.folder() / "card.json").string();
  pith.sit({"moat/tech", "moat/team", "--seed", "1", "--follow-up", "--protocol", "jsonl",
            "--report", card},
           R"({"type":"answer","answer":"原创算法"})"
           "\n"
           R"({"type":"skip"})"
           "\n");
  CHECK(pith.out.find(R"("skipped":1)") != std::string::npos);
  const auto marks = parsed(pith.read("card.json"))["marks"];
  REQUIRE(marks.size() == 2);
  CHECK(marks[1]["outcome"] == "not reached");
}

TEST_CASE("of an exam that is broken off without an answer nothing else is said", "[cli]") {
  Candidate pith;
  CHECK(pith.sit({"moat/money"}, "") == 1);
  CHECK(pith.out.find("\n\nNothing was answered.\n") == pith.out.size() - 24);
  CHECK(pith.out.find("Mock interview") == std::string::npos);
}

TEST_CASE("a scorecard to paste says as well that it is unfinished", "[cli]") {
  Candidate pith;
  const auto card = (pith.folder() / "card.md").string();
  pith.sit({"moat/money", "moat/risk", "--report", card}, "天使投资\n");
  const auto written = pith.read("card.md");
  CHECK(written.find("# Mock interview\n\n"
                     "Unfinished: 1 of 2 questions answered, 50% on those\n\n") == 0);

  const auto topics = (pith.folder() / "topics.md").string();
  pith.sit({"moat/money", "moat/team", "--seed", "1", "--report", topics}, "天使投资，股权激励\n");
  const auto two = pith.read("topics.md");
  CHECK((two.find("| finance |") != two.npos) != (two.find("| people |") != two.npos));
}

TEST_CASE("a follow-up comes after what was missed and leaves the mark alone", "[cli]") {
  Candidate pith;
  pith.sit({"moat/tech", "--follow-up"}, "原创算法\n申请专利\n");
  CHECK(pith.out.find("关于“法律”，还有什么要补充的吗？") != std::string::npos);
  CHECK(pith.out.find("33% · not passed (mark 50%)") != std::string::npos);
  CHECK(pith.out.find("100% with follow-ups") != std::string::npos);
}

TEST_CASE("an exam whose questions give nothing to follow up by says so once", "[cli]") {
  const std::string deck = "deck: l\nlanguage: en\nitems:\n  - {id: a, question: Which two, ";
  pith::test::Learner pith(deck + "points: [alpha, omega]}\n  - {id: b, front: x, back: y}\n");
  const auto said = [&] {
    return std::pair(pith.err.find("no follow-ups"), pith.err.rfind("no follow-ups"));
  };
  pith.ask({"exam", "--follow-up", "--encoder", "none"}, "alpha\ny\n");
  CHECK(said().first != std::string::npos);
  CHECK(said().first == said().second);
  pith.ask({"exam", "--encoder", "none"}, "alpha\ny\n");
  CHECK(said().first == std::string::npos);

  pith.write("decks/moat.yaml", deck + "points: [alpha, omega], hints: [letters]}\n");
  pith.ask({"exam", "--follow-up", "--encoder", "none"}, "alpha\nomega\n");
  CHECK(said().first == std::string::npos);
}

TEST_CASE("what a follow-up brought in is neither missed most nor to be learnt next", "[cli]") {
  Candidate pith;
  pith.sit({"moat/team", "--follow-up"}, "我不知道\n股权激励\n");
  const auto lists = pith.out.substr(pith.out.find("Missed most"));
  CHECK_THAT(lists, Catch::StartsWith("Missed most\n  共同愿景 (missed 1 of 1 time)\n"));
  CHECK_THAT(lists, Catch::Contains("Learn next\n  1. 共同愿景\n"));
  CHECK_THAT(lists, !Catch::Contains("股权激励"));

  pith.sit({"moat/team", "--follow-up"}, "股权激励\n共同愿景\n");
  CHECK_THAT(pith.out, !Catch::Contains("Learn next") && !Catch::Contains("Missed most"));
}

TEST_CASE("a question that was followed up counts once for the pass mark", "[cli]") {
  pith::test::Learner pith(
      "deck: moat\nlanguage: zh\nitems:\n"
      "  - {id: hard, question: 如何建立技术壁垒？, pass: 0.9, points: [原创算法, {point: 专利, "
      "group: 法律}]}\n"
      "  - {id: easy, question: 钱从哪里来？, pass: 0.3, points: [天使投资]}\n");
  pith.ask({"exam", "--follow-up", "--seed", "2", "--encoder", "none"},
           "原创算法\n专利\n天使投资\n");
  CHECK_THAT(pith.out, Catch::Contains("75% · passed (mark 60%)"));
  CHECK_THAT(pith.out, Catch::Contains("100% with follow-ups"));
}

TEST_CASE("an exam is compared with earlier ones on the questions both had", "[cli]") {
  Candidate pith;
  pith.sit({"moat/money", "moat/tech"}, "\n\n");
  pith.ask({"drill", "moat/money"}, "\n");
  pith.now = "2026-12-08T09:00:00Z";
  pith.sit({"moat/money"}, "天使投资、银行贷款\n");
  CHECK(pith.out.find("Earlier exams\n  2026-12-01 · 0% · 1 shared question: 0% → 100%\n") !=
        std::string::npos);
  pith.now = "2026-12-09T09:00:00Z";
  pith.sit({"moat/money"}, "天使投资\n");
  CHECK(pith.out.find("银行贷款 (missed 3 of 4 times)\n") != std::string::npos);
}

TEST_CASE("a program gets the scorecard with the summary", "[cli]") {
  Candidate pith;
  pith.sit({"moat/money", "--protocol", "jsonl"}, R"({"type":"pause"})"
                                                  "\n"
                                                  R"({"type":"hint"})"
                                                  "\n"
                                                  R"({"type":"answer","answer":"天使投资"})"
                                                  "\n"
                                                  R"({"type":"undo"})"
                                                  "\n");
  std::vector<json> messages;
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    messages.push_back(parsed(line));
  }
  REQUIRE(messages.size() == 6);
  CHECK(messages[0]["feedback"] == false);
  CHECK(messages[2]["code"] == "not-allowed");
  CHECK(messages[3]["code"] == "no-hint");
  CHECK(messages[4] == json{{"type", "noted"}, {"item", "moat/money"}});
  CHECK(messages[5]["type"] == "summary");
  CHECK(messages[5]["scorecard"]["score"] == 0.5);
  CHECK(messages[5]["scorecard"]["learn_next"][0]["point"] == "银行贷款");
}

TEST_CASE("a question's topic on the scorecard does not depend on the others asked", "[cli]") {
  Candidate pith;
  const std::string questions = GENERATE("moat/money", "moat/risk");
  pith.sit({questions, "--protocol", "jsonl"}, R"({"type":"answer","answer":"技术风险"})"
                                               "\n");
  const auto last = parsed(pith.out.substr(pith.out.rfind('\n', pith.out.size() - 2) + 1));
  CHECK(last["scorecard"]["topics"][0]["topic"] == "finance");
}

TEST_CASE("reports are written as asked for, several at once", "[cli]") {
  Candidate pith;
  const auto card = (pith.folder() / "card.md").string();
  const auto results = (pith.folder() / "results.xml").string();
  pith.sit({"moat/money", "--report", card, "--report", results}, "天使投资\n");
  CHECK(pith.read("card.md").find("# Mock interview\n") == 0);
  CHECK(pith.read("results.xml").find("<testsuites name=\"pith\"") != std::string::npos);
  CHECK_THROWS_AS(pith.sit({"--report", "card.pdf"}, ""), pith::UsageError);
  CHECK_THROWS_AS(pith.sit({"--format", "json"}, ""), pith::UsageError);
  CHECK_THROWS_AS(
      pith.sit({"moat/money", "--report", (pith.folder() / "no/such/card.md").string()}, ""),
      pith::StorageError);
}

TEST_CASE("a report that cannot be written is refused before the first question", "[cli]") {
  Candidate pith;
  const auto nowhere = (pith.folder() / "no/such/card.md").string();
  const auto folder = pith.folder() / "folder.md";
  std::filesystem::create_directory(folder);
  for (const auto& path : {nowhere, folder.string()}) {
    CAPTURE(path);
    CHECK_THROWS_AS(pith.sit({"moat/money", "--report", path}, "天使投资\n"), pith::StorageError);
    CHECK_FALSE(std::filesystem::exists(pith.database()));
  }
  const auto kept = pith.write("card.md", "of the last exam");
  CHECK_THROWS_AS(pith.sit({"no/such", "--report", kept}, ""), pith::UsageError);
  CHECK(pith.read("card.md") == "of the last exam");
}
