// Words that an answer may have more or fewer of without saying anything else.
#pragma once

#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// Which grains belong to grammatical words (the, 的), but for "no" and "not".
[[nodiscard]] std::vector<bool> grammatical(const Grains& text);

}  // namespace pith::grading
