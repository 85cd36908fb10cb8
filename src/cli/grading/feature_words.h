// The grader's features and cues in words, each to be translated.
#pragma once

#include <string_view>

#include "grading/words/cues.h"

namespace pith::cli {

/// What a feature of grading/evidence/features.h measures; empty for none of them.
[[nodiscard]] std::string_view about_feature(std::string_view code);

/// What a word of this kind does.
[[nodiscard]] std::string_view about_cue(grading::Cue cue);

}  // namespace pith::cli
