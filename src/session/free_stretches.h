// What of an answer is free to be taught for one point: what no other point has.
#pragma once

#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "session/result.h"

namespace pith::session {

/// Whether they have some of the answer in common.
[[nodiscard]] bool touch(const grading::Span& a, const grading::Span& b);

/// The answer's clauses that say something, without the marks that end them.
[[nodiscard]] std::vector<grading::Span> clauses_of(std::string_view answer);

/// What the answer says beyond what other points have, by their evidence, wholly or by half: its
/// free clauses, neighbours joined, without fillers at the ends. If there are none, doubtful
/// evidence counts no more; if there are none even so, what is left of clauses, where that is more
/// than a word. Of an answer that says nothing, all.
[[nodiscard]] std::vector<grading::Span> free_stretches(const Result& result);

}  // namespace pith::session
