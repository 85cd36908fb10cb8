#include "base/standard_streams.h"

#include <cerrno>
#include <iostream>

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include "base/error.h"
#include "base/system_error.h"

namespace pith::base {
namespace {

constexpr std::size_t kAtOnce = std::size_t{64} * 1024;

/// False if a signal came first.
bool wait_for(int descriptor, short what) {
  pollfd ready{descriptor, what, 0};
  return ::poll(&ready, 1, -1) >= 0 || errno != EINTR;
}

class InputBuffer : public std::streambuf {
 protected:
  int_type underflow() override {
    for (;;) {
      const auto count = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
      if (count > 0) {
        setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
        return traits_type::to_int_type(bytes_[0]);
      }
      if (count == 0) {
        return traits_type::eof();
      }
      if (errno == EAGAIN) {
        static_cast<void>(wait_for(STDIN_FILENO, POLLIN));
      } else if (errno != EINTR) {
        fail_to_read_input();
      }
    }
  }

 private:
  std::array<char, kAtOnce> bytes_{};
};

/// Whole lines at once at a terminal, as much as there is room for elsewhere.
class OutputBuffer : public std::streambuf {
 public:
  explicit OutputBuffer(int descriptor)
      : descriptor_(descriptor), by_lines_(::isatty(descriptor) != 0) {
    begin();
  }

 protected:
  /// At a terminal every character comes here.
  int_type overflow(int_type c) override {
    const bool has_room = by_lines_ && held_ < bytes_.size();
    if (!has_room && sync() != 0) {
      return traits_type::eof();
    }
    if (traits_type::eq_int_type(c, traits_type::eof())) {
      return traits_type::not_eof(c);
    }
    const char last = traits_type::to_char_type(c);
    if (!by_lines_) {
      return sputc(last);
    }
    bytes_.at(held_++) = last;
    return last == '\n' && sync() != 0 ? traits_type::eof() : traits_type::not_eof(c);
  }
  int sync() override {
    const auto size = by_lines_ ? held_ : static_cast<std::size_t>(pptr() - pbase());
    const bool whole = write({bytes_.data(), size});
    begin();
    return whole ? 0 : -1;
  }

 private:
  void begin() {
    held_ = 0;
    if (!by_lines_) {
      setp(bytes_.data(), bytes_.data() + bytes_.size());
    }
  }

  /// False if it fails, or a signal interrupts it: whoever waits for a reader can be stopped.
  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && (errno != EAGAIN || !wait_for(descriptor_, POLLOUT))) {
        return false;
      }
      bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
  }

  int descriptor_;
  bool by_lines_;
  std::size_t held_ = 0;  ///< Bytes of a line that has not ended.
  std::array<char, kAtOnce> bytes_{};
};

}  // namespace

StandardStreams::StandardStreams()
    : buffers_{std::make_unique<InputBuffer>(), std::make_unique<OutputBuffer>(STDOUT_FILENO),
               std::make_unique<OutputBuffer>(STDERR_FILENO)},
      former_{std::cin.rdbuf(buffers_[0].get()), std::cout.rdbuf(buffers_[1].get()),
              std::cerr.rdbuf(buffers_[2].get())} {
  std::cin.exceptions(std::ios::badbit);  // else what the buffer throws is lost
}

StandardStreams::~StandardStreams() {
  std::cout.flush();
  std::cin.exceptions(std::ios::goodbit);
  std::cin.rdbuf(former_[0]);
  std::cout.rdbuf(former_[1]);
  std::cerr.rdbuf(former_[2]);
}

void fail_to_read_input() {
  throw StorageError(fmt::format("standard input cannot be read: {}", system_reason(errno)));
}

}  // namespace pith::base
