#include "terminal/renderer.h"

#include <algorithm>

#include "text/utf8.h"

namespace pith::terminal {
namespace {

constexpr std::string_view kEraseRight = "\x1b[K";
constexpr std::string_view kEraseBelow = "\x1b[J";

std::string csi(std::size_t count, char final) {
  return count == 0 ? std::string() : "\x1b[" + std::to_string(count) + final;
}

/// From wherever the cursor is in a row to a column of it. Carriage return first: behind the last
/// column terminals disagree about where they are.
std::string to_column(std::size_t column) {
  return "\r" + csi(column, 'C');
}

std::string move(Position from, Position to) {
  if (from == to) {
    return {};
  }
  const auto vertical =
      to.row < from.row ? csi(from.row - to.row, 'A') : csi(to.row - from.row, 'B');
  return "\r" + vertical + csi(to.column, 'C');
}

/// Clusters of several characters, about whose width terminals disagree.
bool is_uncertain(const Glyph& glyph) {
  return text::count_code_points(glyph.text) > 1;
}

/// The first row shown of a block that is taller than the screen.
std::size_t first_shown(const Layout& layout, std::size_t height) {
  if (layout.rows.size() <= height) {
    return 0;
  }
  const auto below_caret = std::min(layout.caret.row + 2, layout.rows.size());
  return below_caret > height ? std::min(below_caret - height, layout.caret.row) : 0;
}

}  // namespace

void Renderer::put(std::string& out, const Row& row, std::size_t from) const {
  auto role = Role::plain;
  for (auto i = from; i < row.size(); ++i) {
    const auto& glyph = row[i];
    if (glyph.role != role) {
      out += role == Role::plain ? "" : style_.reset();
      out += style_.begin(glyph.role);
      role = glyph.role;
    }
    if (!is_uncertain(glyph)) {
      out += glyph.text;
      continue;
    }
    // Wherever the terminal thinks the cursor is now, the next cluster goes where the layout says.
    out += "\x1b[?7l" + glyph.text + "\x1b[?7h";
    out += to_column(glyph.column + glyph.cells - 1) + csi(1, 'C');
    if (glyph.column + glyph.cells < columns_) {
      out += kEraseRight;
    }
  }
  if (role != Role::plain) {
    out += style_.reset();
  }
}

void Renderer::draw_row(std::string& out, const Row& before, const Row& now) const {
  const auto differ = std::ranges::mismatch(before, now);
  const auto same = static_cast<std::size_t>(differ.in2 - now.begin());
  if (differ.in1 == before.end() && differ.in2 == now.end()) {
    return;
  }
  const auto column = same == 0 ? 0 : now[same - 1].column + now[same - 1].cells;
  out += to_column(column);
  if (differ.in1 != before.end() && (same == 0 || width_of(now) < width_of(before))) {
    out += kEraseRight;
  }
  if (same < now.size()) {
    out += csi(now[same].column - column, 'C');
  }
  put(out, now, same);
}

std::string Renderer::draw(const Layout& layout, Size size) {
  columns_ = size.columns;
  const auto first = first_shown(layout, size.rows);
  const auto count = std::min(layout.rows.size(), size.rows);
  // What was typed ahead of the first prompt may stand in its row.
  auto out = shown_.empty() ? "\r" + std::string(kEraseBelow) : std::string();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& now = layout.rows[first + i];
    const bool is_new = i >= std::max<std::size_t>(shown_.size(), 1);
    const auto before = i < shown_.size() ? shown_[i] : Row();
    std::string drawn;
    draw_row(drawn, before, now);
    if (is_new) {
      out += move(cursor_, {i - 1, 0}) + "\r\n" + drawn;
      cursor_ = {i, std::string::npos};
    } else if (!drawn.empty()) {
      out += move(cursor_, {i, 0}) + drawn;
      cursor_ = {i, std::string::npos};
    }
  }
  if (shown_.size() > count) {
    out += move(cursor_, {count, 0}) + std::string(kEraseBelow);
    cursor_ = {count, 0};
  }
  const Position caret{layout.caret.row - first, layout.caret.column};
  out += move(cursor_, caret);
  cursor_ = caret;
  shown_.assign(layout.rows.begin() + static_cast<std::ptrdiff_t>(first),
                layout.rows.begin() + static_cast<std::ptrdiff_t>(first + count));
  return out;
}

std::string Renderer::erase() {
  auto out = move({cursor_.row, std::string::npos}, {0, 0}) + std::string(kEraseBelow);
  forget();
  return out;
}

std::string Renderer::resized(Size size) {
  if (reflows_) {
    std::size_t above = cursor_.column / size.columns;
    for (std::size_t i = 0; i < cursor_.row; ++i) {
      above += std::max<std::size_t>(1, (width_of(shown_[i]) + size.columns - 1) / size.columns);
    }
    cursor_.row = above;
  }
  cursor_.row = std::min(cursor_.row, size.rows - 1);
  return erase();
}

void Renderer::forget() {
  shown_.clear();
  cursor_ = {};
}

std::string Renderer::finish(const Layout& layout, Size size) {
  std::string out;
  if (layout.rows.size() <= size.rows) {
    out = draw(layout, size) + move(cursor_, {layout.rows.size() - 1, 0}) + "\r\n";
  } else {
    out = erase();
    columns_ = size.columns;
    for (const auto& row : layout.rows) {
      draw_row(out, {}, row);
      out += "\r\n";
    }
  }
  forget();
  return out;
}

}  // namespace pith::terminal
