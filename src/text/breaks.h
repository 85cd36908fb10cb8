// Boundaries in text by ICU's rules; private to text/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pith::text {

enum class BreakKind { grapheme, word, line };

/// Ascending byte offsets of the boundaries, 0 and text.size() included (just 0 for no text).
[[nodiscard]] std::vector<std::size_t> find_breaks(std::string_view text, BreakKind kind);

}  // namespace pith::text
