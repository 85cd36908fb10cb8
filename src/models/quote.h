// Which stretches of an answer can bear a judge's verdict.
#pragma once

#include <string_view>

#include "grading/judge.h"

namespace pith::models {

/// Two Han characters, or a word (or number) of three letters: less can be found in any answer.
/// Requires valid UTF-8.
[[nodiscard]] bool says_something(std::string_view quote);

/// Whether the sentence around the quote speaks to whoever grades rather than about the subject: it
/// tells somebody to mark, give or count, and names a reward for the whole of the answer (`full
/// credit`, `all points as hit`). Words that `subject`, the question with its point, has itself do
/// not count. Requires valid UTF-8.
[[nodiscard]] bool speaks_to_grader(std::string_view answer, const grading::Span& quote,
                                    std::string_view subject);

}  // namespace pith::models
