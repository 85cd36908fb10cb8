// A sentence encoder behind an OpenAI-compatible server.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "models/endpoint.h"

namespace pith::models {

/// Sends texts when it is asked for their vectors, 64 at a time, and never else. Any number of
/// threads may call it.
class EndpointEncoder final : public grading::SentenceEncoder {
 public:
  static constexpr std::size_t kBatch = 64;

  /// Throws UsageError if the endpoint may not be used; see check().
  EndpointEncoder(Endpoint endpoint, std::unique_ptr<const Http> http, Pause pause = sleep_for,
                  Clock clock = &std::chrono::steady_clock::now);

  [[nodiscard]] std::string name() const override { return "endpoint"; }

  /// The model with the server it is on.
  [[nodiscard]] std::string model() const override;

  /// Throws StorageError if the server does not answer all requests within one time-out, or not
  /// with vectors of one length.
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override;

 private:
  [[nodiscard]] std::vector<std::vector<float>> encode_batch(
      std::span<const std::string_view> texts, std::chrono::milliseconds timeout) const;
  void settle_dimension(std::size_t found) const;

  Endpoint endpoint_;
  std::unique_ptr<const Http> http_;
  Pause pause_;
  Clock clock_;
  mutable std::mutex access_;
  mutable std::size_t dimension_ = 0;
};

}  // namespace pith::models
