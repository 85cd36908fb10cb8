// Lines of text for a terminal, a mail or a file: wrapped by cells, safe to print.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/text.h"

namespace pith::report {

class TextPage {
 public:
  explicit TextPage(const TextOptions& options);

  /// `head` before the first line of `words`, the others indented to it.
  void line(std::string_view head, std::string_view words);
  /// The same for words of pith's own, the commands in them in one piece.
  void say(std::string_view head, std::string_view words);
  /// A command to be copied: in one piece, however long.
  void command(std::string_view head, std::string_view words);
  /// A line that is drawn: cut, not wrapped.
  void drawing(std::string_view cells) { drawing({{Tone::plain, std::string(cells)}}); }
  struct Piece {
    Tone tone = Tone::plain;
    std::string text;
  };
  void drawing(std::span<const Piece> pieces);
  void drawing(std::initializer_list<Piece> pieces) {
    drawing(std::span(pieces.begin(), pieces.size()));
  }
  /// Words of pith's own behind a label `cells` wide.
  void labelled(std::string_view label, std::size_t cells, std::string_view words);
  void title(std::string_view words);
  /// A title behind an empty line.
  void heading(std::string_view words);

  /// A bar `cells` wide, filled by `share` (clamped to [0, 1]).
  [[nodiscard]] std::string bar(double share, std::size_t cells = 10) const;
  /// One cell a value, by its share of the largest; empty values are drawn as nothing.
  [[nodiscard]] std::string sparkline(const std::vector<double>& values) const;
  /// One of five shades: 0 is empty, 4 full.
  [[nodiscard]] std::string_view shade(std::size_t level) const;
  /// Text of decks and answers on one line, cut or filled to `cells`.
  [[nodiscard]] static std::string fitted(std::string_view text, std::size_t cells);
  /// Words that end where `cells` end.
  [[nodiscard]] static std::string right(const std::string& words, std::size_t cells);

  [[nodiscard]] std::size_t columns() const { return columns_; }
  /// Whether there is room for bars beside numbers, and for notes.
  [[nodiscard]] bool is_roomy() const { return columns_ >= 60; }
  [[nodiscard]] const text::Messages& tr() const { return tr_; }
  std::string take() { return std::move(page_); }

 private:
  [[nodiscard]] std::string own(std::string words) const;
  [[nodiscard]] std::string painted(Tone tone, std::string_view words) const;

  std::size_t columns_;
  bool unicode_;
  text::Messages tr_;
  std::function<std::string(Tone, std::string_view)> paint_;
  std::string page_;
};

}  // namespace pith::report
