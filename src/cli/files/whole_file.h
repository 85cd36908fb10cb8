// Writing a file as a whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pith::cli {

/// Writes beside the file under another name and renames when that is on disk: a reader never sees
/// half of it, not even after loss of power, and what was private stays so. A link at its place is
/// replaced: whoever put it there must not choose what is overwritten; change_file() follows links.
/// A device, a pipe and what else is no file (/dev/stdout) is written to. `what` names it in the
/// message ("the report"). Throws StorageError.
void write_whole(const std::filesystem::path& path, std::string_view bytes, std::string_view what);

/// Throws what write_whole() would throw if it cannot write there; leaves nothing behind. For a
/// file that is only written after long work.
void require_writable(const std::filesystem::path& path, std::string_view what);

}  // namespace pith::cli
