// Names as SQLite is given them. Internal to this folder.
#pragma once

#include <filesystem>
#include <string>

namespace pith::history {

/// The path in a form in which SQLite takes it for the name of a file and nothing else: `:memory:`,
/// `file:…` and the empty name mean other things to it.
[[nodiscard]] inline std::string literal_name(const std::filesystem::path& file) {
  return (std::filesystem::path(".") / file).string();
}

}  // namespace pith::history
