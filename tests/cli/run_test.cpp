#include <cstdint>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/error.h"
#include "cli/learner.h"
#include "support/json.h"

namespace {

using nlohmann::json;
using pith::test::parsed;

constexpr auto kMoat =
    "deck: moat\nitems:\n"
    "  - {id: tech, question: 如何建立技术壁垒？, points: [原创算法, 专利]}\n"
    "  - {id: term, question: Recall falls to 90% after what, answer: stability}\n"
    "  - {id: third, question: And the third, answer: three}\n";

class Runner : public pith::test::Learner {
 public:
  Runner() : Learner(kMoat) {}

  int practise(const std::string& yaml, const std::string& input,
               std::vector<std::string> more = {}) {
    file = write("practice/daily.yaml", yaml);
    more.insert(more.begin(), {"run", file});
    more.insert(more.end(), {"--encoder", "none"});
    return ask(std::move(more), input);
  }

  std::string file;
};

}  // namespace

TEST_CASE("a scripted practice asks by its file and exits by its pass mark", "[cli]") {
  Runner pith;
  const auto yaml = "practice: Daily\npass: 0.6\nselect: [moat/tech, moat/term]\n";
  CHECK(pith.practise(yaml, "原创算法和专利\nstability\n") == 0);
  CHECK(pith.out.find("Daily\n██████████  100% · passed (mark 60%)\n") != std::string::npos);
  CHECK(pith.practise(yaml, "原创算法\nwrong\n") == 1);
  CHECK(pith.practise(yaml, "原创算法和专利\n") == 1);
}

TEST_CASE("a shipped practice asks the shipped decks it names beside decks of one's own", "[cli]") {
  pith::test::CommandLine pith;
  pith.write("shipped/moat.yaml", kMoat);
  pith.write("shipped/practice/mock.yaml",
             "practice: Mock\nselect: [moat]\npass: 0.5\nsections:\n"
             "  - {name: One, select: [moat/term]}\n  - {name: Two, count: 1}\n");
  pith.write("data/decks/own.yaml", "deck: own\nitems: [{question: Mine, answer: own}]\n");
  pith.in = "stability\nthree\n";

  CHECK(pith.run({"run", "mock", "--encoder", "none"}) == 0);

  CHECK(pith.out.find("Recall falls to 90%") != std::string::npos);
  CHECK(pith.out.find("Mine") == std::string::npos);
  CHECK(pith.err.find("error") == std::string::npos);

  pith.write("data/decks/moat.yaml", "deck: moat\nitems: [{id: term, question: Own, answer: a}]\n");
  pith.run({"run", "mock", "--encoder", "none"});
  CHECK(pith.out.find("Own") != std::string::npos);
}

TEST_CASE("who drills a practice is told how to run it", "[cli]") {
  Runner pith;
  const auto file = pith.write("practice/p.yaml", "# mine\npractice: P\nselect: [moat]\n");
  CHECK_THROWS_WITH(pith.ask({"drill", file}, ""),
                    file + " is a practice, not a deck: `pith run " + file + "` asks it");
  CHECK_THROWS_AS(pith.ask({"drill", file}, ""), pith::InvalidInput);
}

TEST_CASE("what is due or weakest is asked in the learner's language first", "[cli]") {
  const auto* section = GENERATE("choose: due\n", "order: weakest\n");
  const auto* other =
      "deck: later\nlanguage: zh\nitems:\n  - {id: only, question: 什么？, answer: 好}\n";
  Runner pith;
  pith.write("decks/moat.yaml", std::string("language: en\n") + kMoat);
  pith.write("decks/zz.yaml", other);
  const auto first = [&](pith::text::Language language) {
    pith.tr = pith::text::Messages(language);
    REQUIRE(pith.practise(std::string("practice: Daily\n") + section, "",
                          {"--dry-run", "--json"}) == 0);
    return parsed(pith.out)["questions"][0]["item"].get<std::string>();
  };
  CHECK(first(pith::text::Language::chinese) == "later/only");
  CHECK(first(pith::text::Language::english) == "moat/tech");
}

