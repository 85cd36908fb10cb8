#include "base/mapped_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/regular_file.h"
#include "base/system_error.h"

namespace pith::base {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw StorageError(fmt::format("cannot read '{}': {}", path.string(), system_reason(errno)));
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    fail(path);
  }
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0;
  size_ = known ? static_cast<std::size_t>(status.st_size) : 0;
  if (known && S_ISREG(status.st_mode) && size_ > 0) {
    address_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  }
  const int error = errno;
  ::close(file);
  if (known) {
    require_regular_file(path, status);
  }
  if (known && size_ == 0) {
    throw StorageError(fmt::format("'{}' is empty", path.string()));
  }
  if (!known || address_ == MAP_FAILED) {
    errno = error;
    fail(path);
  }
}

MappedFile::~MappedFile() {
  ::munmap(address_, size_);
}

}  // namespace pith::base
