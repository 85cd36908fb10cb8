// Standard input, output and error, of whatever kind they are.
#pragma once

#include <array>
#include <memory>
#include <streambuf>
#include <string_view>

namespace pith::base {

/// While it lives, std::cin, std::cout and std::cerr use their descriptors directly. They wait
/// where a descriptor is set not to wait (O_NONBLOCK), and a read that fails throws StorageError:
/// it does not pass for the end of the input. One at a time in a process.
class StandardStreams {
 public:
  StandardStreams();
  ~StandardStreams();
  StandardStreams(const StandardStreams&) = delete;
  StandardStreams& operator=(const StandardStreams&) = delete;

 private:
  std::array<std::unique_ptr<std::streambuf>, 3> buffers_;
  std::array<std::streambuf*, 3> former_;
};

/// Throws StorageError that says why, by errno, standard input could not be read.
[[noreturn]] void fail_to_read_input();

}  // namespace pith::base
