#include "terminal/tty.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace {

using pith::terminal::Tty;
using pith::terminal::TtyEvent;

/// A terminal that controls no program, and the end that a terminal emulator holds.
struct Terminal {
  int emulator = ::posix_openpt(O_RDWR | O_NOCTTY);
  int device = -1;

  Terminal() {
    REQUIRE(::grantpt(emulator) == 0);
    REQUIRE(::unlockpt(emulator) == 0);
    device = ::open(::ptsname(emulator), O_RDWR | O_NOCTTY);
    REQUIRE(device >= 0);
  }
  ~Terminal() {
    ::close(device);
    close_emulator();
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void close_emulator() {
    if (emulator >= 0) {
      ::close(std::exchange(emulator, -1));
    }
  }
};

/// The test's own handler of SIGHUP, as it was.
struct KeptHandler {
  struct sigaction former = {};
  KeptHandler() { ::sigaction(SIGHUP, nullptr, &former); }
  ~KeptHandler() { ::sigaction(SIGHUP, &former, nullptr); }
  KeptHandler(const KeptHandler&) = delete;
  KeptHandler& operator=(const KeptHandler&) = delete;
};

void (*hangup_handler())(int) {
  struct sigaction now = {};
  ::sigaction(SIGHUP, nullptr, &now);
  return now.sa_handler;
}

}  // namespace

TEST_CASE("the signal of a closed terminal that comes late ends no program that puts things away",
          "[terminal]") {
  const auto mode = GENERATE(Tty::Mode::raw, Tty::Mode::lines);
  const KeptHandler kept;
  Terminal terminal;
  {
    Tty tty(terminal.device, terminal.device, mode);
    terminal.close_emulator();
    REQUIRE(tty.wait().kind == TtyEvent::Kind::hangup);
  }
  REQUIRE(hangup_handler() == SIG_IGN);
  CHECK(::raise(SIGHUP) == 0);
}

TEST_CASE("who is told twice to hang up has heard it once", "[terminal]") {
  const KeptHandler kept;
  const Terminal terminal;
  {
    Tty tty(terminal.device, terminal.device, Tty::Mode::raw);
    ::raise(SIGHUP);
    REQUIRE(tty.wait().kind == TtyEvent::Kind::hangup);
    ::raise(SIGHUP);
    CHECK(tty.wait(std::chrono::milliseconds(0)).kind == TtyEvent::Kind::timeout);
  }
  REQUIRE(hangup_handler() == SIG_IGN);
  CHECK(::raise(SIGHUP) == 0);
}

TEST_CASE("a terminal that stays gives the handler of SIGHUP back", "[terminal]") {
  const KeptHandler kept;
  const auto before = hangup_handler();
  const Terminal terminal;
  {
    const Tty tty(terminal.device, terminal.device, Tty::Mode::raw);
    CHECK(hangup_handler() != before);
  }
  CHECK(hangup_handler() == before);
}
