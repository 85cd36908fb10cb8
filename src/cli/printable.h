// Text of decks and of pith itself, made safe to print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::cli {

/// Text of a deck on one line, safe to print.
[[nodiscard]] std::string one_line(std::string_view text);

/// Words safe to print, in lines of at most `columns` cells (ten at least), each ended.
[[nodiscard]] std::string wrapped(std::string_view words, std::size_t columns);

}  // namespace pith::cli
