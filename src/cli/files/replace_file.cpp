#include "cli/files/replace_file.h"

#include <cerrno>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/system_error.h"
#include "cli/files/file_draft.h"
#include "history/file_lock.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = 0600;  ///< Until it has the mode of the file that it replaces.
constexpr mode_t kNew = 0666;      ///< Less what the umask takes.
constexpr mode_t kAnybodyWrites = 0222;

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
  throw StorageError(fmt::format("'{}' {}: {}", path.string(), what, base::system_reason(errno)));
}

void fill(FileDraft& draft, const fs::path& beside, std::string_view bytes,
          std::optional<mode_t> mode = {}) {
  if (!draft.is_there()) {
    fail(beside, "cannot be written, as its folder takes no new file");
  }
  if ((mode && !draft.set_mode(*mode)) || !draft.write(bytes)) {
    fail(draft.name(), "cannot be written");
  }
}

/// The turn of one who changes files of a folder: a lock on the folder itself leaves no file there,
/// and stays where it is when a file is replaced. Where folders cannot be locked there are no
/// turns.
class FolderTurn {
 public:
  explicit FolderTurn(const fs::path& folder)
      : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    constexpr std::chrono::seconds kPatience{10};
    if (folder_ >= 0 && !history::wait_for_lock(folder_, kPatience) && errno == EWOULDBLOCK) {
      ::close(folder_);
      throw StorageError(fmt::format(
          "other programs are changing '{}'; nothing was written: try again", folder.string()));
    }
  }
  FolderTurn(const FolderTurn&) = delete;
  FolderTurn& operator=(const FolderTurn&) = delete;
  ~FolderTurn() {
    if (folder_ >= 0) {
      ::close(folder_);
    }
  }

 private:
  int folder_;
};

/// The file that a path means. Throws StorageError unless it is an ordinary one.
fs::path ordinary_file(const fs::path& path) {
  std::error_code error;
  auto target = fs::canonical(path, error);
  if (error) {
    fail(path, "cannot be read");
  }
  require_ordinary(path);
  return target;
}

/// `path` names the file to people. For one whose turn it is.
void replace_target(const fs::path& target, const fs::path& path, std::string_view before,
                    std::string_view after) {
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) {
    fail(path, "cannot be read");
  }
  if ((status.st_mode & kAnybodyWrites) == 0) {
    throw StorageError(fmt::format("'{}' is read-only; nothing was written", path.string()));
  }
  FileDraft draft(target, kPrivate);
  fill(draft, target, after, status.st_mode & 07777U);
  if (read_file(target) != before) {
    throw StorageError(
        fmt::format("'{}' was changed meanwhile; nothing was written: try again", path.string()));
  }
  if (!draft.become(target)) {
    fail(target, "cannot be replaced");
  }
}

}  // namespace

void require_ordinary(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
    throw StorageError(fmt::format("'{}' is no ordinary file", path.string()));
  }
}

std::string read_file(const fs::path& path) {
  require_ordinary(path);
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file) {
    fail(path, "cannot be read");
  }
  return bytes;
}

void change_file(const fs::path& path,
                 const std::function<std::string(const std::string&)>& change) {
  const auto target = ordinary_file(path);
  const FolderTurn turn(target.parent_path());
  const auto before = read_file(target);
  replace_target(target, path, before, change(before));
}

void replace_file(const fs::path& path, std::string_view before, std::string_view after) {
  const auto target = ordinary_file(path);
  const FolderTurn turn(target.parent_path());
  replace_target(target, path, before, after);
}

void create_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path(), error);
  }
  if (error) {
    throw StorageError(fmt::format("the folder '{}' cannot be made: {}",
                                   path.parent_path().string(), base::system_reason(error)));
  }
  FileDraft draft(path, kNew);
  fill(draft, path, bytes);
  if (draft.take_name(path)) {
    return;
  }
  if (errno == EEXIST) {
    throw UsageError(fmt::format("'{}' is there already", path.string()));
  }
  fail(path, "cannot be written");
}

}  // namespace pith::cli
