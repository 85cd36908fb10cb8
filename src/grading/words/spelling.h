// Slips of the pen in Latin words.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::grading {

/// Letters a word needs for a typo in it to be forgiven.
inline constexpr std::size_t kShortestTypo = 5;

/// One letter inserted, left out or exchanged, or two neighbours swapped.
[[nodiscard]] bool within_one_edit(std::u32string_view a, std::u32string_view b);

/// One word is the beginning of the other, or they share a long beginning: reuse, reusable.
[[nodiscard]] bool share_root(std::u32string_view a, std::u32string_view b);

}  // namespace pith::grading
