#include "terminal/input_reader.h"

#include <algorithm>

namespace pith::terminal {

Happening InputReader::next(std::optional<std::chrono::milliseconds> limit) {
  if (again_) {
    return *std::exchange(again_, std::nullopt);
  }
  using Clock = std::chrono::steady_clock;
  using std::chrono::milliseconds;
  const auto end = Clock::now() + limit.value_or(milliseconds(0));
  for (;;) {
    if (const auto input = decoder_.next()) {
      return std::visit([](const auto& value) { return Happening(value); }, *input);
    }
    auto wait = limit;
    if (limit) {
      wait = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(end - Clock::now()));
    }
    const auto patience = decoder_.patience();
    const bool impatient = patience && (!wait || *patience <= *wait);
    const auto event = tty_.wait(impatient ? patience : wait);
    if (event.kind == TtyEvent::Kind::bytes) {
      decoder_.feed(event.bytes);
    } else if (event.kind == TtyEvent::Kind::timeout && impatient) {
      decoder_.flush();
    } else {
      return event.kind;
    }
  }
}

}  // namespace pith::terminal
