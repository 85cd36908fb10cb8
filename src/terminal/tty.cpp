#include "terminal/tty.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"
#include "base/signal_pipe.h"

namespace pith::terminal {
namespace {

constexpr std::string_view kPasteOn = "\x1b[?2004h";
constexpr std::string_view kPasteOff = "\x1b[?2004l";

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
  base::SignalPipe signals{{SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH},
                           SA_RESTART};

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
  base::SignalPipe::set(SIGTSTP, SIG_DFL);
  base::SignalPipe::set(SIGCONT, SIG_DFL);
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
  base::SignalPipe::set(SIGINT, SIG_IGN);
  base::SignalPipe::set(SIGQUIT, SIG_IGN);
  base::SignalPipe::set(SIGTSTP, SIG_DFL);
  base::SignalPipe::set(SIGCONT, SIG_DFL);
}

Tty::Lent::~Lent() {
  tty_.impl_->signals.catch_all();
  tty_.impl_->enter();
}

}  // namespace pith::terminal
