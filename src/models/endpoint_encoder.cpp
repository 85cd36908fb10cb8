#include "models/endpoint_encoder.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/error.h"
#include "models/embeddings.h"

namespace pith::models {

EndpointEncoder::EndpointEncoder(Endpoint endpoint, std::unique_ptr<const Http> http, Pause pause,
                                 Clock clock)
    : endpoint_(std::move(endpoint)),
      http_(std::move(http)),
      pause_(std::move(pause)),
      clock_(std::move(clock)) {
  check(endpoint_);
}

std::string EndpointEncoder::model() const {
  return fmt::format("{}@{}", endpoint_.model, endpoint_.url);
}

void EndpointEncoder::settle_dimension(std::size_t found) const {
  const std::lock_guard lock(access_);
  if (dimension_ != 0 && dimension_ != found) {
    throw StorageError(
        fmt::format("{} gave vectors of {} numbers, then of {}", endpoint_.url, dimension_, found));
  }
  dimension_ = found;
}

std::vector<std::vector<float>> EndpointEncoder::encode_batch(
    std::span<const std::string_view> texts, std::chrono::milliseconds timeout) const {
  auto endpoint = endpoint_;
  endpoint.timeout = timeout;
  const auto reply = post_json(*http_, endpoint, "/embeddings",
                               embeddings_request(endpoint_.model, texts), pause_, clock_);
  try {
    auto vectors = parse_embeddings(reply, texts.size());
    settle_dimension(vectors[0].size());
    return vectors;
  } catch (const UnusableReply& error) {
    throw UnusableReply(
        fmt::format("the reply of {} has no vectors to use: {}", endpoint_.url, error.what()));
  }
}

std::vector<std::vector<float>> EndpointEncoder::encode(
    std::span<const std::string_view> texts) const {
  const auto end = clock_() + endpoint_.timeout;
  std::vector<std::vector<float>> vectors;
  while (!texts.empty()) {
    const auto batch = texts.first(std::min(texts.size(), kBatch));
    texts = texts.subspan(batch.size());
    auto found = encode_batch(batch, time_until(end, clock_));
    std::move(found.begin(), found.end(), std::back_inserter(vectors));
  }
  return vectors;
}

}  // namespace pith::models
