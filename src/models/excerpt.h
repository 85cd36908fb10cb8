// What a server wrote, where some of it is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::models {

/// One line of at most `width` cells, safe to print: it cannot pass for a line of pith's own.
[[nodiscard]] std::string excerpt(std::string_view foreign, std::size_t width);

}  // namespace pith::models
