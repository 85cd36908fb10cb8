#include "history/write_ahead.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

/// The checksum of all that stood in the log so far.
class Checksum {
 public:
  explicit Checksum(bool big_endian) : big_endian_(big_endian) {}

  /// Of whole pairs of words of four bytes.
  void add(std::string_view bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      first_ += word(bytes.substr(at, 4)) + second_;
      second_ += word(bytes.substr(at + 4, 4)) + first_;
    }
  }

  /// Whether it is what is written there, always in big-endian words.
  [[nodiscard]] bool is(std::string_view written) const {
    ByteReader reader(written);
    return reader.count(4) == first_ && reader.count(4) == second_;
  }

 private:
  [[nodiscard]] std::uint32_t word(std::string_view bytes) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = value << 8U | static_cast<unsigned char>(bytes[big_endian_ ? i : 3 - i]);
    }
    return value;
  }

  bool big_endian_;
  std::uint32_t first_ = 0;
  std::uint32_t second_ = 0;
};

/// Those of the log's latest run up to where it is torn, in a file of at most `largest` bytes.
std::vector<Frame> frames_of(std::string_view log, std::size_t largest) {
  constexpr std::size_t kSummed = 24;  ///< Bytes of the header that its checksum is of.
  constexpr std::size_t kSalt = 8;
  ByteReader reader(log);
  const auto header = reader.take(kSummed);
  if (!reader.good()) {
    return {};
  }
  ByteReader fields(header.substr(8));
  const auto size = fields.count(4);
  Checksum sum((static_cast<unsigned char>(header[3]) & 1U) != 0);
  sum.add(header);
  bool whole = sum.is(reader.take(8)) && size >= 512 && size <= 65536;
  std::vector<Frame> frames;
  while (whole && reader.good()) {
    const auto place = reader.take(8);
    const bool goes_on = reader.take(kSalt) == header.substr(kSummed - kSalt);
    const auto written = reader.take(8);
    const auto bytes = reader.take(size);
    if (!reader.good() || !goes_on) {
      break;
    }
    sum.add(place);
    sum.add(bytes);
    ByteReader numbers(place);
    const auto page = numbers.count(4);
    const bool commits = numbers.count(4) != 0;
    whole = sum.is(written) && page != 0 && page <= largest / size;
    if (whole) {
      frames.push_back({page, bytes, commits});
    }
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
