// A terminal's screen in memory, to look at what a program drew.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pith::test {

struct Cursor {
  std::size_t row = 0;
  std::size_t column = 0;
  bool operator==(const Cursor&) const = default;
};

/// xterm as libvterm plays it: UTF-8, wide characters, no reflow.
class Screen {
 public:
  Screen(std::size_t columns, std::size_t rows);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  void write(std::string_view bytes);
  void resize(std::size_t columns, std::size_t rows);

  /// The rows from the top, without blanks at their ends and without empty rows at the bottom.
  [[nodiscard]] std::vector<std::string> rows() const;
  [[nodiscard]] Cursor cursor() const;

  /// Rows that scrolled off the top, oldest first.
  [[nodiscard]] const std::vector<std::string>& scrolled() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pith::test
