#include "base/system_error.h"

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "base/to_translate.h"

namespace pith::base {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 16> kReasons = {{
    {ENOENT, to_translate("No such file or directory")},
    {EACCES, to_translate("Permission denied")},
    {EPERM, to_translate("Operation not permitted")},
    {EISDIR, to_translate("Is a directory")},
    {ENOTDIR, to_translate("Not a directory")},
    {EEXIST, to_translate("File exists")},
    {ENOSPC, to_translate("No space left on device")},
    {EDQUOT, to_translate("Disk quota exceeded")},
    {EFBIG, to_translate("File too large")},
    {EROFS, to_translate("Read-only file system")},
    {EIO, to_translate("Input/output error")},
    {ENAMETOOLONG, to_translate("File name too long")},
    {ELOOP, to_translate("Too many levels of symbolic links")},
    {EMFILE, to_translate("Too many open files")},
    {EBUSY, to_translate("Device or resource busy")},
    {EAGAIN, to_translate("Resource temporarily unavailable")},
}};

}  // namespace

std::string system_reason(int number) {
  for (const auto& [known, words] : kReasons) {
    if (known == number) {
      return std::string(words);
    }
  }
  return std::generic_category().message(number);
}

std::string system_reason(const std::error_code& error) {
  const bool numbered =
      error.category() == std::generic_category() || error.category() == std::system_category();
  return numbered ? system_reason(error.value()) : error.message();
}

}  // namespace pith::base
