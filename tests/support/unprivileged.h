// A user who may not write into a folder, for tests that may be run by root as well.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace pith::test {

/// As long as it lives the folder, which others may enter, takes no file from this process.
class Unprivileged {
 public:
  explicit Unprivileged(std::filesystem::path folder) : folder_(std::move(folder)) {
    constexpr uid_t kNobody = 65534;
    std::filesystem::permissions(folder_, std::filesystem::perms(0555));
    was_root_ = ::geteuid() == 0 && ::seteuid(kNobody) == 0;
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  ~Unprivileged() {
    std::error_code ignored;
    if (was_root_ && ::seteuid(0) != 0) {
      std::abort();
    }
    std::filesystem::permissions(folder_, std::filesystem::perms(0755), ignored);
  }

 private:
  std::filesystem::path folder_;
  bool was_root_ = false;
};

}  // namespace pith::test
