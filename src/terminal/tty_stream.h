// A stream onto the terminal, for views that write to streams.
#pragma once

#include <ostream>
#include <streambuf>
#include <string_view>

#include "terminal/tty.h"

namespace pith::terminal {

/// Never fails: what a terminal that is gone cannot take is dropped. `tty` must outlive it.
class TtyStream : public std::ostream {
 public:
  explicit TtyStream(Tty& tty) : std::ostream(nullptr), buffer_(tty) { rdbuf(&buffer_); }

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(Tty& tty) : tty_(tty) {}

   protected:
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
      tty_.write({bytes, static_cast<std::size_t>(count)});
      return count;
    }
    int_type overflow(int_type next) override {
      if (!traits_type::eq_int_type(next, traits_type::eof())) {
        const char byte = traits_type::to_char_type(next);
        tty_.write({&byte, 1});
      }
      return traits_type::not_eof(next);
    }

   private:
    Tty& tty_;
  };

  Buffer buffer_;
};

}  // namespace pith::terminal
