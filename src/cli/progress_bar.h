// How far long work has come: a line on stderr, only at a terminal and only once it took a second.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>

#include "cli/context.h"

namespace pith::cli {

class ProgressBar {
 public:
  using Now = std::chrono::steady_clock::time_point (*)();

  /// `what` is done, `total` times (0: nobody knows how often).
  ProgressBar(const Context& context, std::string what, std::size_t total,
              Now now = std::chrono::steady_clock::now);
  ~ProgressBar();  ///< Erases the line.
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// One more is done.
  void step();

 private:
  void draw();

  const Context& context_;
  std::string what_;
  std::size_t total_;
  Now now_;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point draw_at_;
  bool shown_ = false;
};

}  // namespace pith::cli
