// Changes a file that people own in one step: what reads it sees the old text or the new one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pith::cli {

/// The bytes of a file. Throws StorageError.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Replaces the file's bytes, which must still be `before`; permissions stay, links are followed.
/// Throws StorageError, and the file is as it was.
void replace_file(const std::filesystem::path& path, std::string_view before,
                  std::string_view after);

/// Writes a file that is not there yet, with the folders above it; it appears whole or not at all.
/// Throws UsageError if it is there, StorageError if it cannot be written.
void create_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace pith::cli
