// Signals that a program has to heed, as something to read from.
#pragma once

#include <array>
#include <csignal>
#include <initializer_list>
#include <map>

namespace pith::base {

/// Signals into a pipe while it lives, the former handlers afterwards. What is ignored stays so, as
/// nohup wants it. One at a time in a process.
class SignalPipe {
 public:
  /// With these flags of sigaction(2). Throws Error if too many files are open.
  SignalPipe(std::initializer_list<int> signals, int flags);
  SignalPipe(const SignalPipe&) = delete;
  SignalPipe& operator=(const SignalPipe&) = delete;
  ~SignalPipe();

  /// From now on, and when all is restored, another SIGHUP does nothing.
  void ignore_hangups();
  /// Again, after handlers were set otherwise.
  void catch_all() const;

  /// What the process does on a signal from now on, with flags of sigaction(2): a function, SIG_IGN
  /// or SIG_DFL.
  static void set(int number, void (*handler)(int), int flags = 0);

  [[nodiscard]] int reading_end() const { return ends_[0]; }

  /// The number of a signal that came, 0 if none did.
  [[nodiscard]] int next() const;

 private:
  std::array<int, 2> ends_ = {-1, -1};
  int flags_;
  std::map<int, struct sigaction> former_;  ///< By the signal's number.
};

}  // namespace pith::base
