// Texts of gaps that stand side by side in an answer, parted by blanks or slashes alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace pith::grading {

/// The texts that the answer is made of, in its order and as views into it, but for case and width;
/// empty unless there is just one way to read it so, and two texts at least.
[[nodiscard]] std::vector<std::string_view> known_texts_in(std::span<const std::string_view> texts,
                                                           std::string_view answer);

}  // namespace pith::grading
