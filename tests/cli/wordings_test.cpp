// pith wordings, over a history in which verdicts were overruled through the protocol.
#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/command_line.h"
#include "support/json.h"
#include "support/stub_server.h"

namespace {

using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using nlohmann::json;
using pith::test::CommandLine;
using pith::test::parsed;

constexpr auto kDeck =
    "# mine\n"
    "deck: moat\n"
    "items:\n"
    "  - id: tech\n"
    "    question: 如何建立技术壁垒？\n"
    "    points:\n"
    "      - point: 原创算法   # first\n"
    "        detail: 自己研发别家没有的算法。\n"
    "      - point: 知识产权保护\n"
    "        detail: 发明尽早报专利，代码登记著作权。\n"
    "        accept: [专利布局]  # more to come\n";

/// A learner who said something unheard of and overruled the verdict.
class Learner : public CommandLine {
 public:
  Learner() : deck(write("decks/moat.yaml", kDeck)) {}

  int pith(std::vector<std::string> arguments, const std::string& input = "") {
    in = input;
    arguments.insert(arguments.end(), {"--decks", (folder() / "decks").string(), "--now", now,
                                       "--db", (folder() / "pith.db").string()});
    return run(arguments);
  }

  void answer(const std::string& text, const std::string& point = "",
              const std::string& verdict = "") {
    auto lines = json{{"type", "answer"}, {"text", text}}.dump() + "\n";
    if (!point.empty()) {
      lines += json{{"type", "override"}, {"point", point}, {"verdict", verdict}}.dump() + "\n";
    }
    REQUIRE(pith({"drill", "moat", "--protocol", "jsonl", "--encoder", "none"}, lines) == 0);
  }

  json wordings() {
    REQUIRE(pith({"wordings", "--json", "--encoder", "none"}) == 0);
    return parsed(out).at("wordings");
  }

  /// Of the answer that was given last.
  json last_points() {
    REQUIRE(pith({"log", "--json", "--count", "1"}) == 0);
    return parsed(out).at("answers").at(0).at("points");
  }

