#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "grading/explain.h"
#include "grading/grader.h"
#include "grading/meaning/space.h"

using namespace pith;
using namespace pith::grading;

namespace {

constexpr std::size_t kDimension = 16;
constexpr std::size_t kNever = 1000;
const std::string kAnswer = "房租，油费，还有修车的钱";

/// Answers so often, and from then on no more.
class Failing final : public SentenceEncoder {
 public:
  explicit Failing(std::size_t answers) : answers_(answers) {}

  [[nodiscard]] std::string name() const override { return "endpoint"; }
  [[nodiscard]] std::string model() const override { return "fake"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    ask();
    std::vector<Vector> vectors;
    for (const auto text : texts) {
      auto& vector = vectors.emplace_back(kDimension, 0.1F);
      vector[std::hash<std::string_view>()(text) % kDimension] = 1.0F;
      normalise(vector);
    }
    return vectors;
  }
  [[nodiscard]] Reading read(std::span<const std::string_view> /*parts*/) const override {
    ask();
    return {};
  }

  [[nodiscard]] std::size_t asked() const { return asked_; }

 private:
  void ask() const {
    if (asked_++ >= answers_) {
      throw StorageError("the server is gone");
    }
  }

  std::size_t answers_;
  mutable std::size_t asked_ = 0;
};

/// A list of names, of which some are of one kind: with an encoder it is read in another way.
deck::Item costs() {
  deck::Item item;
  item.language = "zh";
  item.question = "养一辆车要花哪些钱？";
  for (const auto* name : {"油费", "保险费", "维修保养", "停车位的租金"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  return item;
}

const std::vector<LearnedWording> kLearned = {{2, "修车的钱"}};

void check_same(const Grade& grade, const Grade& by_words) {
  REQUIRE(grade.points.size() == by_words.points.size());
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    CAPTURE(p);
    CHECK(grade.points[p].verdict == by_words.points[p].verdict);
    CHECK(grade.points[p].confidence == by_words.points[p].confidence);
    CHECK(grade.points[p].reason == by_words.points[p].reason);
  }
  CHECK(grade.score == by_words.score);
}

/// How often an encoder that does not fail is asked for an item and an answer.
std::size_t times_asked() {
  const Failing never(kNever);
  (void)grade(costs(), kAnswer, {.encoder = &never}, kLearned);
  return never.asked();
}

}  // namespace

TEST_CASE("whenever the encoder fails, the grade is that without an encoder", "[grading]") {
  const auto by_words = grade(costs(), kAnswer, {}, kLearned);
  const auto times = times_asked();
  REQUIRE(times > 3);
  for (std::size_t answers = 0; answers < times; ++answers) {
    CAPTURE(answers);
    const Failing encoder(answers);
    check_same(grade(costs(), kAnswer, {.encoder = &encoder}, kLearned), by_words);
    REQUIRE(encoder.asked() > answers);
  }
}

TEST_CASE("whenever the encoder fails, the explanation is that without an encoder", "[grading]") {
  const auto by_words = explain(costs(), kAnswer, {}, kLearned);
  const auto times = times_asked();
  for (std::size_t answers = 0; answers < 2 * times; ++answers) {
    CAPTURE(answers);
    const Failing encoder(answers);
    const auto explained = explain(costs(), kAnswer, {.encoder = &encoder}, kLearned);
    if (encoder.asked() > answers) {
      check_same(explained.grade, by_words.grade);
      REQUIRE(explained.points.size() == by_words.points.size());
      for (std::size_t p = 0; p < explained.points.size(); ++p) {
        CHECK(explained.points[p].probability == by_words.points[p].probability);
      }
    }
  }
}

TEST_CASE("an item that was made ready with an encoder grades by words once it fails",
          "[grading]") {
  const PreparedItem by_words(costs(), {}, kLearned);
  const Failing encoder(times_asked());
  const PreparedItem prepared(costs(), {.encoder = &encoder}, kLearned);
  (void)prepared.grade(kAnswer);
  for (const auto* answer : {"油费", "保险", "租金和维修", ""}) {
    CAPTURE(answer);
    check_same(prepared.grade(answer), by_words.grade(answer));
  }
}
