#include "terminal/signal_pipe.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"

namespace pith::terminal {
namespace {

// A signal handler can reach nothing but a global: the pipe that it writes the signal's number to.
std::atomic<int> signal_pipe{-1};

extern "C" void pith_note_signal(int number) {
  const int saved = errno;
  const auto byte = static_cast<char>(number);
  static_cast<void>(!::write(signal_pipe.load(), &byte, 1));
  errno = saved;
}

}  // namespace

SignalPipe::SignalPipe() {
  if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    throw Error("cannot open a pipe for signals; too many files are open");
  }
  signal_pipe = ends_[1];
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    ::sigaction(kSignals[i], nullptr, &former_[i]);
  }
  catch_all();
}

SignalPipe::~SignalPipe() {
  restore_all();
  signal_pipe = -1;
  ::close(ends_[0]);
  ::close(ends_[1]);
}

void SignalPipe::ignore_hangups() {
  constexpr auto kHangup = std::ranges::find(kSignals, SIGHUP) - kSignals.begin();
  former_[kHangup] = {};
  former_[kHangup].sa_handler = SIG_IGN;
  set(SIGHUP, SIG_IGN);
}

void SignalPipe::catch_all() const {
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    if (former_[i].sa_handler != SIG_IGN) {  // as nohup wants it
      set(kSignals[i], pith_note_signal);
    } else {
      set(kSignals[i], SIG_IGN);  // after it was given back
    }
  }
}

void SignalPipe::restore_all() const {
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    ::sigaction(kSignals[i], &former_[i], nullptr);
  }
}

void SignalPipe::set(int number, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(number, &action, nullptr);
}

int SignalPipe::next() const {
  char byte = 0;
  return ::read(ends_[0], &byte, 1) == 1 ? byte : 0;
}

}  // namespace pith::terminal
