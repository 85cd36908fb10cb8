// An encoder that works ahead: what it is told to expect is encoded on a thread of its own while
// the learner still types.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "grading/encoder.h"

namespace pith::models {

/// Any number of threads may call it.
class ForwardEncoder final : public grading::SentenceEncoder {
 public:
  /// `inner` should remember what it encoded (CachingEncoder), or the work ahead is lost.
  explicit ForwardEncoder(std::unique_ptr<grading::SentenceEncoder> inner);
  ~ForwardEncoder() override;  ///< Waits for the text under way.

  [[nodiscard]] std::string name() const override { return inner_->name(); }
  [[nodiscard]] std::string model() const override { return inner_->model(); }

  /// Stops working ahead, waits for the text under way, and encodes.
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override;

  /// Likewise.
  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override;

  /// Texts expected last are encoded first. A failure ends the work ahead in silence: encode()
  /// meets it again.
  void expect(std::vector<std::string> texts) const override;
  void expect_reading(std::vector<std::vector<std::string>> texts) const override;

 private:
  /// A text, or the parts of one that will be read.
  struct Wish {
    std::vector<std::string> parts;
    bool reading = false;

    friend bool operator==(const Wish&, const Wish&) = default;
  };

  void put_first(std::vector<Wish> wishes) const;
  void work() const;
  void stop_working_ahead() const;

  std::unique_ptr<grading::SentenceEncoder> inner_;
  mutable std::mutex access_;
  mutable std::condition_variable changed_;
  mutable std::deque<Wish> expected_;  ///< The first is next.
  mutable bool busy_ = false;          ///< A text is under way.
  mutable bool over_ = false;
  mutable std::thread worker_;  ///< Begins with the first text expected.
};

}  // namespace pith::models
