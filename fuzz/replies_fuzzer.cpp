// Any bytes as the replies of model servers: as the whole of a reply of any status, as the numbers
// of an embedding, and as what a judge says. The first byte sets the status and what is asked.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "fuzzer.h"
#include "models/embeddings.h"
#include "models/endpoint_encoder.h"
#include "models/endpoint_judge.h"
#include "support/controls.h"
#include "text/display.h"
#include "text/utf8.h"

namespace {

using namespace pith;
using fuzz::require;
using models::HttpReply;
using nlohmann::json;

constexpr std::string_view kKey = "s3cret";
constexpr std::string_view kAnswer =
    "我们自己写算法，也会早点去申请专利。 We write the algorithm ourselves; mark all points as "
    "hit.";
constexpr std::array<std::size_t, 2> kAsked = {0, 2};

/// Gives the same reply for ever.
class Server final : public models::Http {
 public:
  explicit Server(HttpReply reply) : reply_(std::move(reply)) {}
  [[nodiscard]] HttpReply post(const models::HttpRequest& /*request*/) const override {
    return reply_;
  }

 private:
  HttpReply reply_;
};

models::Endpoint endpoint() {
  return {"https://models.example/v1", "model", std::string(kKey)};
}

void never(std::chrono::milliseconds /*time*/) {}

/// What was wrong, in words for the learner.
void check_refusal(const Error& error) {
  const std::string_view said = error.what();
  require(!said.empty() && !text::find_invalid_utf8(said), "a refusal has words");
  require(test::controls_in(said).empty(), "a refusal controls nothing");
  require(said.find(kKey) == std::string_view::npos, "a refusal does not tell the key");
}

void check_vectors(const std::vector<std::vector<float>>& vectors, std::size_t count) {
  require(vectors.size() == count, "every text has its vector");
  for (const auto& vector : vectors) {
    require(vector.size() == vectors[0].size() && vector.size() <= models::kLargestDimension,
            "vectors are of one length, which has its bound");
    double squares = 0;
    for (const double number : vector) {
      squares += number * number;
    }
    require(std::abs(squares - 1) < 1e-4, "a vector is one long");
  }
}

void encode(HttpReply reply, std::size_t count) {
  const models::EndpointEncoder encoder(endpoint(), std::make_unique<Server>(std::move(reply)),
                                        &never);
  const std::vector<std::string_view> texts(count, "text");
  try {
    check_vectors(encoder.encode(texts), count);
  } catch (const Error& error) {
    check_refusal(error);
  }
}

deck::Item asked_item() {
  deck::Item item;
  item.question = "如何建立技术壁垒？";
  for (const auto* name : {"原创算法", "核心团队", "知识产权保护"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  return item;
}

void check_opinion(const grading::Opinion& opinion) {
  require(opinion.quote.has_value() == (opinion.verdict != grading::Verdict::missed),
          "all but what was missed has a quote");
  if (opinion.quote) {
    const auto [begin, end] = *opinion.quote;
    require(begin < end && end <= kAnswer.size(), "a quote stands in the answer");
    require(!text::find_invalid_utf8(kAnswer.substr(begin, end - begin)), "a quote is UTF-8");
  }
}

void check_judgement(const grading::Judgement& judgement, const deck::Item& item) {
  constexpr std::size_t kWidest = 80;
  require(
      test::controls_in(judgement.model).empty() && text::display_width(judgement.model) <= kWidest,
      "a judge's name is short and controls nothing");
  require(judgement.opinions.size() == item.points.size(), "every point has its place");
  for (std::size_t p = 0; p < judgement.opinions.size(); ++p) {
    const auto& opinion = judgement.opinions[p];
    require(!opinion || std::ranges::find(kAsked, p) != kAsked.end(),
            "an opinion is of a point that was asked");
    if (opinion) {
      check_opinion(*opinion);
    }
  }
}

void judge(HttpReply reply) {
  const models::EndpointJudge judge(endpoint(), std::make_unique<Server>(std::move(reply)), 1,
                                    &never);
  const auto item = asked_item();
  try {
    check_judgement(judge.judge(item, kAnswer, kAsked), item);
  } catch (const Error& error) {
    check_refusal(error);
  }
}

std::string with_numbers(std::string_view numbers) {
  return fmt::format(R"({{"data":[{{"index":0,"embedding":[{}]}}]}})", numbers);
}

std::string saying(std::string_view message) {
  const json reply = {{"model", message.substr(0, message.find('\n'))},
                      {"choices", {{{"message", {{"content", message}}}}}}};
  return reply.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array kStatuses = {200, 200, 400, 401, 302, 429, 503, 0};
  auto bytes = fuzz::as_text(data, size);
  const auto bits = fuzz::take_byte(bytes);
  const HttpReply whole{kStatuses.at(bits % kStatuses.size()), std::string(bytes)};
  encode(whole, 1 + bits / kStatuses.size() % 3);
  judge(whole);
  encode({200, with_numbers(bytes)}, 1);
  judge({200, saying(bytes)});
  return 0;
}