  [[nodiscard]] std::string file() const {
    std::ifstream stream(deck, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  std::string deck;
  std::string now = "2026-12-01T09:00:00Z";
};

}  // namespace

TEST_CASE("a wording is listed with what it changed since", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  learner.now = "2026-12-02T09:00:00Z";
  learner.answer("谁仿就让谁赔钱，衙门的戳先盖了");

  const auto wordings = learner.wordings();

  REQUIRE(wordings.size() == 1);
  const auto& wording = wordings[0];
  CHECK(wording["item"] == "moat/tech");
  CHECK(wording["point"] == "知识产权保护");
  CHECK(wording["text"] == "先去衙门盖个戳，谁仿谁赔钱");
  CHECK(wording["effect"] == "accept");
  CHECK(wording["time"] == "2026-12-01T09:00:00Z");
  CHECK(wording["proposed"] == true);
  CHECK(wording["in_deck"] == false);
  REQUIRE(wording["changes"].size() == 1);
  CHECK(wording["changes"][0]["without"] != "hit");
  CHECK(wording["changes"][0]["with"] == "hit");
  CHECK(wording["changes"][0]["verdict"] == "hit");

  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.out, Contains("earns 知识产权保护: 先去衙门盖个戳，谁仿谁赔钱") &&
                              Contains("2026-12-01, 1 later verdict changed by it") &&
                              Contains(wording["id"].get<std::string>()) &&
                              Contains("accept: [\"先去衙门盖个戳，谁仿谁赔钱\"]"));
}

TEST_CASE("a forgotten wording counts no more until it is recalled", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();

  REQUIRE(learner.pith({"wordings", "--forget", id}) == 0);
  CHECK_THAT(learner.err, Contains("is forgotten") && Contains("--recall " + id));
  CHECK(learner.wordings().empty());
  learner.answer("谁仿就让谁赔钱，衙门的戳先盖了");
  CHECK_THAT(learner.out, !Contains("\"verdict\":\"hit\""));

  REQUIRE(learner.pith({"wordings", "--recall", id}) == 0);
  CHECK(learner.wordings().size() == 1);
  learner.answer("谁仿就让谁赔钱，衙门的戳先盖了");
  CHECK_THAT(learner.out, Contains("\"verdict\":\"hit\""));
}

TEST_CASE("what was overruled to missed earns nothing again, and is not proposed", "[cli]") {
  Learner learner;
  learner.answer("搞原创的算法", "原创算法", "missed");
  const auto wordings = learner.wordings();
  REQUIRE(wordings.size() == 1);
  CHECK(wordings[0]["effect"] == "ignore");
  CHECK(wordings[0]["proposed"] == false);

  learner.answer("搞原创的算法");
  CHECK_THAT(learner.out, Contains("\"code\":\"overruled\"") && !Contains("\"verdict\":\"hit\""));
}

TEST_CASE("--write adds the wording to the deck and touches nothing else", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");

  REQUIRE(learner.pith({"wordings", "--write"}) == 0);

  std::string expected = kDeck;
  expected.replace(expected.find("[专利布局]"), std::string("[专利布局]").size(),
                   "[专利布局, 先去衙门盖个戳，谁仿谁赔钱]");
  CHECK(learner.file() == expected);
  CHECK(learner.out == learner.deck + ": 1 wording added\n");
  CHECK(learner.wordings()[0]["in_deck"] == true);

  REQUIRE(learner.pith({"wordings", "--write"}) == 0);
  CHECK(learner.file() == expected);
  CHECK_THAT(learner.err, Contains("No wording is to be added"));
}

TEST_CASE("a phrase of several lines is learned as one, and added", "[cli]") {
  Learner learner;
  learner.answer("先去衙门\n盖个戳", "知识产权保护", "hit");
  CHECK(learner.wordings()[0]["text"] == "先去衙门 盖个戳");
  CHECK(learner.pith({"wordings", "--write"}) == 0);
  CHECK_THAT(learner.file(), Contains("[专利布局, 先去衙门 盖个戳]"));
}

TEST_CASE("the result says what was learned", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  CHECK_THAT(learner.out, Contains("\"learned\":\"先去衙门盖个戳\""));
}

TEST_CASE("what was forgotten is recalled by undo, and what was recalled forgotten", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  const auto undone = [&] {
    REQUIRE(learner.pith({"undo", "--json"}) == 0);
    return parsed(learner.out)["undone"][0];
  };
  REQUIRE(learner.pith({"wordings", "--forget", id.substr(0, 8)}) == 0);
  REQUIRE(learner.pith({"wordings", "--recall", id.substr(id.size() - 8)}) == 0);
  CHECK(learner.wordings().size() == 1);

  CHECK(undone()["kind"] == "wording");
  CHECK(learner.wordings().empty());
  CHECK(undone()["kind"] == "wording");
  CHECK(learner.wordings().size() == 1);
  CHECK(undone()["answer"] == "先去衙门盖个戳");
  CHECK(learner.wordings().empty());
  CHECK_THROWS_WITH(learner.pith({"wordings", "--recall", id}), Contains("was taken back"));
}

TEST_CASE("an undone answer's wording is no change of its own", "[cli]") {
  Learner learner;
  learner.answer("原创算法");
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto undone = [&] {
    REQUIRE(learner.pith({"undo", "--json"}) == 0);
    return parsed(learner.out)["undone"];
  };
  CHECK(undone()[0]["answer"] == "先去衙门盖个戳");
  CHECK(undone()[0]["answer"] == "原创算法");
  CHECK(undone().empty());
}

TEST_CASE("a wording that counts is not recalled", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  REQUIRE(learner.pith({"wordings", "--recall", id}) == 0);
  CHECK_THAT(learner.err, Contains("counts already"));
  CHECK(learner.wordings()[0]["id"] == id);
}

TEST_CASE("the beginning of an id that two wordings share names neither", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  learner.answer("门上挂把大锁", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  CHECK_THROWS_WITH(learner.pith({"wordings", "--forget", id.substr(0, 8)}),
                    Contains("2 wordings"));
}

TEST_CASE("words that were taught for two points are proposed for neither", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  learner.answer("衙门盖个戳先去", "原创算法", "hit");
  for (const auto& wording : learner.wordings()) {
    CHECK(wording["ambiguous"] == true);
    CHECK(wording["proposed"] == false);
  }
  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.out, Contains("taught for another point, too: proposed for neither") &&
                              !Contains("accept:"));
}

TEST_CASE("a wording that beside the other proposals earns two points is not written", "[cli]") {
  Learner learner;
  learner.write("decks/moat.yaml",
                "deck: moat\nlanguage: en\nitems:\n  - id: contract\n"
                "    question: What makes a contract?\n    points:\n"
                "      - offer: One side proposes terms.\n"
                "      - acceptance: The other side agrees.\n"
                "      - consideration: Each gives something of value.\n");
  learner.answer("promise first, then saying yes, and money", "offer", "hit");
  learner.now = "2026-12-02T09:00:00Z";
  learner.answer("saying yes", "acceptance", "hit");

  for (const auto& wording : learner.wordings()) {
    CHECK(wording["proposed"] == (wording["point"] == "acceptance"));
  }
  REQUIRE(learner.pith({"wordings", "--write", "--encoder", "none"}) == 0);
  CHECK_THAT(learner.file(), Contains("saying yes") && !Contains("promise"));
  REQUIRE(learner.pith({"wordings", "--encoder", "none"}) == 0);
  CHECK_THAT(learner.out, Contains("not proposed: it would earn another point, too"));
}

TEST_CASE("a wording that was overruled since is not proposed", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  learner.now = "2026-12-02T09:00:00Z";
  learner.answer("谁仿就让谁赔钱，衙门的戳先盖了", "知识产权保护", "missed");
  for (const auto& wording : learner.wordings()) {
    CHECK(wording["proposed"] == false);
  }
  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.out, Contains("1 later verdict changed by it, 1 overruled"));
}

