// An encoder that fails once and then for good, so that a session meets a dead endpoint or damaged
// weights with one notice and no further waiting.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"

namespace pith::models {

class GuardedEncoder final : public grading::SentenceEncoder {
 public:
  using Notice = std::function<void(const std::string& why)>;

  /// `failed` is called with the reason when `inner` fails first, in whatever way, on the thread
  /// that asked it.
  GuardedEncoder(std::unique_ptr<grading::SentenceEncoder> inner, Notice failed);

  /// `none` after a failure: what is graded from then on is graded by words.
  [[nodiscard]] std::string name() const override;
  [[nodiscard]] std::string model() const override { return inner_->model(); }

  /// Throws StorageError for every failure, and after one at once, without asking `inner` again.
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override;

  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override;

  void expect(std::vector<std::string> texts) const override;
  void expect_reading(std::vector<std::vector<std::string>> texts) const override;

 private:
  /// What `ask` gives, unless there was a fault before.
  template <typename Ask>
  [[nodiscard]] auto guarded(Ask ask) const;
  [[nodiscard]] std::string fault() const;
  [[nodiscard]] bool set_fault(const std::string& why) const;

  std::unique_ptr<grading::SentenceEncoder> inner_;
  Notice failed_;
  mutable std::mutex access_;
  mutable std::string fault_;
};

}  // namespace pith::models
