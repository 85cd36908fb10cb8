// Lines of a stream that may hold anything: bounded, however long they are.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace pith::protocol {

/// Bytes of a line that are kept.
inline constexpr std::size_t kLongestLine = std::size_t{256} * 1024;

struct Line {
  std::string text;       ///< Without its line end (`\n`, `\r\n`) and byte order mark.
  bool too_long = false;  ///< It had more than kLongestLine bytes; the rest was dropped.
  bool ended = true;      ///< False if the input ended in the middle of it.
};

/// Reads the next line; false at the end of the input.
bool read_line(std::istream& in, Line& line);

}  // namespace pith::protocol