TEST_CASE("a bare yes or no is not proposed", "[cli]") {
  Learner learner;
  learner.answer(GENERATE(as<std::string>{}, "yes", "no", "不是"), "知识产权保护", "hit");
  REQUIRE(learner.wordings().size() == 1);
  CHECK(learner.wordings()[0]["proposed"] == false);
}

TEST_CASE("a long wording is shown in full", "[cli]") {
  Learner learner;
  const std::string said =
      "a stamp that the magistrate himself has pressed into the warm wax of a sealed envelope";
  learner.answer(said, "知识产权保护", "hit");
  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.out, Contains("earns 知识产权保护: " + said + "\n"));
}

TEST_CASE("a deck that cannot be edited safely is left alone, and the remedy said", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  const std::string flow =
      "deck: moat\nitems:\n  - id: tech\n    question: 如何建立技术壁垒？\n    points:\n"
      "      [原创算法, 知识产权保护]\n";
  learner.write("decks/moat.yaml", flow);

  CHECK(learner.pith({"wordings", "--write"}) == 3);
  CHECK(learner.file() == flow);
  CHECK_THAT(learner.err, Contains("add by hand"));
}

TEST_CASE("a deck that cannot be written keeps no other from its wordings", "[cli]") {
  Learner learner;
  std::string first = kDeck;
  first.replace(first.find("moat"), 4, "away");
  const auto locked = learner.write("decks/away.yaml", first);
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  const auto lines =
      json{{"type", "answer"}, {"text", "先去衙门盖个戳，谁仿谁赔钱"}}.dump() + "\n" +
      json{{"type", "override"}, {"point", "知识产权保护"}, {"verdict", "hit"}}.dump() + "\n";
  REQUIRE(learner.pith({"drill", "away", "--protocol", "jsonl", "--encoder", "none"}, lines) == 0);
  std::filesystem::permissions(locked, std::filesystem::perms::owner_read);

  CHECK_THROWS_WITH(learner.pith({"wordings", "--write", "--encoder", "none"}),
                    Contains("away.yaml' is read-only"));
  CHECK_THAT(learner.file(), Contains("盖个戳"));
}

