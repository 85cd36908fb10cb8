#include "terminal/layout.h"

#include <algorithm>
#include <utility>

#include "text/display.h"

namespace pith::terminal {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// A cluster as it is drawn, one or two cells wide: a mark that has no character to stand on gets a
/// dotted circle, a joiner that joins nothing is not worth a cell beside its character.
Glyph drawn(std::string_view cluster, Role role) {
  auto safe = text::sanitise(cluster);
  replace_all(safe, "\n", "␊");
  replace_all(safe, "\t", " ");
  if (text::display_width(safe) > 2) {
    replace_all(safe, "\uFFFD", "");
  }
  if (text::display_width(safe) == 0) {
    safe.insert(0, "◌");
  }
  const auto cells = text::display_width(safe);
  return cells <= 2 ? Glyph{std::move(safe), 0, cells, role} : Glyph{"\uFFFD", 0, 1, role};
}

/// Puts clusters into rows from left to right.
class Setter {
 public:
  explicit Setter(std::size_t columns) : columns_(columns) { layout_.rows.emplace_back(); }

  /// Where a cluster of so many cells goes; begins a new row if it does not fit in this one.
  Position place(std::size_t cells) {
    if (column_ + cells > columns_) {
      new_row();
    }
    return here();
  }

  /// Returns where the cluster went.
  Position set(std::string_view cluster, Role role) {
    auto glyph = drawn(cluster, role);
    const auto position = place(glyph.cells);
    glyph.column = position.column;
    column_ += glyph.cells;
    layout_.rows.back().push_back(std::move(glyph));
    return position;
  }

  void new_row() {
    layout_.rows.emplace_back();
    column_ = indent_;
  }

  /// Begins a new row for what would fit in it but not in what is left of this one.
  void keep_together(std::size_t cells) {
    if (column_ > indent_ && column_ + cells > columns_ && indent_ + cells <= columns_) {
      new_row();
    }
  }

  [[nodiscard]] bool row_is_full() const { return column_ == columns_; }

  void indent_here() { indent_ = column_ * 2 < columns_ ? column_ : 0; }

  [[nodiscard]] Position here() const { return {layout_.rows.size() - 1, column_}; }
  [[nodiscard]] Layout& layout() { return layout_; }

 private:
  std::size_t columns_;
  std::size_t column_ = 0;
  std::size_t indent_ = 0;
  Layout layout_;
};

std::string_view cluster(std::string_view text, const std::vector<std::size_t>& bounds,
                         std::size_t i) {
  return text.substr(bounds[i], bounds[i + 1] - bounds[i]);
}

void set_all(Setter& setter, std::string_view text, Role role) {
  const auto bounds = text::grapheme_bounds(text);
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    setter.set(cluster(text, bounds, i), role);
  }
}

/// Cells of what stands together before the break at `end`, without the spaces there.
std::size_t cells_together(std::string_view text, std::size_t begin, std::size_t end) {
  const auto piece = text.substr(begin, end - begin);
  const auto last = piece.find_last_not_of(" \n");
  return last == std::string_view::npos ? 0 : text::display_width(piece.substr(0, last + 1));
}

void set_text(Setter& setter, std::string_view text) {
  const auto bounds = text::grapheme_bounds(text);
  const auto breaks = text::line_bounds(text);
  auto next_break = breaks.begin();
  auto& stops = setter.layout().stops;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    if (next_break != breaks.end() && *next_break <= bounds[i] && ++next_break != breaks.end()) {
      setter.keep_together(cells_together(text, bounds[i], *next_break));
    }
    const auto piece = cluster(text, bounds, i);
    if (piece == "\n") {
      stops.push_back({bounds[i], setter.place(1)});
      setter.new_row();
    } else if (piece == " " && setter.row_is_full()) {
      stops.push_back({bounds[i], setter.place(1)});
    } else {
      stops.push_back({bounds[i], setter.set(piece, Role::plain)});
    }
  }
  stops.push_back({text.size(), setter.place(1)});  // behind a full row: in the next
}

}  // namespace

Layout lay_out(const Scene& scene, std::size_t columns) {
  Setter setter(columns);
  set_all(setter, scene.prompt, scene.prompt_role);
  setter.indent_here();
  set_text(setter, scene.text);
  auto& layout = setter.layout();
  const auto stop = std::ranges::lower_bound(layout.stops, scene.caret, {}, &Stop::offset);
  layout.caret = (stop == layout.stops.end() ? layout.stops.back() : *stop).position;
  if (!scene.status.empty()) {
    Setter below(columns);
    set_all(below, text::truncate(scene.status, columns), Role::dim);
    layout.rows.push_back(below.layout().rows.front());
  }
  return layout;
}

Layout lay_out_words(std::string_view line, Role role, std::size_t columns) {
  Setter setter(columns);
  bool first = true;
  // One column less: room for the caret.
  for (const auto& words :
       text::wrap(text::sanitise(line), std::max<std::size_t>(columns - 1, 2))) {
    if (!std::exchange(first, false)) {
      setter.new_row();
    }
    set_all(setter, words, role);
  }
  auto& layout = setter.layout();
  layout.caret = setter.place(1);
  layout.stops.push_back({line.size(), layout.caret});
  return layout;
}

std::size_t offset_at(const Layout& layout, Position position) {
  std::size_t best = layout.stops.back().offset;
  std::size_t distance = std::string::npos;
  for (const auto& stop : layout.stops) {
    const auto column = stop.position.column;
    const auto away =
        column > position.column ? column - position.column : position.column - column;
    if (stop.position.row == position.row && away < distance) {
      best = stop.offset;
      distance = away;
    }
  }
  return best;
}

std::size_t width_of(const Row& row) {
  return row.empty() ? 0 : row.back().column + row.back().cells;
}

}  // namespace pith::terminal
