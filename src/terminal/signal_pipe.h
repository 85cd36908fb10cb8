// The signals that a program at a terminal has to heed, as something to read from.
#pragma once

#include <array>
#include <csignal>

namespace pith::terminal {

inline constexpr std::array kSignals = {SIGINT,  SIGTERM, SIGQUIT, SIGHUP,
                                        SIGTSTP, SIGCONT, SIGWINCH};

/// Signals into a pipe while it lives, the former handlers afterwards.
class SignalPipe {
 public:
  /// Throws Error if too many files are open.
  SignalPipe();
  SignalPipe(const SignalPipe&) = delete;
  SignalPipe& operator=(const SignalPipe&) = delete;
  ~SignalPipe();

  /// From now on, and when all is restored, another SIGHUP does nothing.
  void ignore_hangups();
  /// Again, after handlers were set otherwise.
  void catch_all() const;

  static void set(int number, void (*handler)(int));

  [[nodiscard]] int reading_end() const { return ends_[0]; }

  /// The number of a signal that came, 0 if none did.
  [[nodiscard]] int next() const;

 private:
  void restore_all() const;

  std::array<int, 2> ends_ = {-1, -1};
  std::array<struct sigaction, kSignals.size()> former_ = {};
};

}  // namespace pith::terminal
