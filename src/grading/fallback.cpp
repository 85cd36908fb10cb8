#include "grading/fallback.h"

#include "base/error.h"

namespace pith::grading {

FallbackGrader::FallbackGrader(const deck::Item& item, const Options& options,
                               std::span<const LearnedWording> learned)
    : item_(item), use_accept_(options.use_accept), learned_(learned.begin(), learned.end()) {
  if (options.encoder != nullptr) {
    try {
      by_meaning_.emplace(item, options, learned);
      return;
    } catch (const Error&) {  // The encoder has said why; words still grade.
    }
  }
  (void)by_words();
}

Grade FallbackGrader::grade(std::string_view answer) const {
  if (by_meaning_) {
    try {
      return by_meaning_->grade(answer);
    } catch (const Error&) {  // As above.
    }
  }
  return by_words().grade(answer);
}

const FreeTextGrader& FallbackGrader::by_words() const {
  std::call_once(needed_, [&] {
    by_words_.emplace(item_, Options{use_accept_, nullptr}, learned_);
  });
  return *by_words_;
}

}  // namespace pith::grading
