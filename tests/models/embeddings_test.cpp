#include "models/embeddings.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/json.h"

using namespace pith;
using namespace pith::models;
using Catch::Matchers::Contains;

TEST_CASE("a request for embeddings is valid JSON whatever the texts", "[models]") {
  const std::vector<std::string_view> texts = {"中文", R"("quoted" \)", "bad \xFF byte"};

  const auto request = pith::test::parsed(embeddings_request("e5", texts));

  CHECK(request["model"] == "e5");
  CHECK(request["input"][0] == "中文");
  CHECK(request["input"][1] == R"("quoted" \)");
  CHECK(request["input"].size() == 3);
  CHECK(request["encoding_format"] == "float");
  CHECK_FALSE(pith::test::parsed(embeddings_request("", texts)).contains("model"));
}

TEST_CASE("a reply that is no pair of embeddings is refused with the reason", "[models]") {
  const auto [body, why] = GENERATE(table<std::string, std::string>({
      {"", "not the JSON"},
      {"<html><body>502 Bad Gateway</body></html>", "not the JSON"},
      {"[]", "not the JSON"},
      {"{\"data\":", "cut off"},
      {R"({"error":{"message":"no"}})", "not the JSON"},
      {R"({"data":{}})", "not the JSON"},
      {std::string(100'000, '['), "not the JSON"},
      {R"({"data":[]})", "0 vectors for 2 texts"},
      {R"({"data":[{"embedding":[1]}]})", "1 vectors for 2 texts"},
      {R"({"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]})", "3 vectors"},
      {R"({"data":[1,2]})", "no embedding"},
      {R"({"data":[{"embedding":[1]},{}]})", "no embedding"},
      {R"({"data":[{"embedding":[1]},{"embedding":"AAAA"}]})", "no list of numbers"},
      {R"({"data":[{"embedding":[1]},{"embedding":[]}]})", "no list of numbers"},
      {R"({"data":[{"embedding":[1]},{"embedding":[null]}]})", "no number"},
      {R"({"data":[{"embedding":[1]},{"embedding":["1"]}]})", "no number"},
      {R"({"data":[{"embedding":[1]},{"embedding":[NaN]}]})", "such as NaN"},
      {R"({"data":[{"embedding":[1]},{"embedding":[1e999]}]})", "such as NaN"},
      {R"({"data":[{"embedding":[1]},{"embedding":[1e300]}]})", "no direction"},
      {R"({"data":[{"embedding":[1,0]},{"embedding":[0,0]}]})", "no direction"},
      {R"({"data":[{"embedding":[1,0]},{"embedding":[0,2e-162]}]})", "no direction"},
      {R"({"data":[{"embedding":[1,0]},{"embedding":[1,0,0]}]})", "differ in length"},
      {R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})", "indices"},
      {R"({"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]})", "indices"},
      {R"({"data":[{"index":0,"embedding":[1]},{"index":-1,"embedding":[1]}]})", "index"},
      {R"({"data":[{"index":0,"embedding":[1]},{"index":"1","embedding":[1]}]})", "index"},
  }));
  CAPTURE(body.substr(0, 100));
  CHECK_THROWS_WITH(parse_embeddings(body, 2), Contains(why));
  CHECK_THROWS_AS(parse_embeddings(body, 2), StorageError);
}

TEST_CASE("a reply that nests or counts without end is refused, wherever it does", "[models]") {
  constexpr std::size_t kDeep = 100'000;
  std::string zeros = "0";
  for (std::size_t i = 0; i < 2'500'000; ++i) {
    zeros += ",0";
  }
  const auto beside = GENERATE_COPY(
      as<std::string>{}, std::string(kDeep, '[') + std::string(kDeep, ']'), "[" + zeros + "]");
  CHECK_NOTHROW(parse_embeddings(R"({"data":[{"embedding":[1]}],"usage":[[0]]})", 1));
  CHECK_THROWS_WITH(parse_embeddings(R"({"data":[{"embedding":[1]}],"usage":)" + beside + "}", 1),
                    Contains("too large"));
}
