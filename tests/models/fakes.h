// Stand-ins for an encoder and for the network, scripted by the test.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "grading/encoder.h"
#include "models/http.h"

namespace pith::test {

/// Encodes a text as (its size, 1), and remembers what it was asked.
class FakeEncoder final : public grading::SentenceEncoder {
 public:
  struct Log {
    std::vector<std::string> texts;
    std::size_t calls = 0;
    std::string fault;  ///< If set, every call fails with it.
    std::size_t length = 2;
    std::function<void()> before;  ///< If set, called before something is encoded,
    std::function<void()> done;    ///< when it was,
    std::function<void()> read;    ///< and when something was read.
  };

  explicit FakeEncoder(Log& log, std::string model = "fake")
      : log_(log), model_(std::move(model)) {}

  [[nodiscard]] std::string name() const override { return "e5"; }
  [[nodiscard]] std::string model() const override { return model_; }
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override {
    ++log_.calls;
    if (log_.before) {
      log_.before();
    }
    if (!log_.fault.empty()) {
      throw StorageError(log_.fault);
    }
    std::vector<std::vector<float>> vectors;
    for (const auto text : texts) {
      log_.texts.emplace_back(text);
      vectors.emplace_back(log_.length, 1.0F);
      vectors.back()[0] = static_cast<float>(text.size());
    }
    if (log_.done) {
      log_.done();
    }
    return vectors;
  }
  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override {
    grading::Reading reading{encode(parts), {}};
    if (log_.read) {
      log_.read();
    }
    return reading;
  }

 private:
  Log& log_;
  std::string model_;
};

/// Gives the scripted replies one after the other, the last one for ever.
class FakeHttp final : public models::Http {
 public:
  struct Script {
    std::deque<models::HttpReply> replies;
    std::vector<models::HttpRequest> requests;
  };

  explicit FakeHttp(Script& script) : script_(script) {}

  [[nodiscard]] models::HttpReply post(const models::HttpRequest& request) const override {
    script_.requests.push_back(request);
    auto reply = script_.replies.front();
    if (script_.replies.size() > 1) {
      script_.replies.pop_front();
    }
    return reply;
  }

 private:
  Script& script_;
};

}  // namespace pith::test
