// A history that another process has open.
#pragma once

#include <csignal>
#include <filesystem>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "history/store.h"

namespace pith::test {

class OpenElsewhere {
 public:
  explicit OpenElsewhere(const std::filesystem::path& history) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    child_ = ::fork();
    if (child_ == 0) {
      hold(history, ready[1]);
    }
    ::close(ready[1]);
    char told = '\0';
    const auto got = ::read(ready[0], &told, 1);
    ::close(ready[0]);
    REQUIRE(got == 1);
  }
  OpenElsewhere(const OpenElsewhere&) = delete;
  OpenElsewhere& operator=(const OpenElsewhere&) = delete;
  ~OpenElsewhere() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }

 private:
  [[noreturn]] static void hold(const std::filesystem::path& file, int ready) {
    try {
      const history::History history(file);
      if (::write(ready, "x", 1) == 1) {
        ::pause();
      }
    } catch (...) {
    }
    ::_exit(1);
  }

  pid_t child_ = -1;
};

}  // namespace pith::test
