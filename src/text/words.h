// Small matters of English wording.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::text {

/// `1 point`, `4 points`.
[[nodiscard]] std::string plural(std::size_t number, std::string_view noun);

}  // namespace pith::text
