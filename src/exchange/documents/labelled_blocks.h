// Where the labels of questions and answers stand in the blocks of a Markdown document.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "exchange/documents/markdown_blocks.h"
#include "exchange/labels.h"

namespace pith::exchange {

/// What the document as a whole tells about how it is written.
struct Habits {
  bool labels_questions = false;
  bool asks_in_headings = false;          ///< A heading but the title has a question mark.
  bool one_title = false;                 ///< A single heading of level 1 above others.
  std::vector<std::size_t> label_titles;  ///< Lines of headings that are only the word `问题`,
                                          ///< above questions; ascending.
};

[[nodiscard]] Habits habits_of(const std::vector<Block>& blocks);

/// Consecutive lines of a paragraph that belong together: from one label to the next.
struct Piece {
  std::optional<Label> label;
  std::vector<TextLine> lines;  ///< Without the label.
};

[[nodiscard]] std::vector<Piece> pieces_of(const Block& paragraph);

/// Whether an entry of a list is a question with its answer below it. `by_mark`: a question mark at
/// the end of its first line tells as well as a label.
[[nodiscard]] bool is_question_entry(const Block& entry, bool by_mark);

/// Whether an answer is labelled in what follows, before another question begins.
[[nodiscard]] bool is_answer_ahead(std::span<const Block> blocks);

/// The same of the other pieces of a paragraph; `beyond`: whether one is behind it.
[[nodiscard]] bool is_answer_ahead(std::span<const Piece> pieces, bool beyond);

/// The same of what follows each of the blocks.
[[nodiscard]] std::vector<bool> answers_ahead(std::span<const Block> blocks, bool beyond);

}  // namespace pith::exchange
