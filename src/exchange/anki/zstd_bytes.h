// Zstandard frames in memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::exchange {

/// The content of the frames. Throws InvalidInput, naming `what`, if they are damaged or hold more
/// than `limit` bytes, whatever they claim.
[[nodiscard]] std::string zstd_decompressed(std::string_view bytes, std::size_t limit,
                                            std::string_view what);

}  // namespace pith::exchange
