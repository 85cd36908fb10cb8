// Which of the known words somebody may have meant.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pith::text {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, in code
/// points. Requires valid UTF-8.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, if it is near enough to be what was meant (a third of the
/// word's length at most). Case and width do not count. The word may be any bytes, the
/// candidates valid UTF-8.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

}  // namespace pith::text
