#include "terminal/tty.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"

namespace pith::terminal {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
constexpr std::string_view kPasteOn = "\x1b[?2004h";
constexpr std::string_view kPasteOff = "\x1b[?2004l";

// A signal handler can reach nothing but a global: the pipe that it writes the signal's number to.
std::atomic<int> signal_pipe{-1};

extern "C" void pith_note_signal(int number) {
  const int saved = errno;
  const auto byte = static_cast<char>(number);
  static_cast<void>(!::write(signal_pipe.load(), &byte, 1));
  errno = saved;
}

/// Signals into a pipe while it lives, the former handlers afterwards.
class SignalPipe {
 public:
  SignalPipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
      throw Error("cannot open a pipe for signals; too many files are open");
    }
    signal_pipe = ends_[1];
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      ::sigaction(kSignals[i], nullptr, &former_[i]);
    }
    catch_all();
  }
  /// From now on, and when all is restored, another SIGHUP does nothing.
  void ignore_hangups() {
    constexpr auto kHangup = std::ranges::find(kSignals, SIGHUP) - kSignals.begin();
    former_[kHangup] = {};
    former_[kHangup].sa_handler = SIG_IGN;
    set(SIGHUP, SIG_IGN);
  }
  ~SignalPipe() {
    restore_all();
    signal_pipe = -1;
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  SignalPipe(const SignalPipe&) = delete;
  SignalPipe& operator=(const SignalPipe&) = delete;

  void catch_all() const {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      if (former_[i].sa_handler != SIG_IGN) {  // as nohup wants it
        set(kSignals[i], pith_note_signal);
      } else {
        set(kSignals[i], SIG_IGN);  // after it was given back
      }
    }
  }
  void restore_all() const {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      ::sigaction(kSignals[i], &former_[i], nullptr);
    }
  }

  static void set(int number, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }

  [[nodiscard]] int reading_end() const { return ends_[0]; }

  /// The number of a signal that came, 0 if none did.
  [[nodiscard]] int next() const {
    char byte = 0;
    return ::read(ends_[0], &byte, 1) == 1 ? byte : 0;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
  std::array<struct sigaction, kSignals.size()> former_ = {};
};

termios raw_modes(termios modes) {
  modes.c_iflag &= ~tcflag_t{BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON};
  modes.c_lflag &= ~tcflag_t{ECHO | ICANON | IEXTEN | ISIG};
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return modes;
}

}  // namespace

struct Tty::Impl {
  Impl(int in, int out, Mode how) : input(in), output(out), mode(how) {}

  int input;
  int output;
  Mode mode;
  termios former = {};
  SignalPipe signals;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(output, bytes.data(), bytes.size());
      if (written > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno == EAGAIN) {
        pollfd ready = {output, POLLOUT, 0};
        ::poll(&ready, 1, -1);
      } else if (errno != EINTR) {
        return;
      }
    }
  }
  void enter() const {
    if (mode == Mode::raw) {
      const auto raw = raw_modes(former);
      ::tcsetattr(input, TCSADRAIN, &raw);
      write(kPasteOn);
    }
  }
  void leave() const {
    if (mode == Mode::raw) {
      write(kPasteOff);
      ::tcsetattr(input, TCSADRAIN, &former);
    }
  }
  [[nodiscard]] bool is_gone() const {
    pollfd now = {input, 0, 0};
    return ::poll(&now, 1, 0) > 0 && (now.revents & (POLLHUP | POLLERR)) != 0;
  }
  /// The terminal is gone. What says so comes twice, in either order: as a signal and as the end of
  /// what can be read. The second must not end a program that puts away what the first ended.
  [[nodiscard]] TtyEvent hung_up() {
    signals.ignore_hangups();
    return {TtyEvent::Kind::hangup, {}};
  }
  [[nodiscard]] std::optional<TtyEvent> signal_event();
  [[nodiscard]] std::optional<TtyEvent> read_event();
};

std::optional<TtyEvent> Tty::Impl::signal_event() {
  using Kind = TtyEvent::Kind;
  switch (signals.next()) {
    case SIGWINCH:
      return TtyEvent{Kind::resized, {}};
    case SIGINT:
      return TtyEvent{Kind::interrupt, {}};
    case SIGTERM:
    case SIGQUIT:
      return TtyEvent{Kind::terminate, {}};
    case SIGHUP:
      return hung_up();
    case SIGTSTP:
      return TtyEvent{Kind::suspend, {}};
    case SIGCONT:
      enter();
      return TtyEvent{Kind::resumed, {}};
    default:
      return std::nullopt;
  }
}

