#include "cli/settings/small_file.h"

#include <algorithm>
#include <fstream>

namespace pith::cli {

std::optional<std::string> read_small_file(const std::filesystem::path& file, std::size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  const auto size = std::filesystem::file_size(file, error);
  std::string bytes(error ? 0 : std::min<std::size_t>(size, most + 1), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return stream.is_open() && !stream.bad() ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace pith::cli
