// A buffer as the file that minizip reads or writes. Internal to zip_archive.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <minizip/ioapi.h>

namespace pith::exchange {

/// What minizip calls a file: bytes to read, or a string that grows.
struct MemoryFile {
  std::string_view bytes;      ///< When reading.
  std::string* out = nullptr;  ///< When writing.
  std::size_t at = 0;

  [[nodiscard]] std::size_t size() const { return out != nullptr ? out->size() : bytes.size(); }
};

/// Functions that work on `file`, which must outlive their use.
[[nodiscard]] zlib_filefunc64_def functions_for(MemoryFile& file);

}  // namespace pith::exchange
