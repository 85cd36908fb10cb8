#include "grading/meaning/token_match.h"

#include <catch2/catch.hpp>

#include "deck/item.h"

using namespace pith;
using namespace pith::grading;

namespace {

/// Every letter is a token, like no other, but to start with all vowels are alike; `e` is in every
/// text.
class Letters final : public SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "endpoint"; }
  [[nodiscard]] std::string model() const override { return "letters"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    return {texts.size(), Vector(32, 0.1F)};
  }
  [[nodiscard]] Reading read(std::span<const std::string_view> parts) const override {
    Reading reading;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      reading.parts.emplace_back(32, 0.1F);
      for (const char letter : parts[p]) {
        if (letter >= 'a' && letter <= 'z') {
          Vector vector(32, 0.0F);
          vector[static_cast<std::size_t>(letter - 'a')] = 1.0F;
          auto& token = reading.tokens.emplace_back();
          token.vectors.fill(vector);
          if (std::string_view("aeiou").find(letter) != std::string_view::npos) {
            token.vectors.front() = Vector(32, 0.0F);
            token.vectors.front()[31] = 1.0F;
          }
          token.rarity = letter == 'e' ? 0.0F : 1.0F;
          token.part = p;
        }
      }
    }
    return reading;
  }
};

/// What the parts [begin, end) of an answer have of a point, by what was asked.
TokenShares shares(const std::string& name, const std::string& detail, const std::string& question,
                   const std::vector<std::string_view>& answer, const Range& parts,
                   std::size_t depth = kTokenDepths - 1) {
  deck::Item item;
  item.language = "en";
  item.question = question;
  auto& point = item.points.emplace_back();
  point.id = point.name = name;
  point.detail = detail;
  const auto targets = targets_of(item, true, true, {});
  const Letters encoder;
  const auto space = space_of(encoder, "en");
  const TokenMatch match(encoder, *space, targets, question, "en");
  return match.compare(encoder.read(answer)).shares(0, {&parts, 1}, depth);
}

}  // namespace

TEST_CASE("a stretch has of a point what tokens it has of name and detail", "[grading]") {
  const auto all = shares("abc", "xy", "q", {"cab", "yx"}, {0, 2});
  CHECK(all.name == Approx(1.0));
  CHECK(all.detail == Approx(1.0));
  CHECK(all.all == Approx(1.0));
  CHECK(all.back == Approx(1.0));

  const auto half = shares("abcd", "xy", "q", {"abx", "cdy"}, {0, 1});
  CHECK(half.name == Approx(0.5));
  CHECK(half.detail == Approx(0.5));
  CHECK(half.back == Approx(1.0));
}

TEST_CASE("without a detail the name is all that can be had", "[grading]") {
  const auto some = shares("ab", "", "q", {"azzz"}, {0, 1});
  CHECK(some.name == Approx(0.5));
  CHECK(some.detail == Approx(0.5));
  CHECK(some.all == Approx(0.5));
  CHECK(some.back == Approx(0.25));
}

TEST_CASE("what the question has already, and what every text has, counts little", "[grading]") {
  CHECK(shares("ab", "", "a", {"a"}, {0, 1}).name < 0.2);
  CHECK(shares("ab", "", "a", {"b"}, {0, 1}).name > 0.8);
  CHECK(shares("eb", "", "q", {"e"}, {0, 1}).name < 0.1);
  CHECK(shares("eb", "", "q", {"b"}, {0, 1}).name > 0.9);
}

TEST_CASE("other parts of the answer do not count", "[grading]") {
  const auto second = shares("ab", "xy", "q", {"aby", "bx", "aaa"}, {1, 2});
  CHECK(second.name == Approx(0.5));
  CHECK(second.detail == Approx(0.5));
  CHECK(second.back == Approx(1.0));
}

TEST_CASE("tokens are compared as they are at the depth asked for", "[grading]") {
  CHECK(shares("ax", "", "q", {"ox"}, {0, 1}, 0).name == Approx(1.0));
  CHECK(shares("ax", "", "q", {"ox"}, {0, 1}, 1).name == Approx(0.5));
  CHECK(shares("ax", "", "o", {"ix"}, {0, 1}, 0).name >
        0.99);  // less weight, but near all the same
  CHECK(shares("ax", "", "o", {"iy"}, {0, 1}, 0).name <
        0.2);  // what the question has counts little
}

TEST_CASE("an answer about something else is near to none of the points", "[grading]") {
  deck::Item item;
  item.language = "en";
  for (const auto* name : {"ab", "xy"}) {
    auto& point = item.points.emplace_back();
    point.id = point.name = name;
  }
  const Letters encoder;
  const auto space = space_of(encoder, "en");
  const TokenMatch match(encoder, *space, targets_of(item, true, true, {}), "q", "en");
  const auto nearness = [&](std::string_view answer) {
    const Range part{0, 1};
    return match.compare(encoder.read(std::vector{answer})).nearness({&part, 1});
  };
  CHECK(nearness("axb") == Approx(1.0));
  CHECK(nearness("azzz") == Approx(0.25));
  CHECK(match.compare({}).nearness({}) == 0.0);
}

TEST_CASE("nothing is known where one side has no tokens", "[grading]") {
  deck::Item item;
  item.language = "en";
  for (const auto* name : {"ab", "12"}) {
    auto& point = item.points.emplace_back();
    point.id = point.name = name;
  }
  const Letters encoder;
  const auto space = space_of(encoder, "en");
  const TokenMatch match(encoder, *space, targets_of(item, true, true, {}), "q", "en");
  const auto said = match.compare(encoder.read(std::vector<std::string_view>{"ab"}));
  CHECK(said.knows(0));
  CHECK_FALSE(said.knows(1));
  CHECK_FALSE(match.compare({}).knows(0));
}
