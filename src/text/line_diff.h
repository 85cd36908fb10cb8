// What differs between two texts, line by line, as people read it in patches.
#pragma once

#include <string>
#include <string_view>

namespace pith::text {

/// The unified diff that turns `before` into `after`, with three lines of context; `name` heads
/// it. Empty if they are equal. The fewest lines are marked (E. W. Myers, An O(ND) difference
/// algorithm, 1986), unless that takes more than a thousand of them: then all between the first
/// and the last difference are.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after,
                                       std::string_view name);

}  // namespace pith::text
