// Light Markdown as plain text: what decks may use, for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace pith::terminal {

/// The text without the stars of emphasis; everything else (code, lists, TeX) is as typed. A star
/// that is no emphasis (`2*3`, `a * b`, inside of code) stays.
[[nodiscard]] std::string without_emphasis(std::string_view markdown);

}  // namespace pith::terminal
