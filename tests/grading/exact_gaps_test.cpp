// What people write for the gaps of a cloze, and the wrong answers next to it.
#include <string>
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

/// The score of an answer to a cloze whose gaps have the texts.
double cloze_score(const std::vector<std::string>& texts, const std::string& answer) {
  auto item = pith::test::item("en", "[…]", {});
  item.kind = pith::deck::Kind::cloze;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    item.points.push_back(pith::test::point(texts[i]));
    item.points[i].id = "c" + std::to_string(i + 1);
    item.cloze.push_back({texts[i], i, ""});
    item.cloze.push_back({"; ", std::nullopt, ""});
  }
  return pith::grading::grade(item, answer).score;
}

}  // namespace

TEST_CASE("gaps are filled in order, by name, or in part", "[grading]") {
  auto item = item_of(Kind::cloze, "[…] 和 […]", {point("水"), point("火")}, "zh");
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"水", 0, ""}, {" 和 ", std::nullopt, ""}, {"火", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"水，火", 1, 1},
                                                   {"火，水", 0, 0},
                                                   {"c2: 火", 0, 1},
                                                   {"火", 0, 1},
                                                   {"", 0, 0},
                                                   {"水 火", 1, 1},
                                                   {" 水　火\n", 1, 1},
                                                   {"火 水", 0, 0},
                                                   {"水 火 土", 0, 0},
                                                   {"水 火，火", 0, 1}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("a point of several gaps is right if all of them are", "[grading]") {
  auto item =
      item_of(Kind::cloze, "The […], the […] and the […]", {point("sun, star"), point("moon")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"sun", 0, ""}, {"moon", 1, ""}, {"star", 0, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"sun, moon, star", 1, 1},
                                                   {"sun moon star", 1, 1},
                                                   {"c1: sun; c1: star; c2: moon", 1, 1},
                                                   {"c1: sun, star", 1, 0},
                                                   {"c1:", 0, 0},
                                                   {"c1: ; c2: moon", 0, 1},
                                                   {"c2 =, c1:, sun", 0, 0},
                                                   {"sun, star", 1, 0},
                                                   {"star, moon, sun", 0, 1},
                                                   {"sun, moon", 0, 1},
                                                   {"sun", 0, 0},
                                                   {"", 0, 0}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("the text of a gap may begin like the name of one", "[grading]") {
  auto item = item_of(Kind::cloze, "[…] lies on the […]", {point("c1:Paris"), point("Seine")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"c1:Paris", 0, ""}, {" lies on the ", std::nullopt, ""}, {"Seine", 1, ""}};
  CHECK(grade(item, "c1:Paris, Seine").score == 1);
  CHECK(grade(item, "c2: Seine; c1: c1:Paris").score == 1);
  CHECK(grade(item, "c1:Rome, Seine").points[0].verdict == Verdict::missed);
}

TEST_CASE("the text of a gap may have commas", "[grading]") {
  auto item = item_of(Kind::cloze, "In […] lives […]", {point("Paris, France"), point("Jean")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"Paris, France", 0, ""}, {"Jean", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"Paris, France; Jean", 1, 1},
                                                   {"Paris, France, Jean", 1, 1},
                                                   {"c1: Paris, France; c2: Jean", 1, 1},
                                                   {"c2: Jean; c1: Paris, France", 1, 1},
                                                   {"Paris, France", 1, 0},
                                                   {"Jean", 0, 1},
                                                   {"Paris; Jean", 0, 1}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("the gaps of a cloze may be filled by its whole sentence", "[grading]") {
  auto item = item_of(Kind::cloze, "The capital of […] is […].", {point("France"), point("Paris")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"The capital of ", std::nullopt, ""},
                {"France", 0, ""},
                {" is ", std::nullopt, ""},
                {"Paris", 1, ""},
                {".", std::nullopt, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"the capital of France is Paris", 1, 1},
                                                   {"The capital of Paris is France.", 0, 0},
                                                   {"The capital of Italy is Paris.", 0, 1},
                                                   {"The capital of France is", 1, 0},
                                                   {"France and Paris", 1, 1},
                                                   {"Paris and France", 0, 0}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("and parts the texts of gaps beside commas and blanks", "[grading]") {
  const std::vector<std::string> acid = {"atomicity", "consistency", "isolation", "durability"};
  CHECK(cloze_score(acid, "Atomicity, Consistency, Isolation and Durability") == 1.0);
  CHECK(cloze_score(acid, "Atomicity, Consistency, Isolation, and Durability") == 1.0);
  CHECK(cloze_score(acid, "atomicity consistency isolation and durability") == 1.0);
  CHECK(cloze_score(acid, "atomicity and consistency and isolation and durability") == 1.0);
  CHECK(cloze_score(acid, "Consistency, Atomicity, Durability and Isolation") == 0.0);
  CHECK(cloze_score(acid, "not atomicity, consistency, isolation and durability") == 0.75);
  CHECK(cloze_score(acid, "atomicity consistency isolation or durability") == 0.0);
  CHECK(cloze_score({"和平", "发展", "合作"}, "和平、发展和合作") == 1.0);
  CHECK(cloze_score({"war and peace", "Tolstoy", "1869"}, "War and Peace, Tolstoy, 1869") == 1.0);
}

TEST_CASE("one text too few shifts the others of a long list, and loses none", "[grading]") {
  std::vector<std::string> texts;
  std::string all_but_first;
  for (int i = 0; i < 60; ++i) {
    texts.push_back(std::string(5, static_cast<char>('a' + i / 26)) +
                    std::string(5, static_cast<char>('a' + i % 26)));
    all_but_first += i == 0 ? "" : texts.back() + ", ";
  }
  CHECK(cloze_score(texts, all_but_first) == Approx(59.0 / 60));
}

TEST_CASE("gaps may be counted", "[grading]") {
  CHECK(cloze_score({"电压", "电阻"}, "第一个电压，第二个电阻") == 1.0);
  CHECK(cloze_score({"电压", "电阻"}, "第二个是电阻，第一个是电压") == 1.0);
  CHECK(cloze_score({"电压", "电阻"}, "第1空：电压；第2空：电阻") == 1.0);
  CHECK(cloze_score({"电压", "电阻"}, "第一个电阻，第二个电压") == 0.0);
  CHECK(cloze_score({"电压", "电阻"}, "第三个电压，第二个电阻") == 0.5);
  CHECK(cloze_score({"第一个五年计划", "第二次世界大战"}, "第一个五年计划，第二次世界大战") == 1.0);
}

TEST_CASE("known texts may stand side by side, whatever blanks they have", "[grading]") {
  const std::vector<std::string> layers = {"网络层", "传输层", "Transmission Control Protocol"};
  const auto* const answer = GENERATE("网络层 传输层 Transmission Control Protocol",
                                      "网络层/传输层/Transmission Control Protocol",
                                      "网络层 / 传输层 / transmission control protocol",
                                      "网络层  传输层  Transmission Control Protocol ");
  CAPTURE(answer);
  CHECK(cloze_score(layers, answer) == 1.0);
}

TEST_CASE("a slash parts the texts of gaps that have none", "[grading]") {
  CHECK(cloze_score({"TCP", "UDP"}, "TCP/UDP") == 1.0);
  CHECK(cloze_score({"TCP", "UDP"}, "TCP / QUIC") == 0.5);
  CHECK(cloze_score({"TCP", "UDP"}, "UDP/TCP") == 0.0);
  CHECK(cloze_score({"TCP/IP", "HTTP"}, "TCP/IP HTTP") == 1.0);
  CHECK(cloze_score({"TCP/IP", "HTTP"}, "TCP/IP/HTTP") == 1.0);
}

TEST_CASE("known texts side by side are read only if there is one way to", "[grading]") {
  const std::vector<std::string> layers = {"网络层", "传输层", "Transmission Control Protocol"};
  CHECK(cloze_score(layers, "传输层 网络层 Transmission Control Protocol") == Approx(1.0 / 3));
  CHECK(cloze_score(layers, "网络层 Transmission Control Protocol") == Approx(2.0 / 3));
  CHECK(cloze_score(layers, "Transmission Control") == 0.0);
  CHECK(cloze_score(layers, "not 网络层 传输层 Transmission Control Protocol") < 1.0);
  CHECK(cloze_score({"a b", "c"}, "a b c") == 1.0);
  CHECK(cloze_score({"new", "york", "new york"}, "new york new york") < 1.0);
}

TEST_CASE("gaps are named in any width and case, with or without what parts them", "[grading]") {
  auto item = item_of(Kind::cloze, "[…] 和 […]", {point("水"), point("red fire")}, "zh");
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"水", 0, ""}, {" 和 ", std::nullopt, ""}, {"red fire", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"c1: 水 c2: red fire", 1, 1},
                                                   {"c2: red fire c1: 水", 1, 1},
                                                   {"C1:水 C2:red fire", 1, 1},
                                                   {"Ｃ１：水；Ｃ２：red fire", 1, 1},
                                                   {"c1＝水，c2＝red fire", 1, 1},
                                                   {"ｃ２：red fire　ｃ１：水", 1, 1},
                                                   {"c1: red fire c2: 水", 0, 0},
                                                   {"c1: 水 c2: blue", 1, 0},
                                                   {"c1: 火 c2: red fire", 0, 1},
                                                   {"c1: c2: red fire", 0, 1},
                                                   {"c1: 水 红 c2: red fire", 0, 1},
                                                   {"c3: 水 c2: red fire", 0, 1}}));
  CAPTURE(answer);
  const auto result = grade(item, answer);
  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("blanks part the texts of gaps as commas do", "[grading]") {
  auto item = item_of(Kind::cloze, "DNA […] RNA […] 蛋白质；有的病毒会[…]",
                      {point("转录"), point("翻译"), point("逆转录")}, "zh");
  item.cloze = {{"转录", 0, ""}, {" ", std::nullopt, ""}, {"翻译", 1, ""}, {"逆转录", 2, ""}};
  for (std::size_t p = 0; p < 3; ++p) {
    item.points[p].id = "c" + std::to_string(p + 1);
  }
  const auto [answer, first, second, third] =
      GENERATE(table<std::string, double, double, double>({{"转录 翻译", 1, 1, 0},
                                                           {"转录　翻译", 1, 1, 0},
                                                           {"翻译 逆转录", 0, 1, 1},
                                                           {"转录 复制", 1, 0, 0},
                                                           {"转录 翻译 逆转录", 1, 1, 1},
                                                           {"转录 翻译，逆转录", 1, 1, 1},
                                                           {"c1转录 c2翻译", 1, 1, 0},
                                                           {"c2翻译，c1转录", 1, 1, 0},
                                                           {"C3逆转录", 0, 0, 1},
                                                           {"c1翻译 c2转录", 0, 0, 0},
                                                           {"c12转录", 0, 0, 0},
                                                           {"不是 转录", 0, 0, 0},
                                                           {"翻译 转录 逆转录", 0, 0, 1}}));
  CAPTURE(answer);
  const auto result = grade(item, answer);
  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
  CHECK(result.points[2].credit == third);
}

TEST_CASE("where a gap has a blank, blanks do not part", "[grading]") {
  auto item = item_of(Kind::cloze, "The […] in […] on […]",
                      {point("red fire"), point("Rome"), point("Monday")});
  item.cloze = {{"red fire", 0, ""}, {"Rome", 1, ""}, {"Monday", 2, ""}};
  CHECK(grade(item, "Rome fire").score == 0.0);
  CHECK(grade(item, "red fire").points[0].credit == 1.0);
}
