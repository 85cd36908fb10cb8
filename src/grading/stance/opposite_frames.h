// Frames of Chinese that say the opposite of one another about the same words.
#pragma once

#include <vector>

#include "grading/stance/opposites.h"
#include "grading/words/grains.h"

namespace pith::grading {

/// 开会前 and 开会后, 先慢后快 and 先快后慢, 低于膀胱 and 比膀胱高: unless something before them
/// denies.
[[nodiscard]] std::vector<Opposable> opposite_frames_in(const Grains& text);

}  // namespace pith::grading
