// What is said in words of a question, of a result and of a whole session. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grading/grade.h"
#include "session/question.h"
#include "session/result.h"
#include "text/messages.h"

namespace pith::terminal {

/// ` · new` and the like: why it is asked, where that is worth a word.
[[nodiscard]] std::string why_words(session::Why why, const text::Messages& tr);

/// What a question wants typed, such as `4 points` or `the letters, separated by commas`.
[[nodiscard]] std::string expectation(const session::Question& question, const text::Messages& tr);

/// `again tomorrow`, `again in 4 days`, and whether before that in this session; empty if the item
/// is not scheduled.
[[nodiscard]] std::string due_words(const session::Result& result, const text::Messages& tr);

/// What of an answer a span has, on one line of at most so many cells.
[[nodiscard]] std::string excerpt(std::string_view answer, const grading::Span& span,
                                  std::size_t cells);

/// Answers, score, points hit, time, and what is left.
[[nodiscard]] std::string summary_words(const session::Summary& summary, const text::Messages& tr);

/// `learned: “{}”`: what a wording does from now on that the learner gave this verdict, with a
/// field for it.
[[nodiscard]] std::string learned_words(grading::Verdict verdict, const text::Messages& tr);

}  // namespace pith::terminal
