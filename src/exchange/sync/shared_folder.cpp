#include "exchange/sync/shared_folder.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file_stamp.h"
#include "base/system_error.h"
#include "base/write_all.h"

namespace pith::exchange {
namespace {

/// Segments end long before.
constexpr std::int64_t kLargest = std::int64_t{64} << 20U;

/// Closes a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

[[noreturn]] void fail(std::string_view what, const std::string& path) {
  throw StorageError(fmt::format("cannot {} {}: {}", what, path, base::system_reason(errno)));
}

history::SeenSegment seen(std::string name, const struct stat& about) {
  const auto stamp = base::stamp_of(about);
  return {.name = std::move(name),
          .size = about.st_size,
          .modified = stamp.modified,
          .changed = stamp.changed};
}

/// Whether it is on disk.
bool reaches_disk(int descriptor, std::string_view bytes) {
  return base::write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
}

bool may_be_segment(const struct stat& about) {
  return S_ISREG(about.st_mode) && about.st_size <= kLargest;
}

}  // namespace

SharedFolder::SharedFolder(const std::filesystem::path& path) {
  std::error_code error;
  name_ = std::filesystem::canonical(path, error).string();
  folder_ = error ? -1 : ::open(name_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) {
    throw StorageError(fmt::format(
        "cannot use {} to sync: it must be a folder that exists and can be read", path.string()));
  }
}

SharedFolder::~SharedFolder() {
  ::close(folder_);
}

std::vector<history::SeenSegment> SharedFolder::files() const {
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(::dup(folder_)), ::closedir);
  if (!entries) {
    fail("read the folder", name_);
  }
  ::rewinddir(entries.get());
  std::vector<history::SeenSegment> files;
  while (const auto* entry = ::readdir(entries.get())) {
    if (auto file = look(entry->d_name)) {
      files.push_back(*std::move(file));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

std::optional<history::SeenSegment> SharedFolder::look(const std::string& file) const {
  struct stat about {};
  const bool there = !file.starts_with('.') &&
                     ::fstatat(folder_, file.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0 &&
                     may_be_segment(about);
  return there ? std::optional(seen(file, about)) : std::nullopt;
}

std::string SharedFolder::read(const std::string& file) const {
  const Descriptor input(
      ::openat(folder_, file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (!input.open() || ::fstat(input.number(), &about) != 0 || !may_be_segment(about)) {
    return {};
  }
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const auto got = ::read(input.number(), bytes.data() + read, bytes.size() - read);
    if (got == 0 || (got < 0 && errno != EINTR)) {
      break;
    }
    read += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
  bytes.resize(read);
  return bytes;
}

bool SharedFolder::create(const std::string& file, std::string_view bytes) const {
  const Descriptor output(
      ::openat(folder_, file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!output.open()) {
    if (errno == EEXIST) {
      return false;
    }
    fail("create", name_ + "/" + file);
  }
  if (!reaches_disk(output.number(), bytes)) {
    const int why = errno;
    ::unlinkat(folder_, file.c_str(), 0);  // half of it would be damage to every device
    errno = why;
    fail("write", name_ + "/" + file);
  }
  if (::fsync(folder_) != 0 && errno != EINVAL) {
    fail("write", name_);
  }
  return true;
}

bool SharedFolder::append(const history::SeenSegment& file, std::string_view bytes) const {
  const Descriptor output(::openat(folder_, file.name.c_str(),
                                   O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (!output.open() || ::fstat(output.number(), &about) != 0 || !may_be_segment(about)) {
    return false;
  }
  if (!look_alike(seen(file.name, about), file)) {
    return false;
  }
  if (!reaches_disk(output.number(), bytes)) {
    const int why = errno;
    // A torn end would be damage to every device until the next sync.
    [[maybe_unused]] const int cut_back = ::ftruncate(output.number(), about.st_size);
    errno = why;
    fail("write", name_ + "/" + file.name);
  }
  return true;
}

}  // namespace pith::exchange
