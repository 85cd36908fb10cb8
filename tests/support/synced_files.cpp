#include "support/synced_files.h"

#include <map>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// The files seen, each with a descriptor of its own: while a file is open, its number is not given
/// to another one, even if it is deleted.
struct Synced {
  std::mutex mutex;
  bool watched = false;
  std::map<std::pair<dev_t, ino_t>, int> files;
};

Synced& synced() {
  static Synced all;
  return all;
}

void note(int file) {
  struct stat about {};
  const std::lock_guard lock(synced().mutex);
  if (synced().watched && ::fstat(file, &about) == 0 &&
      !synced().files.contains({about.st_dev, about.st_ino})) {
    synced().files.emplace(std::pair(about.st_dev, about.st_ino),
                           ::fcntl(file, F_DUPFD_CLOEXEC, 0));
  }
}

}  // namespace

/// Takes the place of the C library's in programs that have a SyncWatch.
extern "C" int fsync(int file) {
  note(file);
  return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace pith::test {

SyncWatch::SyncWatch() {
  const std::lock_guard lock(synced().mutex);
  if (std::exchange(synced().watched, true)) {
    throw std::logic_error("files are watched already");
  }
}

SyncWatch::~SyncWatch() {
  const std::lock_guard lock(synced().mutex);
  for (const auto& [file, descriptor] : synced().files) {
    ::close(descriptor);
  }
  synced().files.clear();
  synced().watched = false;
}

bool SyncWatch::saw(const std::filesystem::path& path) const {
  struct stat about {};
  const std::lock_guard lock(synced().mutex);
  return ::stat(path.c_str(), &about) == 0 && synced().files.contains({about.st_dev, about.st_ino});
}

}  // namespace pith::test
