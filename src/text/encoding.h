// Bytes of unknown encoding as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::text {

struct Decoded {
  std::string text;  ///< Valid UTF-8 without a byte order mark.
  std::string
      encoding;  ///< `UTF-8`, else what the bytes were taken for: `GB18030`, `windows-1252`.
  /// Lines (from 1) in which bytes were replaced by U+FFFD, where most of the file is UTF-8.
  std::vector<std::size_t> damaged_lines;
};

/// Any bytes as text: by their byte order mark, else UTF-16 if they have its NULs, else UTF-8 if
/// they, or most of their lines, are that, else GB18030 or Windows-1252 by how the bytes beyond
/// ASCII stand together.
[[nodiscard]] Decoded decode(std::string_view bytes);

}  // namespace pith::text
