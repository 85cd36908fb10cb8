#include "cli/files/interruptible_input.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <streambuf>

#include <poll.h>
#include <unistd.h>

#include "base/signal_pipe.h"
#include "base/standard_streams.h"

namespace pith::cli {

class InterruptibleInput::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::streambuf* former) : former_(former) {
    ::sigaction(SIGPIPE, nullptr, &pipe_handler_);
    base::SignalPipe::set(SIGPIPE, SIG_IGN);
  }
  ~Buffer() override { ::sigaction(SIGPIPE, &pipe_handler_, nullptr); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  [[nodiscard]] std::streambuf* former() const { return former_; }

  /// Whether a signal came; stays true.
  [[nodiscard]] bool interrupted() const {
    pollfd signal = {ending_.reading_end(), POLLIN, 0};
    return ::poll(&signal, 1, 0) > 0;
  }

  /// Whether a byte, the end of the input or a signal comes within `patience` ms (-1: for ever).
  [[nodiscard]] bool wait(int patience) const {
    if (gptr() < egptr()) {
      return true;
    }
    std::array<pollfd, 2> ready = {{{ending_.reading_end(), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
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
  std::streambuf* former_;
  base::SignalPipe ending_{{SIGINT, SIGTERM, SIGHUP}, 0};  // no SA_RESTART: they end writing, too
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
