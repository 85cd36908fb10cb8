// What a question denies of the things, or of the cases, that it asks for: "which metals are not
// magnetic", "when is an index not worth it".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "grading/words/cues.h"
#include "grading/words/grains.h"

namespace pith::grading {

struct QuestionDenial {
  Mark denial;
  std::vector<std::size_t> predicate;  ///< Grains of the question: what it denies.
  Range denied;                ///< Of the question: `worth` of "not worth", 需要 of 不需要.
  bool in_what_cases = false;  ///< The question is when it is so …
  bool alone = false;          ///< … and nothing else.
};

/// The denial of what a question asks for, in the clause that does so; none if it denies nothing.
[[nodiscard]] std::optional<QuestionDenial> question_denial_of(const Grains& question,
                                                               std::span<const Mark> marks);

}  // namespace pith::grading
