#include "history/write_ahead.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "history/byte_reader.h"

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
namespace pith::history {
namespace {

/// A page in a write-ahead log.
struct Frame {
  std::size_t page = 0;  ///< Counted from 1.
  std::string_view bytes;
  bool commits = false;  ///< What stands before it counts, and itself.
};

/// Those of the log's latest run, in a file of at most `largest` bytes.
std::vector<Frame> frames_of(std::string_view log, std::size_t largest) {
  constexpr std::size_t kSizeAt = 8;
  constexpr std::size_t kSalt = 8;
  ByteReader header(log);
  header.take(kSizeAt);
  const auto size = header.count(4);
  header.take(4);
  const auto salt = header.take(kSalt);
  header.take(8);
  std::vector<Frame> frames;
  while (header.good() && size >= 512 && size <= 65536) {
    const auto page = header.count(4);
    const bool commits = header.count(4) != 0;
    const bool goes_on = header.take(kSalt) == salt;
    header.take(8);
    const auto bytes = header.take(size);
    if (!header.good() || !goes_on || page == 0 || page > largest / size) {
      break;
    }
    frames.push_back({page, bytes, commits});
  }
  return frames;
}

}  // namespace

std::string with_log(std::string file, std::string_view log) {
  std::vector<Frame> waiting;
  for (const auto& frame : frames_of(log, file.size() + log.size())) {
    waiting.push_back(frame);
    if (!frame.commits) {
      continue;
    }
    for (const auto& [page, bytes, commits] : std::exchange(waiting, {})) {
      file.resize(std::max(file.size(), page * bytes.size()));
      file.replace((page - 1) * bytes.size(), bytes.size(), bytes);
    }
  }
  return file;
}

}  // namespace pith::history
