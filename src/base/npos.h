// "Not found", as std::string_view says it, in a word.
#pragma once

#include <string_view>

namespace pith::base {

inline constexpr auto npos = std::string_view::npos;

}  // namespace pith::base
