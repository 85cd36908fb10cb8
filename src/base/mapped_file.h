// A file's bytes, mapped read-only for as long as the object lives: nothing is copied, however
// large it is. The file must not be changed in place meanwhile; being replaced does no harm.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace pith::base {

class MappedFile {
 public:
  /// Throws StorageError, naming the file, if it cannot be opened, is empty, or is a folder, a pipe
  /// or a device; waits for nobody who might write into it.
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(address_), size_};
  }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace pith::base
