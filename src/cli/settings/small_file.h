// Files that people write by hand: read with bounded memory, whatever stands under their name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace pith::cli {

/// The first bytes of a regular file, at most `most` + 1, so that one that is too large can be
/// told. Empty if it cannot be read, or is a folder, a pipe or a device, for which it does not
/// wait.
[[nodiscard]] std::optional<std::string> read_small_file(const std::filesystem::path& file,
                                                         std::size_t most);

}  // namespace pith::cli
