// Bytes to an open file, whole.
#pragma once

#include <string_view>

namespace pith::base {

/// Writes every byte, however often the system takes only a part or is interrupted, and waits where
/// the descriptor is set not to wait. False, with errno set, if it cannot, also for a descriptor
/// below 0; then some bytes may be written.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

}  // namespace pith::base
