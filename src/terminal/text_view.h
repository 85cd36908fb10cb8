// A session as text, for a terminal or a pipe: wrapped by cells, coloured or not, with glyphs and
// words for the verdicts.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "session/view.h"
#include "terminal/style.h"

namespace pith::terminal {

struct TextViewOptions {
  std::function<std::size_t()> columns;  ///< Of the window, asked for anew each time.
  /// Of the window too; empty: it is never too low.
  std::function<std::size_t()> rows{};
  bool interactive = false;  ///< Shows the answer with its evidence marked, and points numbered.
  bool feedback = true;      ///< False: results are not shown.
};

/// Writes and flushes at once: what is shown is complete.
class TextView : public session::View {
 public:
  /// `out` and `style` must outlive the view.
  TextView(std::ostream& out, const Style& style, TextViewOptions options);

  void show(const session::Question& question) override;
  void show(const session::Result& result) override;
  void show(const session::Summary& summary) override;

  /// The points in this order, each with its place in it as its number.
  void show(const session::Result& result, const std::vector<std::size_t>& order);

  /// What was typed, as the line editor leaves it; nothing if it is empty.
  void show_answer(std::string_view text);

  /// What the question asks for: its points with details, the back of a card.
  void show_solution(const session::Question& question);

  /// A point of the result shown last whose verdict was changed, and the new score. `number` is
  /// what stood before the point.
  void show_change(const session::Result& result, std::size_t outcome, std::size_t number);

  /// A line of pith itself.
  void say(std::string_view words);

  /// A hint of the item's.
  void show_hint(std::string_view hint);

  /// A paragraph of text from a deck, a person or pith itself, safe to print.
  void paragraph(Role role, std::string_view text, std::size_t indent = 0);

  /// The points of a result in the order shown: what is missing stands last; gaps as in the text,
  /// and groups together, after what is in none.
  [[nodiscard]] static std::vector<std::size_t> display_order(const session::Result& result);

 private:
  [[nodiscard]] std::size_t columns() const;
  void hanging(Role role, std::string_view head, std::string_view text, std::size_t indent);
  void context_line(const session::Question& question);
  void options_of(const session::Question& question);
  void what_is_asked(const session::Question& question);
  void background_of(const deck::Item& item);
  void marked_answer(const session::Result& result);
  /// Below a choice or a cloze that was not right in full: the options by their letters, or the
  /// text.
  void show_right(const session::Result& result);
  void point_line(const session::Result& result, std::size_t outcome, std::size_t number);
  void point_details(const session::Result& result, std::size_t outcome);
  /// With the words themselves where the reason is only that they mean the same.
  [[nodiscard]] std::string reason_of(const grading::PointResult& graded,
                                      std::string_view answer) const;
  /// From the overruling of a verdict.
  void what_was_learned(const session::Result& result, std::size_t outcome);
  /// The verdicts once more, in brief, where their lines have left the window.
  void recall_verdicts(const session::Result& result, const std::vector<std::size_t>& order);
  void score_line(const session::Result& result);

  std::ostream& out_;
  const Style& style_;
  text::Messages tr_;
  TextViewOptions options_;
  bool first_ = true;
  const deck::Item* lettered_ = nullptr;  ///< Of the question shown last, with its options.
  std::vector<std::size_t> options_shown_;
  std::size_t written_ = 0;  ///< Lines, of what may be longer than the window.
};

}  // namespace pith::terminal
