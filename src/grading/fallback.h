// Free text is graded by meaning until the encoder fails, and from then on by words. Internal.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/decision/free_text.h"

namespace pith::grading {

/// Grades as FreeTextGrader does, and never throws what the encoder throws. Several threads may use
/// one.
class FallbackGrader {
 public:
  FallbackGrader(const deck::Item& item, const Options& options,
                 std::span<const LearnedWording> learned);

  [[nodiscard]] Grade grade(std::string_view answer) const;

 private:
  [[nodiscard]] const FreeTextGrader& by_words() const;

  deck::Item item_;
  bool use_accept_;
  std::vector<LearnedWording> learned_;
  std::optional<FreeTextGrader> by_meaning_;
  mutable std::once_flag needed_;
  mutable std::optional<FreeTextGrader> by_words_;
};

}  // namespace pith::grading
