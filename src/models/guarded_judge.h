// A judge that fails once and then for good, so that a session meets a dead endpoint with one
// notice and no further waiting.
#pragma once

#include <atomic>
#include <memory>

#include "grading/judge.h"

namespace pith::models {

class GuardedJudge final : public grading::Judge {
 public:
  explicit GuardedJudge(std::unique_ptr<grading::Judge> inner) : inner_(std::move(inner)) {}

  /// Throws StorageError the first time that `inner` fails, in whatever way; from then on it has no
  /// opinion and asks nobody. An answer that cannot be judged (InvalidInput) is no failure of the
  /// judge.
  [[nodiscard]] grading::Judgement judge(const deck::Item& item, std::string_view answer,
                                         std::span<const std::size_t> points) const override;

 private:
  std::unique_ptr<grading::Judge> inner_;
  mutable std::atomic<bool> failed_ = false;
};

}  // namespace pith::models
