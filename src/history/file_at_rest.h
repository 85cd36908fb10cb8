// The file of a history as it lies there, before SQLite may change it. Internal to this folder.
#pragma once

#include <string>

namespace pith::history {

/// "pith" in ASCII, where SQLite lets a program mark its files.
inline constexpr int kApplicationId = 0x70697468;

/// The file as SQLite is to open it where nobody writes: without locks or files beside it.
[[nodiscard]] std::string unchanging(const std::string& file);

/// Whether all that was committed is in the file, and nothing else: no journal lies beside it.
[[nodiscard]] bool is_whole_by_itself(const std::string& file);

/// Whether it is surely a database of another program. Changes nothing, there and beside it.
[[nodiscard]] bool is_foreign(const std::string& file);

}  // namespace pith::history
