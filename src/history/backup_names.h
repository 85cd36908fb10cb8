// What pith calls backups, and how it stamps what it puts aside.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace pith::history {

/// Of the copies that were asked for, and of the automatic ones (history/backups.h).
inline constexpr std::string_view kBackup = "pith-";
/// Of what stood where a backup was restored.
inline constexpr std::string_view kReplaced = "before-restore-";

/// `20261201-090000`, in UTC.
[[nodiscard]] std::string file_stamp(std::chrono::sys_time<std::chrono::milliseconds> utc);

/// Whether pith chose the name of a backup: `pith-2026-12-01.db`, `before-restore-….db`.
[[nodiscard]] bool is_name_of_backup(std::string_view name);

}  // namespace pith::history