TEST_CASE("answers come from a file as well", "[cli]") {
  Runner pith;
  const auto answers = pith.write("answers.txt", "原创算法\\n专利\nstability\nthree\n");
  CHECK(pith.practise("practice: CI\npass: 1\n", "", {"--answers", answers}) == 0);
  CHECK(pith.practise("practice: CI\npass: 1\n", "\nstability\nthree\n", {"--answers", "-"}) == 1);
  for (const auto* none : {"/no/such/file", "/"}) {
    CHECK_THROWS_AS(pith.practise("practice: CI\n", "", {"--answers", none}), pith::StorageError);
  }
}

TEST_CASE("lines of a file of answers that no question took are told", "[cli]") {
  Runner pith;
  const auto yaml = "practice: CI\nselect: [moat/term]\n";
  const auto all = pith.write("all.txt", "stability\n\n \n");
  CHECK(pith.practise(yaml, "", {"--answers", all}) == 0);
  CHECK(pith.err.find("not used") == std::string::npos);
  const auto more = pith.write("more.txt", "stability\n\nmore\nand more");
  CHECK(pith.practise(yaml, "", {"--answers", more}) == 0);
  CHECK(pith.err.find("pith: 2 lines at the end of " + more + " not used") != std::string::npos);
}

TEST_CASE("neither a practice nor its report goes through the streams that answers have", "[cli]") {
  Runner pith;
  CHECK_THROWS_WITH(pith.ask({"run", "-"}, ""), Catch::Contains("not read from standard input"));
  CHECK_THROWS_WITH(pith.practise("practice: P\n", "", {"--report", "-", "--format", "json"}),
                    Catch::Contains("--report -: standard output has the questions"));
}

TEST_CASE("answers from a file are asked for in the learner's language", "[cli]") {
  Runner pith;
  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  const auto answers = pith.write("answers.txt", "\xEF\xBB\xBF原创算法\\n专利\r\n");
  CHECK(pith.practise("practice: CI\nselect: [moat/tech]\n", "", {"--answers", answers}) == 0);
  CHECK(pith.out.find("✓ 答对") != std::string::npos);
  REQUIRE(pith.ask({"log", "--json"}, "") == 0);
  CHECK(parsed(pith.out)["answers"][0]["answer"] == "原创算法\n专利");
}

TEST_CASE("sections are asked one after the other, an item once", "[cli]") {
  Runner pith;
  pith.practise(
      "practice: Two parts\nfeedback: end\nsections:\n"
      "  - {name: Warm-up, select: [moat/term]}\n  - {name: Main}\n",
      "stability\n专利\nthree\n", {"--protocol", "jsonl"});
  CHECK(pith.out.find(R"("questions":3)") != std::string::npos);
  CHECK(pith.out.find(R"("section":"Warm-up")") != std::string::npos);
  CHECK(pith.practise("practice: Two parts\nsections:\n  - {name: Warm-up, select: [moat/term]}\n"
                      "  - {name: Main}\n",
                      "", {"--dry-run"}) == 0);
  CHECK(pith.out ==
        "Warm-up:\nmoat/term  1 point\nMain:\nmoat/tech  2 points\nmoat/third  1 point\n"
        "3 questions\n");
}

TEST_CASE("results that are kept for the end are told there question by question", "[cli]") {
  Runner pith;
  pith.practise("practice: Late\nselect: [moat/tech]\nfeedback: end\n", "专利\n");
  CHECK_THAT(pith.out, Catch::Contains("By question") && Catch::Contains("原创算法"));
  pith.practise("practice: Now\nselect: [moat/tech]\n", "专利\n");
  CHECK_THAT(pith.out, !Catch::Contains("By question"));
}

