// A file's bytes where the disk's cache has them: nothing is copied, however large it is.
#pragma once

#include <filesystem>
#include <string_view>

namespace pith::deck {

class MappedFile {
 public:
  /// Has no bytes if there is no such plain file, or it cannot be read. Must not be changed in
  /// place while this lives; being replaced by another does no harm.
  explicit MappedFile(const std::filesystem::path& file);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace pith::deck
