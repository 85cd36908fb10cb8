#include "history/sole_use.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "history/storage_failure.h"

namespace pith::history {

namespace {

/// The byte of the -shm file that every connection in WAL mode has locked as long as it is open:
/// UNIX_SHM_DMS in SQLite's os_unix.c.
constexpr off_t kInUse = 128;

bool lock_alone(int descriptor) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = kInUse;
  lock.l_len = 1;
  return fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}

}  // namespace

SoleUse::SoleUse(const std::filesystem::path& history)
    : descriptor_(open((history.string() + "-shm").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW)) {
  if (descriptor_ < 0) {
    if (errno == ENOENT) {
      return;  // nobody has it open
    }
    throw StorageError(not_to_be_opened(history.string()));
  }
  if (!lock_alone(descriptor_)) {
    close(descriptor_);
    throw StorageError(in_use(history.string()));
  }
}

SoleUse::~SoleUse() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

}  // namespace pith::history
