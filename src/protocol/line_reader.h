// Lines of a stream that may hold anything: bounded, however long they are.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace pith::protocol {

/// Bytes of a line that are kept,
inline constexpr std::size_t kLongestLine = std::size_t{256} * 1024;
/// and that are read: beyond, nobody waits for its end.
inline constexpr std::size_t kEndlessLine = std::size_t{16} * 1024 * 1024;

struct Line {
  std::string text;       ///< Without its line end (`\n`, `\r\n`) and byte order mark.
  bool too_long = false;  ///< It had more than kLongestLine bytes; the rest was dropped.
  bool ended = true;      ///< False if the input ended in the middle of it.
  bool endless = false;   ///< It goes on beyond kEndlessLine, and was not read to its end.
};

/// Reads the next line; false at the end of the input.
bool read_line(std::istream& in, Line& line);

/// Throws StorageError for an endless line: whoever asks questions is sent no answer, but /dev/zero
/// or the like.
void require_end(const Line& line);

}  // namespace pith::protocol
