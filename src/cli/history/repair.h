// Mending a damaged history, for `pith doctor --repair` and `pith restore`.
#pragma once

#include <filesystem>
#include <string>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

/// Makes a sound history of what can be read of the damaged one and of its backups, puts it in its
/// place, keeps the damaged one beside it, and says what was lost. Does nothing if it is sound.
/// Throws StorageError.
ExitStatus repair_history(Context& context);

/// What to do where there is no history, or an empty file, but a backup beside it; else empty.
[[nodiscard]] std::string remedy_for_lost(const std::filesystem::path& history);

/// Puts a backup in the place of a history that cannot be opened; gives where that is kept.
std::filesystem::path restore_over_damaged(Context& context, const std::filesystem::path& backup);

}  // namespace pith::cli
