// How deep HTML nests, told before it is parsed: gumbo goes through all elements that are open at
// each tag, so that depth costs quadratic time.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::exchange {

/// Whether more than `depth` elements may be open at once. Never false for what nests deeper, in
/// linear time; true as well for some markup that is crowded with tags which are never closed.
[[nodiscard]] bool may_nest_beyond(std::size_t depth, std::string_view html);

}  // namespace pith::exchange
