// A Markdown document as a list of blocks with their lines; inline markup stays as typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::exchange {

/// A line of a paragraph as it stands, without indentation and quotation marks before it.
struct TextLine {
  std::size_t number = 0;  ///< In the document, from 1.
  std::string text;
  bool hard_break = false;  ///< The author wants a new line behind it.
};

struct Block {
  enum class Kind { heading, paragraph, code, list, entry, quote, html, verbatim };
  Kind kind = Kind::paragraph;
  std::size_t line = 0;  ///< Where it begins.
  int level = 0;         ///< Of a heading.
  bool ordered = false;  ///< Of a list.
  int start = 1;         ///< Its first number.
  std::vector<TextLine>
      lines;  ///< Of a heading, paragraph, code (with fences), HTML or verbatim text.
  std::vector<Block> children;  ///< Entries of a list, blocks of an entry or quote.
};

/// Lines of their own around a text that is a block as it stands, whatever is in it.
inline constexpr std::string_view kBeginVerbatim = "<!-- pith: text -->";
inline constexpr std::string_view kEndVerbatim = "<!-- pith: end -->";

/// Behind a heading that is the title of a deck, whatever it looks like.
inline constexpr std::string_view kTitleMark = "<!-- pith: title -->";

/// The blocks of the document. Nesting beyond 20 levels is flattened. Requires valid UTF-8 with
/// `\n` as line breaks.
[[nodiscard]] std::vector<Block> markdown_blocks(std::string_view text);

/// The lines as one text: soft breaks joined, hard ones and those of code kept.
[[nodiscard]] std::string text_of(const Block& block);

/// The text of a block with everything in it, lists as lists.
[[nodiscard]] std::string whole_text(const Block& block, std::size_t indent = 0);

}  // namespace pith::exchange
