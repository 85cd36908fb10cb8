#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/decision/decision.h"
#include "grading/decision/free_text.h"

using namespace pith;
using namespace pith::grading;

namespace {

constexpr std::size_t kDimension = 16;
const std::string kQuestion = "怎样保证服务器稳定运行？";

/// A vector that differs from text to text.
Vector vector_of(std::string_view text) {
  Vector vector(kDimension, 0.1F);
  vector[std::hash<std::string_view>()(text) % kDimension] = 1.0F;
  normalise(vector);
  return vector;
}

/// Reads every part in context as if it were the question, as far as it is told to read.
class Reader final : public SentenceEncoder {
 public:
  explicit Reader(std::size_t parts) : parts_(parts) {}

  [[nodiscard]] std::string name() const override { return "endpoint"; }
  [[nodiscard]] std::string model() const override { return "fake"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    std::vector<Vector> vectors;
    for (const auto text : texts) {
      vectors.push_back(vector_of(text));
    }
    return vectors;
  }
  [[nodiscard]] Reading read(std::span<const std::string_view> parts) const override {
    return {{std::min(parts.size(), parts_), vector_of(kQuestion)}, {}};
  }

 private:
  std::size_t parts_;
};

struct Pairs {
  std::vector<Window> windows;
  std::vector<Pair> pairs;  ///< With the first point, by window.
  Pair whole;               ///< The answer as one stretch with it.
};

Pairs pairs_with(const SentenceEncoder& encoder) {
  deck::Item item;
  item.language = "zh";
  item.question = kQuestion;
  for (const auto* name : {"定期备份", "监控告警"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  const FreeTextGrader grader(item, {true, &encoder}, {});
  const auto analysis = grader.analyse("每天复制一份，出事有人知道，容量要留够");
  Pairs result{analysis.segments.windows, {}, analysis.table.whole(0).row[0]};
  for (std::size_t w = 0; w < result.windows.size(); ++w) {
    result.pairs.push_back(analysis.table.at(w, 0));
  }
  REQUIRE(result.windows.size() > 3);
  return result;
}

}  // namespace

TEST_CASE("a stretch is compared as what its parts mean in the answer", "[grading]") {
  const auto read = pairs_with(Reader(100));
  for (const auto& pair : read.pairs) {
    CHECK(pair.features[kQuestionInContext] == Approx(1.0).margin(1e-4));
  }
  CHECK(read.whole.features[kQuestionInContext] == Approx(1.0).margin(1e-4));
}

TEST_CASE("a stretch that was not read in context counts as what it means alone", "[grading]") {
  const auto parts = GENERATE(as<std::size_t>{}, 0, 1);
  const auto [windows, pairs, whole] = pairs_with(Reader(parts));
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const auto& f = pairs[w].features;
    const bool was_read = windows[w].parts.end <= parts;
    CHECK(f[kQuestionInContext] == Approx(was_read ? 1.0 : f[kQuestionMeaning]).margin(1e-4));
    CHECK(f[kBestInContext] >= f[kNameInContext]);
    CHECK(f[at_depth(0, kTokensAll)] == f[kBestInContext]);  // this encoder tells no tokens
    CHECK(f[at_depth(3, kTokensMargin)] == f[kMarginInContext]);
  }
  CHECK((whole.features[kQuestionInContext] > 0.99) == (parts > 0));
}

TEST_CASE("with an encoder a reference answer is marked by what both networks think", "[grading]") {
  deck::Item item;
  item.language = "zh";
  item.question = kQuestion;
  item.points.emplace_back().name = "每天把数据库复制到另一台机器上，并试着恢复一次";
  item.points[0].id = "only";
  const Reader encoder(100);
  const FreeTextGrader grader(item, {true, &encoder}, {});
  for (const auto* answer : {"每天复制数据库", "数据库每天复制到另一台机器"}) {
    const auto analysis = grader.analyse(answer);
    const auto probability = [&](bool by_meaning) {
      return beliefs_of(grader.targets(), analysis.table, analysis.segments, by_meaning)[0]
          .probability;
    };
    REQUIRE(std::abs(probability(true) - probability(false)) > 0.02);
    CHECK(grader.beliefs(analysis)[0].probability ==
          Approx((probability(true) + 2 * probability(false)) / 3));
  }
}
