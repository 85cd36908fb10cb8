// What parts the two sides of a card that Obsidian's plug-in finds in a line.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace pith::exchange {

/// Where `::` or `:::` stands in a line, and its length; npos if there is none. It is none in code,
/// formulas, links, gaps (`{{c1::…}}`), rows of tables, addresses (`http://[::1]`, `fe80::1`), and
/// in names such as `std::move`.
[[nodiscard]] std::pair<std::size_t, std::size_t> inline_mark(std::string_view line);

}  // namespace pith::exchange
