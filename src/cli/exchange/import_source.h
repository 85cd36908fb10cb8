// Reads the files of `pith import`, each as what it is.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exchange/imported_file.h"

namespace pith::cli {

[[nodiscard]] std::vector<std::string> import_format_names();

/// All of standard input. Throws InvalidInput if that is nothing, or too much.
[[nodiscard]] std::string read_input(std::istream& in);

/// What standard input gives; `format` is empty if nobody named it. Its bytes must outlive that.
/// Throws UsageError if its format cannot be told.
[[nodiscard]] ImportedFile taken_from_input(std::string_view bytes, const std::string& format);

/// Throws unless there is something in the file to be read.
void require_content(const std::string& name);

/// The same of a file; `folder` is that of one's own decks.
[[nodiscard]] ImportedFile taken_from(const exchange::SourceFile& source, const std::string& format,
                                      const std::filesystem::path& folder);

}  // namespace pith::cli
