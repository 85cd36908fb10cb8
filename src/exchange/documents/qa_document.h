// A question-and-answer document while it is read, block by block.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "exchange/documents/labelled_blocks.h"
#include "exchange/documents/markdown_blocks.h"
#include "exchange/documents/qa_draft.h"
#include "exchange/imported.h"
#include "exchange/shelf.h"

namespace pith::exchange {

/// Makes items of the blocks of one document.
class QaDocument {
 public:
  /// `name` is the file's; the deck and all remarks go to `result`.
  QaDocument(const std::vector<Block>& blocks, std::string_view name, Imported& result);
  QaDocument(const QaDocument&) = delete;
  QaDocument& operator=(const QaDocument&) = delete;
  ~QaDocument() = default;

  /// The title and the tags of all items that stand above the document.
  void begin(std::string title, std::vector<std::string> tags);
  /// Reads blocks in their order.
  void read(std::span<const Block> blocks);
  /// Ends the last item, and moves the deck to the result.
  void finish();

 private:
  void read(const Block& block);
  void read_heading(const Block& block);
  void read_title(std::string_view title);
  void take_title(std::string_view title);
  void end_heading(int level);
  void read_paragraph(const Block& block);
  void read_piece(const Piece& piece);
  void read_plain(const std::vector<TextLine>& lines);
  void read_list(const Block& block);
  void read_question_entry(const Block& list, const Block& entry);
  void read_other(const Block& block);
  void read_verbatim(const Block& block);
  void add_answer_lines(const std::vector<TextLine>& lines);

  [[nodiscard]] bool asks(const Block& list, const Block& entry) const;
  [[nodiscard]] bool holds_questions(const Block& list) const;
  [[nodiscard]] bool goes_on_asking(const std::vector<TextLine>& lines) const;
  [[nodiscard]] bool begins_question(const std::vector<TextLine>& lines) const;
  void open(std::string_view question, std::size_t line);
  /// Whether a heading is a question where some are told from notes.
  [[nodiscard]] bool asks(std::string_view heading) const;
  /// Whether the heading above is a note beside others that ask.
  [[nodiscard]] bool below_note() const;
  /// Whether there is an item to add an answer to, made from the heading above if need be.
  bool answering(bool explicitly);
  void close();
  /// Whether what belongs to no question is said of a deck as a whole.
  [[nodiscard]] bool describing() const {
    return (deck_.items.empty() || below_title_) && (!below_note() || heading_ == title_heading_);
  }
  /// Adds a paragraph to that.
  void describe(std::size_t line, std::string_view text);
  void leave_out(std::size_t line, std::string_view text);

  Habits habits_;
  bool answer_ahead_ = false;  ///< Whether a label says so behind the block being read.
  Imported& result_;
  deck::Deck deck_;
  Shelf shelf_;
  std::optional<QaDraft> draft_;
  std::vector<std::string> tags_;  ///< Of all items.
  std::string title_heading_;
  std::string heading_;  ///< The last one, while no item was made from it.
  std::size_t heading_line_ = 0;
  int heading_level_ = 0;
  int asking_level_ = 0;      ///< Of the heading that asks for those below it; 0 if there is none.
  bool below_title_ = false;  ///< Of a deck, and so marked.
  std::string asked_id_;  ///< Of the next question, by the heading right before it; may be empty.
  int asked_number_ = 0;  ///< Before the paragraph that the draft's question is; 0: it had none.
  bool heading_is_unnamed_ = false;    ///< It could be a question, and nothing was said of it.
  std::vector<TextLine> description_;  ///< The deck's, with the lines where its paragraphs begin.
};

}  // namespace pith::exchange