TEST_CASE("--dry-run asks and writes nothing", "[cli]") {
  Runner pith;
  CHECK(pith.practise("practice: Try\nselect: [moat/tech]\n", "专利\n", {"--dry-run", "--json"}) ==
        0);
  CHECK(parsed(pith.out)["questions"] ==
        json::array(
            {{{"item", "moat/tech"}, {"section", nullptr}, {"points", {"原创算法", "专利"}}}}));
  CHECK_FALSE(std::filesystem::exists(pith.database()));
}

TEST_CASE("mistakes in a practice file have their place, and exit 3", "[cli]") {
  Runner pith;
  CHECK(pith.practise("practice: P\norder: upwards\n", "") == 3);
  CHECK(pith.err.find("daily.yaml:2:8: error: 'order' must be one of file, random, weakest, due, "
                      "mixed, not 'upwards'\n") != std::string::npos);
  CHECK_THROWS_AS(pith.ask({"run", "/no/such.yaml"}, ""), pith::StorageError);
  CHECK(pith.practise("", "") == 3);
  CHECK(pith.err.find("daily.yaml:1:1: error: this file is empty\n") != std::string::npos);
}

TEST_CASE("a selector of a practice file that means nothing has its place, and exits 3", "[cli]") {
  Runner pith;
  for (const auto* more : {"--dry-run", "--no-schedule"}) {
    CHECK(pith.practise("\xEF\xBB\xBFpractice: P\nselect: [moat/term, moat/tehc]\n", "", {more}) ==
          3);
    CHECK(pith.err.find("daily.yaml:2:21: error: nothing is called 'moat/tehc': did you mean "
                        "'moat/tech'?\n  select: [moat/term, moat/tehc]\n") != std::string::npos);
    CHECK(pith.err.find("^\n") != std::string::npos);
  }
  CHECK(pith.practise("practice: P\nsections:\n  - {name: A, select: tag:none}\n", "") == 3);
  CHECK(pith.err.find("daily.yaml:3:23: error: nothing is called 'tag:none'") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(pith.database()));
}

TEST_CASE("every wrong selector of a practice file is told at once", "[cli]") {
  Runner pith;
  CHECK(pith.practise("practice: P\nselect: [moat/tehc, moat/term, tag:none]\n"
                      "sections:\n  - {name: A}\n  - {name: B}\n",
                      "") == 3);
  const auto first = pith.err.find("daily.yaml:2:10: error: nothing is called 'moat/tehc'");
  const auto second = pith.err.find("daily.yaml:2:32: error: nothing is called 'tag:none'");
  REQUIRE(first != std::string::npos);
  CHECK(second != std::string::npos);
  CHECK(first < second);
  CHECK(pith.err.find("moat/tehc'", first + 60) == std::string::npos);
}

TEST_CASE("a file that a practice selects and that is no deck has its place there", "[cli]") {
  Runner pith;
  CHECK(pith.practise("practice: P\nselect: [absent.yaml]\n", "") == 3);
  CHECK(pith.err.find("daily.yaml:2:10: error: there is no '") != std::string::npos);
  CHECK(pith.err.find("absent.yaml:1:1") == std::string::npos);

  pith.write("practice/none.yaml", "colour: red\n");
  CHECK(pith.practise("practice: P\nselect: [moat/tehc, none.yaml]\n", "") == 3);
  CHECK(pith.err.find("daily.yaml:2:10: error: nothing is called") != std::string::npos);
  CHECK(pith.err.find("daily.yaml:2:21: error: '") != std::string::npos);
  CHECK(pith.err.find("none.yaml:1:1: error: ") != std::string::npos);
}

TEST_CASE("reports of a practice file that cannot be have their place", "[cli]") {
  Runner pith;
  const std::string yaml =
      "practice: P\nselect: [moat/term]\nreports: [card.md, card.doc, ../a.md]\n";
  CHECK(pith.practise(yaml, "stability\n", {"--dry-run"}) == 3);
  CHECK(pith.err.find("daily.yaml:3:20: error: report card.doc: name it .txt") !=
        std::string::npos);
  CHECK(pith.err.find("daily.yaml:3:30: error: report ../a.md: it lies outside of") !=
        std::string::npos);
}