TEST_CASE("what fills a gap of a cloze is learned, however it is said", "[cli]") {
  Learner learner;
  learner.write("decks/moat.yaml",
                "deck: moat\nitems:\n"
                "  - {id: two, cloze: 'The {{c1::cat}} sat on the {{c2::mat}}'}\n");
  const auto [answer, point] = GENERATE(table<std::string, std::string>(
      {{"The cat sat on the doormat", "c2"}, {"c2: rug", "c2"}, {"feline; rug", "c1"}}));
  CAPTURE(answer);
  learner.answer(answer, point, "hit");
  learner.answer(answer);
  for (const auto& graded : learner.last_points()) {
    CHECK((graded["id"] != point || graded["verdict"] == "hit"));
  }
}

TEST_CASE("who gives up teaches nothing, nor does a letter", "[cli]") {
  Learner learner;
  learner.write("decks/moat.yaml",
                "deck: moat\nitems:\n  - {id: s, question: Capital, answer: Paris}\n");
  learner.answer("I do not know", "answer", "hit");
  CHECK(learner.wordings().empty());

  Learner other;
  other.answer("a: b", "原创算法", "hit");
  CHECK(other.wordings().empty());
}

TEST_CASE("a deck that was changed while answers were graded again is left as it is", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳，谁仿谁赔钱", "知识产权保护", "hit");
  learner.answer("原创算法");
  std::string changed = kDeck;
  if (GENERATE(false, true)) {
    changed.insert(changed.find("  - id: tech"),
                   "  - id: first\n    question: 谁？\n    points:\n      - 甲方\n      - 乙方\n");
  } else {
    changed.insert(changed.find("      - point: 知"), "      - point: 核心团队\n");
  }
  const pith::test::StubServer server({pith::test::http_reply("500 Internal Server Error", "")},
                                      300ms);
  learner.write("config/config.yaml",
                "encoder: endpoint\nendpoint: {url: '" + server.url() + "', model: m}\n");
  std::thread editor([&] {
    for (int waits = 0; waits < 1000 && server.requests().empty(); ++waits) {
      std::this_thread::sleep_for(5ms);
    }
    learner.write("decks/moat.yaml", changed);
  });

  CHECK_THROWS_WITH(learner.pith({"wordings", "--write"}), Contains("was changed meanwhile"));
  editor.join();
  CHECK(learner.file() == changed);
}

TEST_CASE("a wording is recalled under the names of today", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  REQUIRE(learner.pith({"wordings", "--forget", id}) == 0);
  std::string renamed = kDeck;
  renamed.replace(renamed.find("tech"), 4, "barrier");
  renamed.replace(renamed.find("知识产权保护"), std::string("知识产权保护").size(), "专利");
  learner.write("decks/moat.yaml", renamed);
  REQUIRE(learner.pith({"relink", "moat/tech", "moat/barrier"}) == 0);
  REQUIRE(learner.pith({"relink", "moat/barrier/知识产权保护", "moat/barrier/专利"}) == 0);

  REQUIRE(learner.pith({"wordings", "--recall", id}) == 0);

  CHECK_THAT(learner.err, Contains("counts again"));
  const auto wordings = learner.wordings();
  REQUIRE(wordings.size() == 1);
  CHECK(wordings[0]["item"] == "moat/barrier");
  CHECK(wordings[0]["point"] == "专利");
  REQUIRE(learner.pith({"wordings", "--recall", id}) == 0);
  CHECK_THAT(learner.err, Contains("counts already"));
}

