// Draws layouts below what is on the screen, writing no more than what changed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/layout.h"
#include "terminal/style.h"
#include "terminal/tty.h"

namespace pith::terminal {

/// Empties the screen; the cursor stands at its top.
inline constexpr std::string_view kClearScreen = "\x1b[H\x1b[2J";

/// Every function returns the bytes to be written. The block drawn begins in the row where the
/// cursor stands at the first draw(), and is never taller than the screen: of a longer one the rows
/// around the caret are shown. After each draw the cursor is at the caret.
class Renderer {
 public:
  /// `style` must outlive the renderer; `reflows` as in Capabilities.
  Renderer(const Style& style, bool reflows) : style_(style), reflows_(reflows) {}

  [[nodiscard]] std::string draw(const Layout& layout, Size size);

  /// Erases the block after the terminal changed its size; the next draw() draws it in full.
  [[nodiscard]] std::string resized(Size size);

  /// Erases the block, the cursor where it began; the next draw() draws it in full.
  [[nodiscard]] std::string erase();

  /// Forgets the block: the screen holds something else, the cursor is where the next one begins.
  void forget();

  /// Draws all rows of the block for the last time, the cursor at the beginning of the line below.
  [[nodiscard]] std::string finish(const Layout& layout, Size size);

 private:
  void draw_row(std::string& out, const Row& before, const Row& now) const;
  void put(std::string& out, const Row& row, std::size_t from) const;

  const Style& style_;
  bool reflows_;
  std::size_t columns_ = 0;
  std::vector<Row> shown_;  ///< As on the screen; empty: nothing is.
  Position cursor_;         ///< Relative to the block's first row.
};

}  // namespace pith::terminal