std::optional<TtyEvent> Tty::Impl::read_event() {
  using Kind = TtyEvent::Kind;
  std::array<char, 4096> bytes = {};
  const auto count = ::read(input, bytes.data(), bytes.size());
  if (count > 0) {
    return TtyEvent{Kind::bytes, std::string(bytes.data(), static_cast<std::size_t>(count))};
  }
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
    return std::nullopt;
  }
  const bool ctrl_d = count == 0 && mode == Mode::lines && !is_gone();
  return ctrl_d ? TtyEvent{Kind::end_of_input, {}} : hung_up();
}

Tty::Tty(int input, int output, Mode mode) : impl_(std::make_unique<Impl>(input, output, mode)) {
  if (::tcgetattr(input, &impl_->former) != 0) {
    throw Error("standard input is no terminal; use `pith run` to answer from a file");
  }
  impl_->enter();
}

Tty::~Tty() {
  impl_->leave();
}

Tty::Mode Tty::mode() const {
  return impl_->mode;
}

Size Tty::size() const {
  winsize window = {};
  if (::ioctl(impl_->output, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 ||
      window.ws_row == 0) {
    return {};
  }
  return {std::max<std::size_t>(window.ws_col, 2), window.ws_row};
}

void Tty::write(std::string_view bytes) {
  impl_->write(bytes);
}

TtyEvent Tty::wait(std::optional<std::chrono::milliseconds> limit) {
  if (ahead_.empty()) {
    return receive(limit);
  }
  auto event = std::move(ahead_.front());
  ahead_.pop_front();
  return event;
}

bool Tty::end_is_waiting() {
  using Kind = TtyEvent::Kind;
  const auto ends = [this](const TtyEvent& event) {
    constexpr char kCtrlC = '\x03';
    return event.kind == Kind::interrupt || event.kind == Kind::terminate ||
           event.kind == Kind::hangup || event.kind == Kind::end_of_input ||
           (mode() == Mode::raw && event.bytes.find(kCtrlC) != std::string::npos);
  };
  while (ahead_.empty() || !ends(ahead_.back())) {  // a terminal that is gone says so for ever
    auto event = receive(std::chrono::milliseconds(0));
    if (event.kind == Kind::timeout) {
      return false;
    }
    ahead_.push_back(std::move(event));
  }
  return true;
}

TtyEvent Tty::receive(std::optional<std::chrono::milliseconds> limit) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + limit.value_or(std::chrono::milliseconds(0));
  for (;;) {
    if (auto event = impl_->signal_event()) {
      return *event;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    const int patience = limit ? static_cast<int>(std::clamp<std::int64_t>(left, 0, 1 << 30)) : -1;
    std::array<pollfd, 2> ready = {
        {{impl_->signals.reading_end(), POLLIN, 0}, {impl_->input, POLLIN, 0}}};
    const int count = ::poll(ready.data(), ready.size(), patience);
    if (count == 0) {
      return {TtyEvent::Kind::timeout, {}};
    }
    if (count > 0 && ready[0].revents == 0 && ready[1].revents != 0) {
      if (auto event = impl_->read_event()) {
        return *event;
      }
    }
  }
}

void Tty::suspend() {
  if (watch_.stops) {
    watch_.stops();
  }
  impl_->leave();
  SignalPipe::set(SIGTSTP, SIG_DFL);
  SignalPipe::set(SIGCONT, SIG_DFL);
  ::kill(0, SIGTSTP);  // the whole job, as the terminal's driver does
  impl_->signals.catch_all();
  impl_->enter();
  if (watch_.goes_on) {
    watch_.goes_on();
  }
}

Tty::Lent::Lent(Tty& tty) : tty_(tty) {
  tty_.impl_->leave();
  // The program borrowing the terminal answers its keys; this one must stop and go on with it.
  SignalPipe::set(SIGINT, SIG_IGN);
  SignalPipe::set(SIGQUIT, SIG_IGN);
  SignalPipe::set(SIGTSTP, SIG_DFL);
  SignalPipe::set(SIGCONT, SIG_DFL);
}

Tty::Lent::~Lent() {
  tty_.impl_->signals.catch_all();
  tty_.impl_->enter();
}

}  // namespace pith::terminal