TEST_CASE("an id that is empty, or has too little to be seen, names no wording", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id =
      GENERATE(as<std::string>{}, "", "\u00AD\u00AD\u00AD\u00AD", "0\u00AD\u00AD\u00AD\u00AD");
  for (const auto* option : {"--forget", "--recall"}) {
    CHECK_THROWS_AS(learner.pith({"wordings", option, id}), pith::UsageError);
  }
  CHECK(learner.wordings().size() == 1);
}

TEST_CASE("a wording that was forgotten before is known by any end of its id", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  REQUIRE(learner.pith({"wordings", "--forget", id}) == 0);
  for (const auto& named : {id, id.substr(0, 8), id.substr(id.size() - 8)}) {
    CHECK(learner.pith({"wordings", "--forget", named}) == 0);
    CHECK_THAT(learner.err, Contains("“先去衙门盖个戳” does not count any more."));
  }
  REQUIRE(learner.pith({"wordings", "--recall", id}) == 0);
  CHECK(learner.wordings().size() == 1);
}

TEST_CASE("a redacted answer leaves nothing of what was learned from it and forgotten", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  REQUIRE(learner.pith({"wordings", "--forget", id}) == 0);
  REQUIRE(learner.pith({"log", "--json"}) == 0);
  const auto answer = parsed(learner.out)["answers"][0]["id"].get<std::string>();

  REQUIRE(learner.pith({"log", "redact", answer}) == 0);

  REQUIRE(learner.pith({"log", "--all", "--json"}) == 0);
  CHECK_THAT(learner.out, !Contains("衙门"));
  std::ifstream history(learner.folder() / "pith.db", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(history), {}};
  CHECK(bytes.find("衙门") == std::string::npos);
}

TEST_CASE("why a wording is not proposed is said", "[cli]") {
  const auto [said, point, verdict, why] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"搞原创的算法", "原创算法", "missed", "it earns nothing"},
          {"先去衙门盖个戳", "原创算法", "contradicted", "it earns nothing"},
          {"不是", "知识产权保护", "hit", "it has no words of its own"},
      }));
  Learner learner;
  learner.answer(said, point, verdict);
  for (const auto& each : learner.wordings()) {
    REQUIRE(each["proposed"] == false);
  }
  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.out, Contains("; not proposed: " + why + "\n"));
  REQUIRE(learner.pith({"wordings", "--write"}) == 0);
  CHECK_THAT(learner.err,
             Contains("No wording is to be added") && Contains(": not proposed: " + why));
}

TEST_CASE("an id that names no wording is a mistake of usage", "[cli]") {
  Learner learner;
  const auto id = GENERATE(as<std::string>{}, "x", "0190aaaa-0000-7000-8000-000000000000");
  CHECK_THROWS_AS(learner.pith({"wordings", "--forget", id}), pith::UsageError);
  CHECK_THROWS_AS(learner.pith({"wordings", "--recall", id}), pith::UsageError);
}

TEST_CASE("when all wordings were forgotten, that is said", "[cli]") {
  Learner learner;
  learner.answer("先去衙门盖个戳", "知识产权保护", "hit");
  const auto id = learner.wordings()[0]["id"].get<std::string>();
  REQUIRE(learner.pith({"wordings", "--forget", id}) == 0);
  REQUIRE(learner.pith({"wordings"}) == 0);
  CHECK_THAT(learner.err, Contains("No wordings count any more"));
}

TEST_CASE("without wordings there is nothing to show", "[cli]") {
  Learner learner;
  CHECK(learner.pith({"wordings"}) == 0);
  CHECK(learner.out.empty());
  CHECK_THAT(learner.err, Contains("No wordings were learned yet"));
  CHECK(learner.wordings().empty());
}
