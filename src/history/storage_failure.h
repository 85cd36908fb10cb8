// SQLite's failures in the user's words, with the remedy. Internal to this folder.
#pragma once

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/error.h"

namespace pith::history {

[[nodiscard]] std::string not_to_be_opened(const std::string& file);
[[nodiscard]] std::string not_to_be_written(const std::string& file);
[[nodiscard]] std::string in_use(const std::string& file);
[[nodiscard]] std::string moved_away(const std::string& file);
[[nodiscard]] std::string of_another_program(const std::string& file);
[[nodiscard]] std::string half_written(const std::string& file);

/// What went wrong, in the user's words, with the remedy.
[[nodiscard]] std::string explain(const SQLite::Exception& problem, const std::string& file);

/// Whether the disk has no room for the file, or for what SQLite needs beside it.
[[nodiscard]] bool is_full(const SQLite::Exception& problem);

/// Whether a process was killed while it wrote the file, and this one has no right to undo that.
[[nodiscard]] bool is_half_written(const SQLite::Exception& problem);

/// Whether the file is damaged, rather than out of reach or in use.
[[nodiscard]] bool is_damage(const SQLite::Exception& problem);

/// Does `work`, and turns SQLite's failures into ours.
template <typename Work>
auto guarded(const std::string& file, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& problem) {
    if (is_damage(problem)) {
      throw DamagedHistory(explain(problem, file));
    }
    throw StorageError(explain(problem, file));
  }
}

}  // namespace pith::history
