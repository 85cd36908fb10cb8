// A judge that fails once and then for good, so that a session meets a dead endpoint with one
// notice and no further waiting; a reply that is of no use does not count as dead at once.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "grading/judge.h"

namespace pith::models {

class GuardedJudge final : public grading::Judge {
 public:
  explicit GuardedJudge(std::unique_ptr<grading::Judge> inner) : inner_(std::move(inner)) {}

  /// Throws StorageError the first time that `inner` fails, in whatever way, or sends its third
  /// unusable reply in a row; from then on it has no opinion and asks nobody. Throws, too, the
  /// first time that a reply is unusable or none of its opinions counts; after that it has no
  /// opinion in silence. An answer that cannot be judged (InvalidInput) is no failure of the judge;
  /// only the first throws.
  [[nodiscard]] grading::Judgement judge(const deck::Item& item, std::string_view answer,
                                         std::span<const std::size_t> points) const override;

 private:
  [[nodiscard]] std::optional<grading::Judgement> asked(const deck::Item& item,
                                                        std::string_view answer,
                                                        std::span<const std::size_t> points) const;

  std::unique_ptr<grading::Judge> inner_;
  mutable std::atomic<bool> failed_ = false;
  mutable std::atomic<bool> told_ = false;        ///< That something of no use was said.
  mutable std::atomic<bool> told_unfit_ = false;  ///< That an answer cannot be judged.
  mutable std::atomic<int> unusable_ = 0;         ///< Replies in a row.
};

}  // namespace pith::models
