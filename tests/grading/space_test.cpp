#include "grading/meaning/space.h"

#include <catch2/catch.hpp>

using namespace pith::grading;

namespace {

/// Fails the test when it is asked anything.
class SilentEncoder final : public SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "e5"; }
  [[nodiscard]] std::string model() const override { return "fake"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view>) const override {
    FAIL("encoded");
    return {};
  }
};

/// Gives every text its own direction.
class CountingEncoder final : public SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "endpoint"; }
  [[nodiscard]] std::string model() const override { return "fake"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    std::vector<Vector> vectors;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      vectors.push_back({1.0F, static_cast<float>(i % 2), 0.0F});
      normalise(vectors.back());
    }
    return vectors;
  }
};

}  // namespace

TEST_CASE("the background of e5 is shipped, a vector for each text, and nothing is encoded",
          "[grading]") {
  const auto* const language = GENERATE("zh", "zh-Hant", "en", "fr");
  const auto space = space_of(SilentEncoder(), language);

  REQUIRE(space->background().size() == background_texts(language).size());
  CHECK(space->background().size() >= 50);
  for (const auto& vector : space->background()) {
    REQUIRE(vector.size() == 384);
    REQUIRE(cosine(vector, vector) == Approx(1.0));
  }
}

TEST_CASE("another encoder's space is centred on the background texts", "[grading]") {
  const auto space = space_of(CountingEncoder(), "en");

  REQUIRE(space->background().size() == background_texts("en").size());
  Vector sum(3, 0.0F);
  for (const auto& vector : space->background()) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i] += vector[i];
    }
  }
  CHECK(sum[0] == Approx(0).margin(1e-3));
  CHECK(sum[1] == Approx(0).margin(1e-3));
}

TEST_CASE("a vector survives being written as digits", "[grading]") {
  Vector vector;
  for (int i = 0; i < 384; ++i) {
    vector.push_back(static_cast<float>((i * 37) % 101 - 50));
  }
  normalise(vector);

  CHECK(cosine(from_digits(to_digits(vector)), vector) > 0.999);
  CHECK(from_digits(to_digits(Vector(4, 0.0F))) == Vector(4, 0.0F));
}
