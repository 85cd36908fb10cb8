// Light Markdown as plain text: what decks may use, for a screen or a list.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::text {

/// The text without the stars of emphasis; everything else (code, lists, TeX) is as typed. A star
/// that is no emphasis (`2*3`, `a * b`, in code or a formula) stays; `\*` is one.
[[nodiscard]] std::string without_emphasis(std::string_view markdown);

/// The same on one line, cut to so many cells.
[[nodiscard]] std::string plain_line(std::string_view markdown, std::size_t cells);

}  // namespace pith::text
