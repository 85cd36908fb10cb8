// Words that leave open which of two things is meant: TCP or UDP, 死刑还是有期.
#pragma once

#include "grading/exact/folded_words.h"

namespace pith::grading {

/// Whether folded text is an "or" and nothing else but blanks.
[[nodiscard]] bool is_or(FoldedView folded);

/// Whether an "or" stands in folded text. 还是 is none at its head (还是TCP is TCP after all), nor
/// is the 或 of 或许.
[[nodiscard]] bool leaves_open(FoldedView folded);

}  // namespace pith::grading
