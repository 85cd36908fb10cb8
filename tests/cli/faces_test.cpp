// The same ten answers through every face: a terminal, a pipe, a practice file, a program.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "cli/learner.h"
#include "support/json.h"
#include "support/pty_program.h"

namespace {

using nlohmann::json;
using pith::test::parsed;

constexpr auto kTen =
    "deck: ten\nlanguage: zh\nitems:\n"
    "  - {id: moat, question: 如何建立技术壁垒？, points: [原创算法, 知识产权保护, 核心团队]}\n"
    "  - {id: density, question: 二维码有何特点？, points: [信息密度高, 纠错能力强]}\n"
    "  - {id: money, question: 钱从哪里来？, points: [{point: 天使投资, weight: 2}, 银行贷款]}\n"
    "  - {id: term, question: 回忆率降到九成的天数叫什么？, answer: [stability, 稳定性]}\n"
    "  - {id: days, question: 稳定性20天，几天后复习？, answer: 20, tolerance: 1}\n"
    "  - {id: pick, question: 哪些是融资渠道？, choices: {correct: [天使投资, 银行贷款], wrong: "
    "[剪枝]}}\n"
    "  - {id: gaps, cloze: \"把任务拆开叫{{分布式训练}}，降低{{硬件成本}}。\"}\n"
    "  - {id: legal, question: 有什么法律风险？, points: [侵犯著作权, 泄露个人信息]}\n"
    "  - {id: none, question: 还有什么？, points: [数据安全]}\n"
    "  - {id: team, question: 团队怎么建？, points: [股权激励, 共同愿景]}\n";

const std::vector<std::string>& ten_answers() {
  static const std::vector<std::string> answers = {"要有原创算法，也要申请知识产权保护",
                                                   "信息密度低，但纠错能力强",
                                                   "银行贷款",
                                                   "稳定性",
                                                   "21 天",
                                                   "天使投资, 剪枝",
                                                   "分布式训练，硬件成本",
                                                   "可能侵犯著作权，C++ 代码也算 \\n 泄露个人信息",
                                                   "",
                                                   "发期权给员工"};
  return answers;
}

/// What the log keeps, but for what tells one session from another.
json verdicts_of(pith::test::Learner& pith) {
  pith.ask({"log", "--json"}, "");
  auto answers = parsed(pith.out)["answers"];
  for (auto& answer : answers) {
    for (const auto* field : {"id", "session", "device", "mode"}) {
      answer.erase(field);
    }
  }
  return answers;
}

std::string lines(const std::vector<std::string>& answers) {
  std::string text;
  for (const auto& answer : answers) {
    text += answer + '\n';
  }
  return text;
}

/// As typed at a terminal, where a line break needs no spelling.
std::string spoken(std::string answer) {
  const auto at = answer.find("\\n");
  return at == std::string::npos ? answer : answer.replace(at, 2, "\n");
}

json through_a_pipe() {
  pith::test::Learner pith(kTen);
  pith.ask({"drill", "ten", "--encoder", "none"}, lines(ten_answers()));
  return verdicts_of(pith);
}

json through_a_practice_file() {
  pith::test::Learner pith(kTen);
  const auto file = pith.write("p.yaml", "practice: Ten\nselect: [ten]\n");
  const auto answers = pith.write("answers.txt", lines(ten_answers()));
  pith.ask({"run", file, "--answers", answers, "--encoder", "none"}, "");
  return verdicts_of(pith);
}

json through_the_protocol() {
  pith::test::Learner pith(kTen);
  std::string messages;
  for (const auto& answer : ten_answers()) {
    messages += json{{"type", "answer"}, {"answer", spoken(answer)}}.dump() + '\n';
  }
  pith.ask({"drill", "ten", "--protocol", "jsonl", "--encoder", "none"}, messages);
  return verdicts_of(pith);
}

json at_a_terminal() {
  pith::test::Learner pith(kTen);
  const auto home = pith.folder().string();
  pith.write("pith/config.yaml", "ask: never\n");
  pith::test::PtyProgram program(
      {"/usr/bin/env", "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_CACHE_HOME=" + home,
       "LC_ALL=C.UTF-8", PITH_BINARY, "drill", "ten", "--encoder", "none", "--decks",
       home + "/decks", "--db", pith.database(), "--now", pith.now},
      80, 60);
  for (std::size_t i = 0; i < ten_answers().size(); ++i) {
    CAPTURE(i);
    REQUIRE(program.shows_somewhere(fmt::format("ten · {} of 10", i + 1)));
    REQUIRE(program.shows_somewhere("Esc more"));
    auto answer = spoken(ten_answers()[i]);
    const auto line_break = answer.find('\n');
    if (line_break != std::string::npos) {
      answer.replace(line_break, 1, "\x1b\r");  // Alt-Enter
    }
    program.type(answer + "\r");
    if (answer.empty()) {
      REQUIRE(program.shows_somewhere("Enter give up"));
      program.type("\r");
    }
    REQUIRE(program.shows_somewhere(i + 1 < ten_answers().size() ? "Enter next" : "Enter finish"));
    program.type("\r");
  }
  REQUIRE(program.shows_somewhere("10 answers"));
  CHECK(program.wait() == 0);
  return verdicts_of(pith);
}

}  // namespace

TEST_CASE("the same answers get the same verdicts, ratings and log through every face", "[cli]") {
  const auto piped = through_a_pipe();
  REQUIRE(piped.size() == 10);
  CHECK(piped[1]["points"][0]["verdict"] != "hit");
  CHECK(piped[4]["score"] == 1.0);
  CHECK(through_the_protocol() == piped);
  CHECK(through_a_practice_file() == piped);
  CHECK(at_a_terminal() == piped);
}
