// What people read for a verdict.
#pragma once

#include <string_view>

#include "grading/grade.h"

namespace pith::grading {

/// `hit`, `partial`, `missed`, `reversed`; to be translated.
[[nodiscard]] std::string_view word_for(Verdict verdict);

}  // namespace pith::grading
