// The terminal device: raw mode, size, bytes, and signals as events.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pith::terminal {

struct Size {
  std::size_t columns = 80;
  std::size_t rows = 24;
  bool operator==(const Size&) const = default;
};

struct TtyEvent {
  enum class Kind {
    bytes,      ///< Input is in `bytes`.
    resized,    ///< SIGWINCH
    resumed,    ///< Back in the foreground: raw mode is on again, the screen may hold anything.
    suspend,    ///< SIGTSTP from outside: call suspend().
    interrupt,  ///< SIGINT
    terminate,  ///< SIGTERM or SIGQUIT
    hangup,     ///< SIGHUP, or the terminal is gone
    end_of_input,
    timeout,
  };
  Kind kind = Kind::timeout;
  std::string bytes;
};

/// Holds the terminal for a session: character by character and without echo from construction to
/// destruction (lines still end by "\n" alone), signals turned into events. On every way out, by
/// return or exception, modes and signal handlers are what they were; after a hang-up SIGHUP is
/// ignored. One at a time in a process.
class Tty {
 public:
  /// `raw` reads keys; `lines` leaves the modes alone, for terminals without a movable cursor.
  enum class Mode { raw, lines };

  /// Throws Error if `input` is no terminal.
  Tty(int input, int output, Mode mode);
  ~Tty();
  Tty(const Tty&) = delete;
  Tty& operator=(const Tty&) = delete;

  [[nodiscard]] Mode mode() const;

  /// 80 x 24 where the terminal does not say; at least 2 x 1.
  [[nodiscard]] Size size() const;

  /// Writes all of it; what a terminal that is gone cannot take is dropped.
  void write(std::string_view bytes);

  /// The next event, `timeout` if none came in time; without a limit waits for ever.
  [[nodiscard]] TtyEvent wait(std::optional<std::chrono::milliseconds> limit = std::nullopt);

  /// Whether Ctrl-C, a signal that ends a program or the end of the terminal is among what came and
  /// was not waited for yet. Nothing is lost by asking: wait() gives it all later.
  [[nodiscard]] bool end_is_waiting();

  /// Gives the terminal back and stops this job, as Ctrl-Z does; returns when it is continued.
  void suspend();

  /// What is to be done right before the job is stopped, and right after it goes on.
  struct StopWatch {
    std::function<void()> stops;
    std::function<void()> goes_on;
  };
  /// Replaces what was to be done.
  void watch_stops(StopWatch watch) { watch_ = std::move(watch); }

  /// The terminal in its former modes for another program; raw again when destroyed.
  class Lent {
   public:
    explicit Lent(Tty& tty);
    ~Lent();
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;

   private:
    Tty& tty_;
  };

 private:
  [[nodiscard]] TtyEvent receive(std::optional<std::chrono::milliseconds> limit);

  struct Impl;
  std::unique_ptr<Impl> impl_;
  StopWatch watch_;
  std::deque<TtyEvent> ahead_;  ///< What end_is_waiting() found.
};

}  // namespace pith::terminal
