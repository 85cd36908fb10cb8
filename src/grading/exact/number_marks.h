// Numbers whose characters, not their marks, tell what belongs together: 10²³, 1½.
#pragma once

#include <string_view>

#include "text/normalise.h"

namespace pith::grading {

/// Folded text in which marks stand where characters told powers and fractions apart: 10²³ is
/// 10^23, 1½ is 1 1/2. A mark has the bytes of the character behind it. Requires valid UTF-8.
[[nodiscard]] text::Folded fold_with_marks(std::string_view answer);

}  // namespace pith::grading
