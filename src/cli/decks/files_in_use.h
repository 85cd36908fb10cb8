// Files that a command reads or keeps: what it makes must not take their place.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"

namespace pith::cli {

/// A file of the command's own, and what to say to whoever names it as a target.
struct FileInUse {
  std::filesystem::path path;
  std::string_view refusal;  ///< To be translated; its field is for what names the target.
};

/// The history, with what lies beside it.
[[nodiscard]] std::vector<FileInUse> history_in_use(const Context& context);

/// The history and the decks: those that are asked, and those at paths among the selectors.
[[nodiscard]] std::vector<FileInUse> files_in_use(const Context& context,
                                                  std::span<const std::string> selectors);

/// What to say if the target is one of the files, under whatever name or link; else empty.
/// `named_by` is what names it: `--report x.md`.
[[nodiscard]] std::string why_in_use(const std::filesystem::path& target,
                                     std::span<const FileInUse> files, std::string_view named_by);

/// Throws UsageError if the target is one of the files.
void refuse_in_use(const std::filesystem::path& target, std::span<const FileInUse> files,
                   std::string_view named_by);

}  // namespace pith::cli
