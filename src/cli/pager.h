// What a person reads at a terminal: fitted to the window's width, through the pager where it is
// longer than the window.
#pragma once

#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace pith::cli {

enum class LongLines { wrapped, kept };

/// Shows a page at the terminal: long lines wrapped (but JSON is left alone) or kept, through the
/// pager ($PAGER, split at spaces, never given to a shell) if it has more lines than the window,
/// directly else or where the pager cannot be run.
void show_page(const Context& context, const std::string& text,
               LongLines long_lines = LongLines::wrapped);

/// Writes the content of a file to standard output: as it is for programs, sanitised at a terminal.
void print_file(const Context& context, std::string_view bytes);

/// Holds what is written to a stream back while it lives.
class HeldOutput {
 public:
  explicit HeldOutput(std::ostream& out) : out_(out), former_(out.rdbuf(held_.rdbuf())) {}
  ~HeldOutput() { out_.rdbuf(former_); }
  HeldOutput(const HeldOutput&) = delete;
  HeldOutput& operator=(const HeldOutput&) = delete;

  [[nodiscard]] std::string text() const { return held_.str(); }

 private:
  std::ostringstream held_;
  std::ostream& out_;
  std::streambuf* former_;
};

}  // namespace pith::cli
