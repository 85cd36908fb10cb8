// What a wording says by itself.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>

namespace pith::session {

/// The words of a wording that are more than assent, denial, filler or grammar, in no order.
[[nodiscard]] std::set<std::uint64_t> own_words(std::string_view wording);

}  // namespace pith::session
