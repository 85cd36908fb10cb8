// A judge behind an OpenAI-compatible chat endpoint. Opt-in; sends an answer only when asked to
// judge it.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "grading/judge.h"
#include "models/endpoint.h"
#include "models/rubric.h"

namespace pith::models {

class EndpointJudge final : public grading::Judge {
 public:
  static constexpr std::size_t kLongestAnswer = std::size_t{16} << 10U;  ///< Bytes that are sent.

  static constexpr std::size_t kMostRequests = 1000;

  /// `most_requests` bounds what one process may spend. Throws UsageError if the endpoint may not
  /// be used; see check().
  EndpointJudge(Endpoint endpoint, std::unique_ptr<const Http> http,
                std::size_t most_requests = kMostRequests, Pause pause = sleep_for);

  /// Throws StorageError if the endpoint does not answer or the bound is reached, UnusableReply if
  /// its answer has no rubric, InvalidInput if the learner's is too long.
  [[nodiscard]] grading::Judgement judge(const deck::Item& item, std::string_view answer,
                                         std::span<const std::size_t> points) const override;

 private:
  /// What the server replies. A server that refuses the format is asked once more in the older one,
  /// and in that one from then on.
  [[nodiscard]] std::string ask(const deck::Item& item, std::string_view answer,
                                std::span<const std::size_t> points) const;

  Endpoint endpoint_;
  std::unique_ptr<const Http> http_;
  Pause pause_;
  std::size_t most_requests_;
  mutable std::atomic<std::size_t> requests_ = 0;
  mutable std::atomic<ReplyFormat> format_ = ReplyFormat::json_schema;
};

}  // namespace pith::models
