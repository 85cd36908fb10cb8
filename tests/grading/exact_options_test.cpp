// What people write to choose options, and the wrong answers next to it.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

using pith::deck::Kind;
using pith::grading::grade;
using pith::grading::Verdict;
using pith::test::item_of;
using pith::test::point;

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

TEST_CASE("an option is what is written, with its commas and small words", "[grading]") {
  auto form = item_of(Kind::choices, "Which form?", {point("choices")});
  form.choices = {{"to go", true}, {"go", false}, {"the go", false}};
  CHECK(grade(form, "go").score == 0.0);
  CHECK(grade(form, "the go").score == 0.0);
  CHECK(grade(form, "To Go").score == 1.0);
  CHECK(grade(form, "a").score == 1.0);
  CHECK(grade(form, "b").score == 0.0);

  auto colours = item_of(Kind::choices, "Which colours?", {point("choices")});
  colours.choices = {{"red, dark", true}, {"blue", true}, {"a, b", false}, {"green", false}};
  CHECK(grade(colours, "red, dark, blue").score == 1.0);
  CHECK(grade(colours, "blue; red, dark").score == 1.0);
  CHECK(grade(colours, "B").score == 0.5);
}

TEST_CASE("options are named by their texts in a row as well", "[grading]") {
  auto protocols = item_of(Kind::choices, "Which are transport protocols?", {point("choices")});
  protocols.choices = {{"TCP", true}, {"UDP", true}, {"HTTP", false}, {"UDP Lite", true}};
  const auto credit = [&](const char* answer) { return grade(protocols, answer).points[0].credit; };
  CHECK(credit("TCP UDP UDP Lite") == 1.0);
  CHECK(credit("tcp and udp and udp lite") == 1.0);
  CHECK(credit("TCP, UDP and UDP Lite") == 1.0);
  CHECK(credit("TCP & UDP + HTTP") == Approx(1.0 / 3));
  CHECK(credit("TCP SCTP") == 0.0);
  CHECK(credit("TCPUDP") == 0.0);

  auto models = item_of(Kind::choices, "哪些是有监督的？", {point("choices")});
  models.choices = {{"线性回归", true}, {"决策树", true}, {"聚类", false}};
  CHECK(grade(models, "线性回归和决策树").points[0].credit == 1.0);
  CHECK(grade(models, "线性回归以及聚类").points[0].credit == 0.0);
  CHECK(grade(models, "A和B").points[0].credit == 1.0);
  CHECK(grade(models, "a & c").points[0].credit == 0.0);
}

TEST_CASE("wrong choices are set off against right ones", "[grading]") {
  auto item = item_of(Kind::choices, "Which are funding channels?", {point("choices")});
  item.choices = {{"angel", true}, {"bank loan", true}, {"pruning", false}};
  const auto [answer, score] = GENERATE(table<std::string, double>({{"a, b", 1.0},
                                                                    {"AB", 1.0},
                                                                    {"angel, Bank Loan", 1.0},
                                                                    {"a", 0.5},
                                                                    {"a, c", 0.0},
                                                                    {"a, b, c", 0.5},
                                                                    {"z", 0.0},
                                                                    {"", 0.0}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).score == Approx(score));
}

TEST_CASE("options may be chosen in a sentence, and denied", "[grading]") {
  auto item = item_of(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"SCTP", true}, {"UDP", false}, {"HTTP", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"I choose A and B", 1.0},
                                           {"选A和B", 1.0},
                                           {"答案是AB。", 1.0},
                                           {"(a), (b)", 1.0},
                                           {"TCP and SCTP, because they count", 1.0},
                                           {"TCP（可靠），SCTP", 1.0},
                                           {"TCP, SCTP, not UDP", 1.0},
                                           {"不选UDP、HTTP，选A和B", 1.0},
                                           {"TCP rather than UDP", 0.5},
                                           {"UDP, no, TCP and SCTP", 1.0},
                                           {"TCP和SCTP，UDP不是", 1.0},
                                           {"A and B, it is", 1.0},
                                           {"A和B，是的", 1.0},
                                           {"a, b, d, s", 0.0},
                                           {"not UDP", 0.0},
                                           {"TCP, I like it", 0.0},
                                           {"UDP, not TCP", 0.0}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].credit == credit);
}

