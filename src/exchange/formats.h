// The formats that can be imported: by name, and by what a file looks like.
#pragma once

#include <span>
#include <string_view>

#include "exchange/imported.h"

namespace pith::exchange {

struct ImportFormat {
  std::string_view name;    ///< As `--format` takes it.
  std::string_view origin;  ///< What writes such files.
  /// Whether a file is of this format, by its name and the lines it begins with, which are UTF-8
  /// whatever the file is.
  bool (*recognises)(const SourceFile& file);
  /// Throws InvalidInput for a file that is not of this format at all.
  Imported (*read)(const SourceFile& file);
};

/// In the order in which they are tried.
[[nodiscard]] std::span<const ImportFormat> import_formats();

/// Null if there is no such format.
[[nodiscard]] const ImportFormat* import_format_named(std::string_view name);

/// The format of a file: the first that recognises it; null if none does.
[[nodiscard]] const ImportFormat* import_format_of(const SourceFile& file);

}  // namespace pith::exchange
