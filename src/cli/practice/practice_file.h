// Practice files: finding and reading them, and what is wrong in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "session/practice.h"

namespace pith::cli {

/// The file that a person means: the one of that name, else the practice that ships with pith under
/// it (`daily`), in the learner's language where there are several. Throws UsageError for another
/// name without a file.
[[nodiscard]] std::string practice_file(const Context& context, const std::string& name);

/// The names of the practices that ship with pith.
[[nodiscard]] std::vector<std::string> shipped_practices(const Context& context);

/// A practice with the text that it was read from.
struct PracticeFile {
  std::string path;
  std::string bytes;
  session::Practice practice;
};

/// The practice in a file; empty, with every mistake told on stderr, if it has any. Selectors that
/// are relative paths are taken from the file's folder. Throws
/// StorageError if the file cannot be read.
[[nodiscard]] std::optional<PracticeFile> load_practice(Context& context, const std::string& path);

/// Tells of a mistake that only shows when the practice is used: at a byte of its text, with the
/// line and a caret.
void tell_mistake(Context& context, const PracticeFile& file, std::size_t at,
                  const std::string& message);

/// Tells of every selector that means nothing, or a file that is no sound deck, at its place;
/// whether there is one.
[[nodiscard]] bool tell_wrong_selectors(Context& context, const PracticeFile& file);

/// The folder that the file lies in.
[[nodiscard]] std::filesystem::path folder_of(const std::string& file);

}  // namespace pith::cli
