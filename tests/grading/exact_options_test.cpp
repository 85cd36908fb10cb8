// What people write to choose an option in a sentence, and the wrong answers next to it.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace {

using Options = std::vector<std::pair<std::string, bool>>;

/// The credit of an answer to a question with these options, right ones marked.
double options_credit(const std::string& question, const Options& options,
                      const std::string& answer) {
  auto item = pith::test::item("en", question, {pith::test::point("choices")});
  item.kind = pith::deck::Kind::choices;
  for (const auto& [text, correct] : options) {
    item.choices.push_back({text, correct});
  }
  return pith::grading::grade(item, answer).points[0].credit;
}

}  // namespace

TEST_CASE("an option may be chosen in a sentence that repeats the question", "[grading]") {
  const std::string question = "Which one do you give up in a CP system during a partition?";
  const Options options = {
      {"availability", true}, {"consistency", false}, {"partition tolerance", false}};
  const auto* const answer =
      GENERATE("you lose availability", "it gives up availability", "It sacrifices availability.",
               "availability of course", "you give up availability, so it may refuse to answer",
               "during a partition you give up availability", "I think you give up availability");
  CAPTURE(answer);
  CHECK(options_credit(question, options, answer) == 1.0);
}

TEST_CASE("a sentence that keeps, denies or leaves open an option chooses none", "[grading]") {
  const std::string question = "Which one do you give up in a CP system during a partition?";
  const Options options = {
      {"availability", true}, {"consistency", false}, {"partition tolerance", false}};
  const auto* const answer = GENERATE(
      "you keep availability", "you never lose availability", "you do not give up availability",
      "not availability", "availability or consistency", "you lose availability or consistency",
      "you lose consistency", "you lose consistency, so you keep availability",
      "availability beats consistency", "nobody gives up availability",
      "you can't lose availability", "high availability clusters");
  CAPTURE(answer);
  CHECK(options_credit(question, options, answer) == 0.0);
  CHECK(options_credit("TCP or UDP, which one is fast?", {{"UDP", true}, {"TCP", false}},
                       "which one is UDP fast") == 0.0);
}

TEST_CASE("an option may stand among Han words of the question", "[grading]") {
  const Options ways = {{"自西向东", true}, {"自东向西", false}, {"自北向南", false}};
  const auto ways_credit = [&](const char* answer) {
    return options_credit("地球自转的方向是？", ways, answer);
  };
  CHECK(ways_credit("地球自西向东自转") == 1.0);
  CHECK(ways_credit("自西向东，所以太阳东升西落") == 1.0);
  CHECK(ways_credit("地球自东向西自转") == 0.0);
  CHECK(ways_credit("地球不是自西向东自转") == 0.0);
  CHECK(ways_credit("自东向西，所以太阳东升西落") == 0.0);
  CHECK(ways_credit("自西向东，所以选B") == 0.0);
  CHECK(ways_credit("自西向东，所以是自东向西") == 0.0);
  CHECK(ways_credit("地球自西向东或自东向西自转") == 0.0);
}

TEST_CASE("options with an \"or\" between them are not chosen, however it is said", "[grading]") {
  const Options fast = {{"TCP", true}, {"UDP", true}, {"HTTP", false}};
  const auto* const protocols = GENERATE("TCP or UDP", "TCP vs UDP", "TCP versus UDP", "TCP 或 UDP",
                                         "TCP 或者 UDP", "TCP 还是 UDP", "TCP 抑或 UDP");
  CAPTURE(protocols);
  CHECK(options_credit("Which run over IP?", fast, protocols) == 0.0);

  const Options ways = {{"自西向东", true}, {"自东向西", false}, {"自北向南", false}};
  const auto* const turns =
      GENERATE("地球自西向东还是自东向西自转", "地球自西向东抑或自东向西自转");
  CAPTURE(turns);
  CHECK(options_credit("地球自转的方向是？", ways, turns) == 0.0);
}

TEST_CASE("an \"or\" that opens nothing leaves nothing open", "[grading]") {
  const Options ways = {{"自西向东", true}, {"自东向西", false}, {"自北向南", false}};
  const auto* const answer = GENERATE("我觉得还是自西向东", "还是自西向东");
  CAPTURE(answer);
  CHECK(options_credit("地球自转的方向是？", ways, answer) == 1.0);
}

TEST_CASE("all options may be chosen at once", "[grading]") {
  const std::string question = "Which methods are idempotent?";
  const Options options = {
      {"GET", true}, {"PUT", true}, {"DELETE", true}, {"POST", false}, {"PATCH", false}};
  const Options all_right = {{"GET", true}, {"PUT", true}};
  const auto* const answer = GENERATE(
      "all", "All of them.", "all of the above", "I think all of them", "they all are", "都是",
      "全部", "全选", "都是。", "以上都是", "都对", "全部都是", "我选全部", "所有的", "每个都是");
  CAPTURE(answer);
  CHECK(options_credit(question, options, answer) == Approx(1.0 / 3));
  CHECK(options_credit(question, all_right, answer) == 1.0);
}

TEST_CASE("no option may be chosen", "[grading]") {
  const std::string question = "Which methods are idempotent?";
  const Options all_right = {{"GET", true}, {"PUT", true}};
  const auto* const answer =
      GENERATE("none", "None of them.", "none of the above", "都不是", "一个都不是", "都不选",
               "以上都不是", "not all of them", "没有一个是", "none of them are");
  CAPTURE(answer);
  CHECK(options_credit(question, all_right, answer) == 0.0);
}

TEST_CASE("an option that says all or none is chosen by its text", "[grading]") {
  const std::string question = "Which methods are idempotent?";
  const Options all = {{"GET", false}, {"PUT", false}, {"all of the above", true}};
  CHECK(options_credit(question, all, "all of the above") == 1.0);
  CHECK(options_credit(question, all, "all") == 1.0);
  const Options none = {{"POST", false}, {"PATCH", false}, {"都不是", true}};
  CHECK(options_credit(question, none, "都不是") == 1.0);
  CHECK(options_credit(question, none, "都是") == 0.0);
}