TEST_CASE("a practice is a regular file of a size that people write", "[cli]") {
  Runner pith;
  const auto pipe = (pith.folder() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const auto& endless : {std::string("/dev/zero"), pipe, pith.folder().string()}) {
    CAPTURE(endless);
    CHECK_THROWS_WITH(pith.ask({"run", endless}, ""), Catch::Contains("cannot read the practice"));
  }
  constexpr std::uintmax_t kHuge = std::uintmax_t{1} << 40U;
  const auto huge = pith.write("huge.yaml", "practice: P\n");
  std::filesystem::resize_file(huge, kHuge);  // a hole, which takes no room on the disk
  CHECK(pith.ask({"run", huge}, "") == 3);
  CHECK(pith.err.find("larger than 1 MB") != std::string::npos);
}

TEST_CASE("a practice's own seed and schedule hold, the command line's come first", "[cli]") {
  Runner pith;
  const auto yaml = "practice: P\norder: random\nseed: 3\nschedule: false\n";
  pith.practise(yaml, "", {"--dry-run"});
  const auto first = pith.out;
  pith.practise(yaml, "", {"--dry-run"});
  CHECK(pith.out == first);
  pith.practise(yaml, "x\nx\nx\n");
  pith.ask({"log", "--json"}, "");
  const auto answers = parsed(pith.out)["answers"];
  REQUIRE(answers.size() == 3);
  CHECK(answers[0]["mode"] == "run");
  CHECK(answers[0]["scheduled"] == false);
}

TEST_CASE("the reports a file names stay below its folder", "[cli]") {
  Runner pith;
  pith.practise("practice: P\nselect: [moat/term]\nreports: [card.md, out.tap]\n", "stability\n");
  CHECK(pith.read("practice/card.md").find("# P\n") == 0);
  CHECK(pith.read("practice/out.tap").find("1..1\nok 1 - moat/term\n") != std::string::npos);

  std::filesystem::create_directories(pith.folder() / "elsewhere");
  std::filesystem::create_directory_symlink(pith.folder() / "elsewhere",
                                            pith.folder() / "practice/link");
  for (const std::string name : {"../card.md", "/tmp/card.md", "link/card.md", "a/../../card.md"}) {
    CAPTURE(name);
    CHECK(pith.practise("practice: P\nselect: [moat/term]\nreports: [" + name + "]\n",
                        "stability\n") == 3);
    CHECK(pith.err.find("daily.yaml:3:11: error: report " + name + ": it lies outside of") !=
          std::string::npos);
  }
  CHECK(pith.read("card.md").empty());
  CHECK(pith.read("elsewhere/card.md").empty());

  pith.practise("practice: P\nselect: [moat/term]\nreports: [card.json]\n", "stability\n",
                {"--report-folder", (pith.folder() / "elsewhere").string()});
  CHECK(parsed(pith.read("elsewhere/card.json"))["title"] == "P");
}

TEST_CASE("a link at a report's place is replaced, not followed", "[cli]") {
  Runner pith;
  const auto precious = pith.write("precious.txt", "keep me");
  std::filesystem::create_directories(pith.folder() / "practice");
  std::filesystem::create_symlink(precious, pith.folder() / "practice/card.md");
  pith.practise("practice: P\nselect: [moat/term]\nreports: [card.md]\n", "stability\n");
  CHECK(pith.read("precious.txt") == "keep me");
  CHECK(pith.read("practice/card.md").find("# P\n") == 0);
}

