#include "history/unfinished_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/system_error.h"
#include "history/backup_names.h"
#include "history/companions.h"
#include "history/network_file_system.h"

namespace pith::history {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRandom = ".XXXXXX";
constexpr std::string_view kPart = ".part";

[[noreturn]] void fail_to_write(const fs::path& to) {
  throw StorageError(
      fmt::format("cannot write the backup {}: {}", to.string(), base::system_reason(errno)));
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Whether a file that is open has a name still.
bool has_name(int file) {
  struct stat about {};
  return ::fstat(file, &about) == 0 && about.st_nlink > 0;
}

/// What an unfinished file was to become; empty if it is none.
std::string_view meant_name(std::string_view name) {
  constexpr std::string_view kLetters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  if (!name.ends_with(kPart) || name.size() <= kRandom.size() + kPart.size()) {
    return {};
  }
  name.remove_suffix(kPart.size());
  const auto random = name.substr(name.size() - kRandom.size());
  name.remove_suffix(kRandom.size());
  const bool made = random[0] == '.' && random.find_first_not_of(kLetters, 1) == random.npos;
  return made ? name : std::string_view();
}

/// Removes an ordinary file unless somebody has it locked.
void remove_unless_locked(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) {
    return;
  }
  struct stat about {};
  if (::fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
      ::flock(file, LOCK_EX | LOCK_NB) == 0) {
    remove_with_companions(path);
  }
  ::close(file);
}

}  // namespace

void refuse_taken(const fs::path& to) {
  throw StorageError(fmt::format("{} is there already; name a new file", to.string()));
}

UnfinishedFile::UnfinishedFile(const fs::path& to) {
  do {
    if (file_ >= 0) {
      ::close(file_);  // another process took it for left behind before it was locked
    }
    name_ = fmt::format("{}{}{}", to.string(), kRandom, kPart);
    file_ = ::mkostemps(name_.data(), static_cast<int>(kPart.size()), O_CLOEXEC);
    if (file_ < 0) {
      fail_to_write(to);
    }
    // On a network share the lock would be SQLite's own as well; there nobody removes the file.
    if (!on_network_file_system(folder_of(to))) {
      ::flock(file_, LOCK_EX);
    }
  } while (!has_name(file_));
}

UnfinishedFile::~UnfinishedFile() {
  remove_with_companions(name_);
  ::close(file_);
}

void UnfinishedFile::become(const fs::path& to) const {
  if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
    return;
  }
  // Not every file system can rename so; those that cannot have links as a rule.
  if (errno != EEXIST && ::link(name_.c_str(), to.c_str()) == 0) {
    return;
  }
  if (errno == EEXIST) {
    refuse_taken(to);
  }
  fail_to_write(to);
}

void remove_unfinished(const fs::path& to) {
  const auto folder = folder_of(to);
  if (on_network_file_system(folder)) {
    return;
  }
  const auto own = to.filename().string();
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const auto name = entry.path().filename().string();
    const auto meant = meant_name(name);
    if (!meant.empty() && (meant == own || (is_name_of_backup(own) && is_name_of_backup(meant)))) {
      remove_unless_locked(entry.path());
    }
  }
}

}  // namespace pith::history
