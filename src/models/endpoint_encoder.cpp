#include "models/endpoint_encoder.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "models/embeddings.h"
#include "text/error.h"

namespace pith::models {

EndpointEncoder::EndpointEncoder(Endpoint endpoint, std::unique_ptr<const Http> http, Pause pause)
    : endpoint_(std::move(endpoint)), http_(std::move(http)), pause_(std::move(pause)) {
  check(endpoint_);
}

std::string EndpointEncoder::model() const {
  return fmt::format("{}@{}", endpoint_.model, endpoint_.url);
}

std::size_t EndpointEncoder::dimension() const {
  {
    const std::lock_guard lock(access_);
    if (dimension_ != 0) {
      return dimension_;
    }
  }
  const std::array<std::string_view, 1> any = {"pith"};
  return encode(any)[0].size();
}

void EndpointEncoder::settle_dimension(std::size_t found) const {
  const std::lock_guard lock(access_);
  if (dimension_ != 0 && dimension_ != found) {
    throw StorageError(
        fmt::format("{} gave vectors of {} numbers, then of {}", endpoint_.url, dimension_, found));
  }
  dimension_ = found;
}

std::vector<std::vector<float>> EndpointEncoder::encode(
    std::span<const std::string_view> texts) const {
  std::vector<std::vector<float>> vectors;
  while (!texts.empty()) {
    const auto batch = texts.first(std::min(texts.size(), kBatch));
    texts = texts.subspan(batch.size());
    auto found = parse_embeddings(post_json(*http_, endpoint_, "/embeddings",
                                            embeddings_request(endpoint_.model, batch), pause_),
                                  batch.size());
    settle_dimension(found[0].size());
    std::move(found.begin(), found.end(), std::back_inserter(vectors));
  }
  return vectors;
}

}  // namespace pith::models
