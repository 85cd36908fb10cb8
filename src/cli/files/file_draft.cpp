#include "cli/files/file_draft.h"

#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/write_all.h"
#include "history/file_lock.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

void sync_folder_of(const fs::path& path) {
  history::sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace

FileDraft::FileDraft(const fs::path& beside, mode_t mode) {
  // Short: the name it is to take may be as long as names can be.
  for (char last = 'a'; last <= 'z' && file_ < 0; ++last) {
    name_ = fmt::format("{}.{:x}{}", beside.string(), ::getpid(), last);
    file_ = ::open(name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (file_ < 0 && errno != EEXIST) {
      return;
    }
  }
}

FileDraft::~FileDraft() {
  if (file_ >= 0) {
    ::close(file_);
    ::unlink(name_.c_str());
  }
}

bool FileDraft::write(std::string_view bytes) {
  return base::write_all(file_, bytes) && ::fsync(file_) == 0;
}

bool FileDraft::set_mode(mode_t mode) {
  return ::fchmod(file_, mode) == 0;
}

bool FileDraft::become(const fs::path& path) {
  if (::rename(name_.c_str(), path.c_str()) != 0) {
    return false;
  }
  ::close(file_);
  file_ = -1;
  sync_folder_of(path);
  return true;
}

bool FileDraft::take_name(const fs::path& path) {
  if (::link(name_.c_str(), path.c_str()) != 0) {
    return false;
  }
  sync_folder_of(path);
  return true;
}

}  // namespace pith::cli
