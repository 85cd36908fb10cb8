#include "base/file_stamp.h"

#include <sys/stat.h>

namespace pith::base {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

FileStamp stamp_of(const struct stat& about) {
  return {about.st_dev, about.st_ino, static_cast<std::uint64_t>(about.st_size),
          nanoseconds(about.st_mtim), nanoseconds(about.st_ctim)};
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? std::optional(stamp_of(about)) : std::nullopt;
}

}  // namespace pith::base
