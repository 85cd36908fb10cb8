#include "base/signal_pipe.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"

namespace pith::base {
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

SignalPipe::SignalPipe(std::initializer_list<int> signals, int flags) : flags_(flags) {
  if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    throw Error("cannot open a pipe for signals; too many files are open");
  }
  signal_pipe = ends_[1];
  for (const int number : signals) {
    ::sigaction(number, nullptr, &former_[number]);
  }
  catch_all();
}

SignalPipe::~SignalPipe() {
  for (const auto& [number, handler] : former_) {
    ::sigaction(number, &handler, nullptr);
  }
  signal_pipe = -1;
  ::close(ends_[0]);
  ::close(ends_[1]);
}

void SignalPipe::ignore_hangups() {
  former_[SIGHUP] = {};
  former_[SIGHUP].sa_handler = SIG_IGN;
  set(SIGHUP, SIG_IGN);
}

void SignalPipe::catch_all() const {
  for (const auto& [number, handler] : former_) {
    if (handler.sa_handler == SIG_IGN) {
      set(number, SIG_IGN);  // after it was given back
    } else {
      set(number, pith_note_signal, flags_);
    }
  }
}

void SignalPipe::set(int number, void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(number, &action, nullptr);
}

int SignalPipe::next() const {
  char byte = 0;
  return ::read(ends_[0], &byte, 1) == 1 ? byte : 0;
}

}  // namespace pith::base
