#include "protocol/line_reader.h"

namespace pith::protocol {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool read_line(std::istream& in, Line& line) {
  using Traits = std::istream::traits_type;
  line = {};
  bool any = false;
  auto* buffer = in.rdbuf();
  for (;;) {
    const auto next = buffer->sbumpc();
    if (Traits::eq_int_type(next, Traits::eof())) {
      in.setstate(any ? std::ios::eofbit : std::ios::eofbit | std::ios::failbit);
      line.ended = false;
      return any;
    }
    any = true;
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

}  // namespace pith::protocol