TEST_CASE("relative paths in a practice file start at its folder", "[cli]") {
  Runner pith;
  pith.write("practice/own.yaml", "deck: own\nitems:\n  - {id: q, question: Q, answer: a}\n");
  CHECK(pith.practise("practice: P\nselect: [./own.yaml]\n", "a\n") == 0);
  CHECK(pith.out.find("own · 1 of 1") != std::string::npos);
}

TEST_CASE("a shipped practice is in the learner's language where it has one in that", "[cli]") {
  Runner pith;
  pith.write("shipped/practice/daily.yaml", "practice: Daily\n");
  pith.write("shipped/practice/daily.zh.yaml", "practice: 每天\n");
  pith.write("shipped/practice/other.yaml", "practice: Other\n");
  const auto title = [&](const std::string& name) {
    REQUIRE(pith.ask({"run", name, "--dry-run", "--json"}, "") == 0);
    return parsed(pith.out)["title"].get<std::string>();
  };
  CHECK(title("daily") == "Daily");
  pith.tr = pith::text::Messages(pith::text::Language::chinese);
  CHECK(title("daily") == "每天");
  CHECK(title("other") == "Other");
}

TEST_CASE("the shipped practices ask the same in each language", "[cli]") {
  const auto folder = std::filesystem::path(PITH_SOURCE_DIR) / "content" / "practice";
  const auto without_words = [&](const std::string& name) {
    std::string kept;
    std::ifstream file(folder / name);
    REQUIRE(file);
    for (std::string line; std::getline(file, line);) {
      line = std::regex_replace(line, std::regex(R"(\s*#.*|^practice:.*|name: [^,}]*)"), "");
      kept += line.empty() ? "" : line + '\n';
    }
    return kept;
  };
  for (const std::string name : {"daily", "ci-check"}) {
    CHECK(without_words(name + ".yaml") == without_words(name + ".zh.yaml"));
  }
}

TEST_CASE("a deck, or a practice that is nearly named, is recognised", "[cli]") {
  Runner pith;
  pith.write("shipped/practice/daily.yaml", "practice: Daily\n");
  CHECK_THROWS_WITH(pith.ask({"run", pith.deck}, ""),
                    Catch::Contains("is a deck, not a practice: `pith drill "));
  CHECK_THROWS_WITH(pith.ask({"run", "dailly"}, ""), Catch::Contains("did you mean 'daily'?"));
  for (const auto* name : {"DAILY", "ｄａｉｌｙ"}) {
    CHECK_THROWS_WITH(pith.ask({"run", name}, ""), Catch::Contains("did you mean 'daily'?"));
  }
  CHECK_THROWS_WITH(pith.ask({"run", "mornings"}, ""),
                    Catch::Contains("there is no practice 'mornings'") &&
                        Catch::EndsWith("one that ships: daily"));
}

TEST_CASE("what can wait is not asked for by a practice of what is due, whatever was answered",
          "[cli]") {
  std::string yaml = "deck: moat\ndefaults: {new_per_day: 100}\nitems:\n";
  std::string good;
  for (int i = 0; i < 40; ++i) {
    yaml += fmt::format("  - {{id: i{0}, front: front {0}, back: back {0}}}\n", i);
    good += "3\n";
  }
  pith::test::Learner pith(yaml);
  const auto practice = pith.write("practice/due.yaml", "practice: Due\nchoose: due\n");
  for (const auto* day : {"2026-12-01", "2026-12-03"}) {
    pith.now = std::string(day) + "T09:00:00Z";
    pith.ask({"drill"}, good);
  }
  pith.now = "2026-12-14T09:00:00Z";
  pith.ask({"review", "--limit", "5"}, good);
  REQUIRE(pith.ask({"due", "--json"}, "") == 0);
  const auto due = parsed(pith.out);
  REQUIRE(due["waiting"] > 0);
  REQUIRE(due["due"] > 0);

  REQUIRE(pith.ask({"run", practice, "--dry-run", "--json"}, "") == 0);

  CHECK(parsed(pith.out)["questions"].size() == due["due"]);
}
