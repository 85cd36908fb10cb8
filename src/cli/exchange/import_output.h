// Where the decks of an import go.
#pragma once

#include <filesystem>
#include <string>

namespace pith::cli {

/// As the command line says it.
struct ImportTarget {
  std::string output;  ///< A file, a folder, `-` for standard output; empty for the own decks.
  bool replace = false;
};

/// Whether the target is the deck's file itself.
[[nodiscard]] inline bool names_a_file(const ImportTarget& target) {
  return !target.output.empty() && !target.output.ends_with('/') &&
         !std::filesystem::is_directory(target.output);
}

}  // namespace pith::cli
