// What SQLite puts beside a database.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

namespace pith::history {

/// What the names of a database's journals, and of their index, end with.
inline constexpr std::array<std::string_view, 3> kCompanions = {"-journal", "-wal", "-shm"};

/// The path of what belongs to a database: its own with `suffix` behind it.
[[nodiscard]] std::filesystem::path beside(std::filesystem::path database, std::string_view suffix);

/// Removes a database that nobody uses, and its companions. What is not there is no error.
void remove_with_companions(const std::filesystem::path& database);

}  // namespace pith::history
