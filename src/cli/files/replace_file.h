// Changes a file that people own in one step: what reads it sees the old text or the new one.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace pith::cli {

/// Throws StorageError if there is something at the path that is no ordinary file: a folder, a
/// device, a pipe.
void require_ordinary(const std::filesystem::path& path);

/// The bytes of an ordinary file. Throws StorageError.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Replaces the file's bytes by what `change` makes of them. Those who change files of one folder
/// take turns, so that no change is lost; nothing is left in the folder. Permissions stay. Links
/// are followed, as people keep decks where they like; write_whole() replaces them. A file that
/// nobody may write to stays. Throws StorageError, or what `change` throws, and the file is as it
/// was.
void change_file(const std::filesystem::path& path,
                 const std::function<std::string(const std::string&)>& change);

/// Replaces the file's bytes, which must still be `before`; else as change_file().
/// Throws StorageError, and the file is as it was.
void replace_file(const std::filesystem::path& path, std::string_view before,
                  std::string_view after);

/// Writes a file that is not there yet, with the folders above it; it appears whole or not at all,
/// with the permissions that the umask leaves.
/// Throws UsageError if it is there, StorageError if it cannot be written.
void create_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace pith::cli
