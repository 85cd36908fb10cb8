#include "cli/files/interruptible_input.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <streambuf>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/error.h"
#include "base/standard_streams.h"

namespace pith::cli {
namespace {

constexpr std::array kEnding = {SIGINT, SIGTERM, SIGHUP};

// A signal handler can reach nothing but a global: the pipe that it writes to.
std::atomic<int> ending_pipe{-1};

extern "C" void pith_end_input(int) {
  const int saved = errno;
  static_cast<void>(!::write(ending_pipe.load(), "x", 1));
  errno = saved;
}

}  // namespace

class InterruptibleInput::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::streambuf* former) : former_(former) {
    if (::pipe2(pipe_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
      throw Error("cannot open a pipe for signals; too many files are open");
    }
    ending_pipe = pipe_[1];
    for (std::size_t i = 0; i < kEnding.size(); ++i) {
      ::sigaction(kEnding[i], nullptr, &handlers_[i]);
      if (handlers_[i].sa_handler != SIG_IGN) {  // as nohup wants it
        handle(kEnding[i], pith_end_input);
      }
    }
    ::sigaction(SIGPIPE, nullptr, &pipe_handler_);
    handle(SIGPIPE, SIG_IGN);
  }

  ~Buffer() override {
    for (std::size_t i = 0; i < kEnding.size(); ++i) {
      ::sigaction(kEnding[i], &handlers_[i], nullptr);
    }
    ::sigaction(SIGPIPE, &pipe_handler_, nullptr);
    ending_pipe = -1;
    ::close(pipe_[0]);
    ::close(pipe_[1]);
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  [[nodiscard]] std::streambuf* former() const { return former_; }

  /// Whether a signal came; stays true.
  [[nodiscard]] bool interrupted() const {
    pollfd signal = {pipe_[0], POLLIN, 0};
    return ::poll(&signal, 1, 0) > 0;
  }

  /// Whether a byte, the end of the input or a signal comes within `patience` ms (-1: for ever).
  [[nodiscard]] bool wait(int patience) const {
    if (gptr() < egptr()) {
      return true;
    }
    std::array<pollfd, 2> ready = {{{pipe_[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
    int count = 0;
    do {
      count = ::poll(ready.data(), ready.size(), patience);
    } while (count < 0 && errno == EINTR);
    return count > 0;
  }

 protected:
  int_type underflow() override {
    while (wait(-1) && !interrupted()) {
      const auto count = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
      if (count > 0) {
        setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
        return traits_type::to_int_type(bytes_[0]);
      }
      if (count == 0) {
        break;
      }
      if (errno != EINTR && errno != EAGAIN) {
        base::fail_to_read_input();
      }
    }
    return traits_type::eof();
  }

 private:
  static void handle(int number, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }

  std::streambuf* former_;
  std::array<int, 2> pipe_ = {-1, -1};
  std::array<struct sigaction, kEnding.size()> handlers_ = {};
  struct sigaction pipe_handler_ = {};
  std::array<char, 4096> bytes_ = {};
};

InterruptibleInput::InterruptibleInput(std::istream& in) : in_(in) {
  if (&in == &std::cin) {
    buffer_ = std::make_unique<Buffer>(in.rdbuf());
    in.rdbuf(buffer_.get());
  }
}

InterruptibleInput::~InterruptibleInput() {
  if (buffer_) {
    in_.rdbuf(buffer_->former());
  }
}

bool InterruptibleInput::interrupted() const {
  return buffer_ && buffer_->interrupted();
}

bool InterruptibleInput::more_within(std::chrono::milliseconds patience) const {
  return !buffer_ || buffer_->wait(static_cast<int>(patience.count()));
}

}  // namespace pith::cli