TEST_CASE("whoever denies a right option, and chooses none, turns it round", "[grading]") {
  auto item = item_of(Kind::choices, "Which is reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"UDP", false}, {"not known", false}};
  const auto verdict = [&](const char* answer) { return grade(item, answer).points[0].verdict; };
  CHECK(verdict("not TCP") == Verdict::contradicted);
  CHECK(verdict("不是 A") == Verdict::contradicted);
  CHECK(verdict("TCP is not reliable") == Verdict::contradicted);
  CHECK(verdict("UDP, not TCP") == Verdict::missed);
  CHECK(verdict("not UDP") == Verdict::missed);
  CHECK(verdict("not known") == Verdict::missed);

  auto either = item;
  either.question = "Is TCP or UDP reliable?";
  CHECK(grade(either, "TCP not UDP").score == 1.0);
  CHECK(grade(either, "UDP is not reliable").score == 0.0);
}

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

TEST_CASE("options are named by letters in brackets, or with their texts", "[grading]") {
  auto item = item_of(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"UDP", false}, {"SCTP", true}};
  const auto [answer, credit] = GENERATE(table<std::string, double>({{"Ａ，Ｃ", 1.0},
                                                                     {"A and C", 1.0},
                                                                     {"A、C", 1.0},
                                                                     {"A 和 C", 1.0},
                                                                     {"(A)(C)", 1.0},
                                                                     {"[A] [C]", 1.0},
                                                                     {"（A）（C）", 1.0},
                                                                     {"【A】和【C】", 1.0},
                                                                     {"A/C", 1.0},
                                                                     {"A. TCP, C. SCTP", 1.0},
                                                                     {"A) TCP; C) SCTP", 1.0},
                                                                     {"A：TCP，C：SCTP", 1.0},
                                                                     {"A. UDP, C. SCTP", 0.0},
                                                                     {"(A)(B)", 0.0},
                                                                     {"A. TCP", 0.5},
                                                                     {"(B) TCP", 0.0},
                                                                     {"not all of them", 0.0}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == credit);
}

TEST_CASE("what an answer leaves out of the options is not chosen", "[grading]") {
  auto item = item_of(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"SCTP", true}, {"QUIC", true}, {"UDP", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"A、B、C，不包括D", 1.0},
                                           {"A、B、C，不含D", 1.0},
                                           {"A、B、C，不要D", 1.0},
                                           {"A, B, C, not D", 1.0},
                                           {"A B C except D", 1.0},
                                           {"TCP, SCTP and QUIC, excluding UDP", 1.0},
                                           {"TCP、SCTP、QUIC，除了UDP", 1.0},
                                           {"all but UDP", 1.0},
                                           {"TCP, SCTP, QUIC, without UDP", 1.0},
                                           {"TCP, SCTP and QUIC, but not UDP", 1.0},
                                           {"all but D", 1.0},
                                           {"Everything except UDP.", 1.0},
                                           {"all of them, except d", 1.0},
                                           {"除了D都是", 1.0},
                                           {"除了UDP，其他都是", 1.0},
                                           {"除D以外全选", 1.0},
                                           {"全选，除了D", 1.0},
                                           {"除D之外的都对", 1.0},
                                           {"all but A, B and D", 1.0 / 3},
                                           {"除了A、B都是", 0.0},
                                           {"all but HTTP", 0.0},
                                           {"除了D", 0.0},
                                           {"except D", 0.0},
                                           {"not all but D", 0.0},
                                           {"A、B、D，不包括C", 1.0 / 3}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == Approx(credit));

  auto form = item_of(Kind::choices, "Which form?", {point("choices")});
  form.choices = {{"all but one", true}, {"one", false}, {"不含糖", false}};
  CHECK(grade(form, "all but one").score == 1.0);
  CHECK(grade(form, "不含糖").score == 0.0);
}

TEST_CASE("all others are chosen where an answer names what is not among them", "[grading]") {
  auto item = item_of(Kind::choices, "Which of these are birds?", {point("choices")});
  item.choices = {{"sparrow", true}, {"penguin", true}, {"bat", false}, {"flying fish", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "all but the bat and the flying fish", "all but the bat and flying fish",
      "all but a bat and a flying fish", "All except the bat, the flying fish.",
      "the bat and the flying fish aren't, the others are",
      "The bat and the flying fish are not, but the others are.",
      "the bat isn't, the flying fish isn't, the rest are",
      "The others are, but the bat and the flying fish aren't",
      "not the bat and the flying fish, the others are birds",
      "bat and flying fish are not birds. The other ones are.",
      "sparrow is, bat and flying fish aren't, all others are", "C and D aren't, the rest are",
      "everything else but not C and D", "everything else but not the bat and the flying fish");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 1.0);
}

TEST_CASE("all others are chosen where a Chinese answer names what is not among them",
          "[grading]") {
  auto item = item_of(Kind::choices, "下列哪些是鸟？", {point("choices")});
  item.choices = {{"麻雀", true}, {"企鹅", true}, {"蝙蝠", false}, {"飞鱼", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "除了蝙蝠和飞鱼都是", "蝙蝠和飞鱼不是，其他都是",
      "蝙蝠不是，飞鱼不是，其他都是", "蝙蝠和飞鱼都不是鸟，其余都是", "蝙蝠、飞鱼不是，剩下的都是",
      "其他都是，只有蝙蝠和飞鱼不是", "不是蝙蝠和飞鱼，别的都是鸟", "C和D不是，其他都对",
      "蝙蝠和飞鱼不选，其余都选。", "麻雀是，蝙蝠不是，飞鱼也不是，其他都是",
      "我觉得蝙蝠和飞鱼不算，另外两个是", "其他的都是，蝙蝠和飞鱼除外", "C和D错，其他对");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 1.0);
}

TEST_CASE("what only says which options are not chooses no others", "[grading]") {
  auto item = item_of(Kind::choices, "Which of these are birds?", {point("choices")});
  item.choices = {{"sparrow", true}, {"penguin", true}, {"bat", false}, {"flying fish", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "the bat and the flying fish aren't", "not the bat",
      "the bat isn't, the others aren't", "the bat isn't, the others are fish", "the others are",
      "the owl isn't, the others are", "蝙蝠和飞鱼不是", "其他不知道，蝙蝠不是");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 0.0);
  CHECK(grade(item, "the bat isn't, the others are").points[0].credit == 0.5);

  item.question = "Which of these are not fish?";
  CHECK(grade(item, "the flying fish isn't, the others are").points[0].credit == 0.0);
}

TEST_CASE("an option may be named by how it alone begins, word by word", "[grading]") {
  auto item = item_of(Kind::choices, "主刑有哪些？", {point("choices")}, "zh");
  item.choices = {{"死刑", true}, {"有期徒刑", true}, {"无期徒刑", true},  {"拘役", true},
                  {"管制", true}, {"罚金", false},    {"剥夺权利", false}, {"剥夺财产", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"死刑 有期 无期 拘役 管制", 1.0},
                                           {"死刑，有期，无期，拘役，管制", 1.0},
                                           {"死刑 有期", 0.4},
                                           {"死刑 有期 无期 拘役 坐牢", 0.6},
                                           {"死刑 有期 剥夺", 0.2},
                                           {"死刑 坐牢", 0.0},
                                           {"徒刑", 0.0},
                                           {"期", 0.0},
                                           {"死刑 或 有期", 0.0},
                                           {"死刑 还是 有期", 0.0},
                                           {"死刑 或者 有期", 0.0},
                                           {"死刑 vs 有期", 0.0},
                                           {"罚金 死刑 有期", 0.2}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == Approx(credit));

  auto funds = item_of(Kind::choices, "Which are funding channels?", {point("choices")});
  funds.choices = {{"angel investors", true}, {"bank loan", true}, {"not known", false}};
  CHECK(grade(funds, "angel, bank").score == 1.0);
  CHECK(grade(funds, "ang").score == 0.0);
  CHECK(grade(funds, "loan").score == 0.0);
  CHECK(grade(funds, "banker").score == 0.0);
}
