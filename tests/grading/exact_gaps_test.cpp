// What people write for the gaps of a cloze, and the wrong answers next to it.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

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
