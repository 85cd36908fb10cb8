#include "protocol/line_reader.h"

#include <fmt/format.h>

#include "base/error.h"

namespace pith::protocol {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool read_line(std::istream& in, Line& line) {
  using Traits = std::istream::traits_type;
  line = {};
  auto* buffer = in.rdbuf();
  for (std::size_t size = 0;; ++size) {
    if (size > kEndlessLine) {
      line.endless = true;
      return true;
    }
    const auto next = buffer->sbumpc();
    if (Traits::eq_int_type(next, Traits::eof())) {
      in.setstate(size > 0 ? std::ios::eofbit : std::ios::eofbit | std::ios::failbit);
      line.ended = false;
      return size > 0;
    }
    const char c = Traits::to_char_type(next);
    if (c == '\n') {
      if (!line.text.empty() && line.text.back() == '\r') {
        line.text.pop_back();
      }
      return true;
    }
    if (line.text.size() < kLongestLine) {
      line.text.push_back(c);
      if (line.text == kByteOrderMark) {
        line.text.clear();
      }
    } else {
      line.too_long = true;
    }
  }
}

void require_end(const Line& line) {
  constexpr std::size_t kMebibyte = std::size_t{1024} * 1024;
  if (line.endless) {
    throw StorageError(
        fmt::format("a line of the input is longer than {} MiB; nothing more is read",
                    kEndlessLine / kMebibyte));
  }
}

}  // namespace pith::protocol
