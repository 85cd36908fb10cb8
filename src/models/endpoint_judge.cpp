#include "models/endpoint_judge.h"

#include <fmt/format.h>

#include "base/error.h"

namespace pith::models {

EndpointJudge::EndpointJudge(Endpoint endpoint, std::unique_ptr<const Http> http,
                             std::size_t most_requests, Pause pause)
    : endpoint_(std::move(endpoint)),
      http_(std::move(http)),
      pause_(std::move(pause)),
      most_requests_(most_requests) {
  check(endpoint_);
}

std::string EndpointJudge::ask(const deck::Item& item, std::string_view answer,
                               std::span<const std::size_t> points) const {
  const auto end = std::chrono::steady_clock::now() + endpoint_.timeout;
  auto endpoint = endpoint_;
  const auto post = [&](ReplyFormat format) {
    return post_json(*http_, endpoint, "/chat/completions",
                     rubric_request(endpoint_.model, item, answer, points, format), pause_);
  };
  const auto format = format_.load();
  try {
    return post(format);
  } catch (const RefusedRequest&) {
    if (format == ReplyFormat::json_object) {
      throw;
    }
    endpoint.timeout = time_until(end, &std::chrono::steady_clock::now);
    auto reply = post(ReplyFormat::json_object);
    format_ = ReplyFormat::json_object;
    return reply;
  }
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
  const auto reply = ask(item, answer, points);
  try {
    auto judgement = parse_rubric(reply, endpoint_.model, item, answer, points);
    if (tells_of(endpoint_.key, judgement.model)) {
      judgement.model = endpoint_.model;
    }
    return judgement;
  } catch (const UnusableReply& error) {
    throw UnusableReply(
        fmt::format("the judge's reply from {} cannot be used: {}", endpoint_.url, error.what()));
  }
}

}  // namespace pith::models
