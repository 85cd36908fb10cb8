#include "base/write_all.h"

#include <array>
#include <cerrno>
#include <string>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

using pith::base::write_all;

TEST_CASE("more than a pipe holds is written whole while somebody reads", "[text]") {
  const int mode = GENERATE(0, O_NONBLOCK);
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  REQUIRE(::fcntl(pipe[1], F_SETFL, mode) == 0);
  const std::string sent(1 << 20, 'x');
  bool whole = false;
  std::thread writer([&] {
    whole = write_all(pipe[1], sent);
    ::close(pipe[1]);
  });
  std::string received;
  std::array<char, 5000> part{};
  for (ssize_t got = 0; (got = ::read(pipe[0], part.data(), part.size())) > 0;) {
    received.append(part.data(), static_cast<std::size_t>(got));
  }
  writer.join();
  ::close(pipe[0]);
  CHECK(whole);
  CHECK(received == sent);
}

TEST_CASE("what a full device or no file takes is not called written", "[text]") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  CHECK_FALSE(write_all(full, "answer"));
  CHECK(errno == ENOSPC);
  ::close(full);
  CHECK_FALSE(write_all(-1, "answer"));
  CHECK_FALSE(write_all(-1, ""));
}
