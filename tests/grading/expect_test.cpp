#include "grading/expect.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/words/vector.h"

using namespace pith;
using grading::Vector;

namespace {

using Texts = std::vector<std::string>;

/// Remembers what it was told to expect and what it was asked.
class Listener final : public grading::SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "e5"; }
  [[nodiscard]] std::string model() const override { return "fake"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    asked.insert(asked.end(), texts.begin(), texts.end());
    return {texts.size(), Vector(384, 1.0F)};
  }
  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override {
    read_last.assign(parts.begin(), parts.end());
    readings.push_back(read_last);
    return {{parts.size(), Vector(384, 1.0F)}, {}};
  }
  void expect(Texts texts) const override {
    expected.insert(expected.end(), texts.begin(), texts.end());
  }

  void expect_reading(std::vector<Texts> texts) const override {
    expected_readings.insert(expected_readings.end(), texts.begin(), texts.end());
  }

  mutable Texts asked;
  mutable Texts expected;
  mutable std::vector<Texts> expected_readings;
  mutable std::vector<Texts> readings;
  mutable Texts read_last;  ///< In context, last.
};

deck::Item item() {
  deck::Item item;
  item.language = "zh";
  item.question = "如何建立技术壁垒？";
  for (const auto* name : {"原创算法", "知识产权保护"}) {
    deck::Point point;
    point.id = point.name = name;
    point.detail = std::string(name) + "要早做";
    point.accept = {"别家没有的"};
    item.points.push_back(point);
  }
  return item;
}

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("what an item is expected to need is just what grading then asks of the encoder",
          "[grading]") {
  const Listener listener;
  const std::vector<grading::LearnedWording> learned = {{0, "自己写的代码"}};
  grading::expect_item(listener, item(), learned);

  (void)grading::PreparedItem(item(), {true, &listener}, learned);
  CHECK(listener.asked == listener.expected);
  CHECK(has(listener.asked, "自己写的代码"));
  CHECK(listener.readings == listener.expected_readings);
  CHECK(listener.readings.size() == 3);  // the question and two points
}

TEST_CASE("finished clauses are expected, the one being typed is not", "[grading]") {
  const Listener listener;
  grading::expect_answer(listener, "首先要自己写算法，然后去申请专");

  CHECK(has(listener.expected, "自己写算法"));  // without the opener, as in grading
  CHECK(std::none_of(listener.expected.begin(), listener.expected.end(),
                     [](const auto& text) { return text.find("专") != std::string::npos; }));
}

TEST_CASE("an answer whose last clause is finished is expected whole", "[grading]") {
  const auto typed =
      GENERATE(as<std::string>{}, "要自己写算法，早点申请专利。", "要自己写算法，早点申请专利，",
               "要自己写算法\n早点申请专利\n", "write it yourself, file the patents early. ");
  CAPTURE(typed);
  const Listener listener;
  grading::expect_answer(listener, typed);
  REQUIRE_FALSE(listener.expected.empty());

  const auto expected = listener.expected;
  listener.asked.clear();
  const grading::PreparedItem prepared(item(), {true, &listener});
  listener.asked.clear();
  (void)prepared.grade(typed);

  CHECK(listener.asked == expected);
}

TEST_CASE("nothing is expected of a text without a finished clause", "[grading]") {
  const auto typed = GENERATE(as<std::string>{}, "", "算", "自己写算法", "，。", "   ", "...");
  CAPTURE(typed);
  const Listener listener;
  grading::expect_answer(listener, typed);
  CHECK(listener.expected.empty());
}

TEST_CASE("an answer is read as a whole, part by part, as it was typed", "[grading]") {
  const Listener listener;
  const grading::PreparedItem prepared(item(), {true, &listener});
  const std::string answer = "要自己写算法、攒数据，早点（尽量）申请专利。别等！";
  (void)prepared.grade(answer);

  std::string together;
  for (const auto& part : listener.read_last) {
    together += part;
  }
  CHECK(listener.read_last.size() > 3);
  CHECK(answer.find(together) == 0);
  CHECK(together.find("别等") != std::string::npos);
}

TEST_CASE("no part of an answer is empty, whatever its characters fold to", "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "c\u2105d", "\u2100\u2101", "早点，\u2106，专利");
  CAPTURE(answer);
  const Listener listener;
  const grading::PreparedItem prepared(item(), {true, &listener});
  (void)prepared.grade(answer);

  REQUIRE_FALSE(listener.read_last.empty());
  CHECK_FALSE(has(listener.read_last, ""));
}

TEST_CASE("of a long answer the beginning is read as a whole", "[grading]") {
  const Listener listener;
  const grading::PreparedItem prepared(item(), {true, &listener});
  std::string answer;
  while (answer.size() < 20'000) {
    answer += "早点申请专利，自己写算法。";
  }
  (void)prepared.grade(answer);

  std::size_t bytes = 0;
  for (const auto& part : listener.read_last) {
    bytes += part.size();
  }
  CHECK(bytes > 1'000);
  CHECK(bytes <= 1'500);
}
