#include "models/endpoint_judge.h"

#include <fmt/format.h>

#include "base/error.h"
#include "models/rubric.h"

namespace pith::models {

EndpointJudge::EndpointJudge(Endpoint endpoint, std::unique_ptr<const Http> http,
                             std::size_t most_requests, Pause pause)
    : endpoint_(std::move(endpoint)),
      http_(std::move(http)),
      pause_(std::move(pause)),
      most_requests_(most_requests) {
  check(endpoint_);
}

grading::Judgement EndpointJudge::judge(const deck::Item& item, std::string_view answer,
                                        std::span<const std::size_t> points) const {
  if (answer.size() > kLongestAnswer) {
    throw InvalidInput(
        fmt::format("the answer is too long for the judge ({} bytes, {} are sent at most)",
                    answer.size(), kLongestAnswer));
  }
  if (requests_.fetch_add(1) >= most_requests_) {
    throw StorageError(
        fmt::format("the judge was asked {} times, which is the bound", most_requests_));
  }
  const auto reply = post_json(*http_, endpoint_, "/chat/completions",
                               rubric_request(endpoint_.model, item, answer, points), pause_);
  try {
    return parse_rubric(reply, endpoint_.model, item, answer, points);
  } catch (const UnusableReply& error) {
    throw UnusableReply(
        fmt::format("the judge's reply from {} cannot be used: {}", endpoint_.url, error.what()));
  }
}

}  // namespace pith::models
