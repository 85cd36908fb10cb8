#include "history/file_lock.h"

#include <cerrno>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/system_error.h"

namespace pith::history {

namespace {

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path) {
  throw StorageError(
      fmt::format("cannot {} {}: {}", what, path.string(), base::system_reason(errno)));
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& path, std::chrono::milliseconds patience)
    : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
  if (descriptor_ < 0) {
    fail("create the lock file", path);
  }
  if (!wait_for_lock(descriptor_, patience)) {
    const int why = errno;
    close(descriptor_);
    errno = why;
    fail("lock", path);
  }
}

FileLock::~FileLock() {
  close(descriptor_);
}

bool wait_for_lock(int descriptor, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if ((errno != EWOULDBLOCK && errno != EINTR) || std::chrono::steady_clock::now() > deadline) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

void make_private_folder(const std::filesystem::path& path) {
  if (path.empty() || std::filesystem::exists(path)) {
    return;
  }
  make_private_folder(path.parent_path());
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    fail("create the folder", path);
  }
}

bool make_private_file(const std::filesystem::path& path) {
  const int descriptor =
      open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor >= 0) {
    close(descriptor);
    return true;
  }
  if (errno != EEXIST) {
    fail("create", path);
  }
  return false;
}

void sync_folder(const std::filesystem::path& path) {
  const int descriptor =
      open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    fsync(descriptor);
    close(descriptor);
  }
}

}  // namespace pith::history
