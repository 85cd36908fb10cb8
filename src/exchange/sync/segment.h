// The files in which a device shares its events: a line that names the device, then a line an event
// or the wording of an item. Every line carries a checksum of its own, so that of a file that was
// copied by half, or damaged, the rest can still be taken. Pure: bytes in, events out.
//
//   <16 hexadecimal digits of FNV-1a, 64 bits> <JSON>\n
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "history/events.h"

namespace pith::exchange {

[[nodiscard]] std::string segment_head(const history::Uuid& device);
[[nodiscard]] std::string segment_line(const history::Event& event);
[[nodiscard]] std::string segment_line(const history::Content& content);

/// Takes what a segment holds.
struct SegmentVisitor {
  std::function<void(history::Event)> event;
  std::function<void(history::Content)> content;
};

/// What is to be said of a segment.
struct SegmentState {
  std::optional<history::Uuid> device{};  ///< Which wrote it; empty where no line says so.
  std::size_t damaged = 0;  ///< Lines that are torn, missing, or not what pith writes.
  bool torn = false;        ///< The last of them has no end: the rest may come yet.
  std::size_t newer = 0;    ///< Lines that only a newer pith understands.

  /// Whether more copying will not mend it.
  [[nodiscard]] bool spoilt() const { return damaged > (torn ? 1U : 0U); }
  [[nodiscard]] bool sound() const { return damaged + newer == 0; }
};

/// Tells the visitor of everything that is whole, also where the first line is not. Empty, and
/// nothing told, if no line is.
[[nodiscard]] std::optional<SegmentState> read_segment(std::string_view bytes,
                                                       const SegmentVisitor& visitor);

}  // namespace pith::exchange
