// Standard input whose reading a signal ends, so that a session can say what it did and leave in
// order.
#pragma once

#include <chrono>
#include <iosfwd>
#include <memory>

namespace pith::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP end the input instead of the process, and a reader
/// that went away ends the output. Does nothing to a stream other than std::cin. One at a time in a
/// process.
class InterruptibleInput {
 public:
  explicit InterruptibleInput(std::istream& in);
  ~InterruptibleInput();
  InterruptibleInput(const InterruptibleInput&) = delete;
  InterruptibleInput& operator=(const InterruptibleInput&) = delete;

  /// Whether one of the signals came.
  [[nodiscard]] bool interrupted() const;

  /// Whether there is more to be read, or comes in time; true at once at the end of the input.
  [[nodiscard]] bool more_within(std::chrono::milliseconds patience) const;

 private:
  class Buffer;
  std::istream& in_;
  std::unique_ptr<Buffer> buffer_;  ///< Empty for a stream other than std::cin.
};

}  // namespace pith::cli
