// A question with its answer while the document is still being read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "exchange/documents/markdown_blocks.h"
#include "exchange/labels.h"

namespace pith::exchange {

struct QaDraft {
  std::size_t line = 0;
  std::string id;  ///< Empty if the document does not tell it.
  std::string question;
  std::size_t asked = 0;            ///< How much of it asks; what is below may be the answer.
  Label section = Label::question;  ///< What the text being read belongs to.
  std::vector<deck::Point> points;
  std::vector<deck::Choice> options;  ///< What the points are if nothing else is added to them.
  std::string prose;                  ///< Text of the answer beside its lists.
  std::string lead;                   ///< The last sentence before a list.
  std::string led_to;    ///< That sentence as it stands, until what it leads to is read.
  bool grouped = false;  ///< The end of a group was marked: leads are groups, even a single one.
  std::string explanation;
  std::string example;
  std::vector<TextLine>
      behind_example;  ///< Paragraphs that may belong to it, or close the document.
  std::vector<std::string> hints;
  std::vector<std::string> tags;

  [[nodiscard]] bool answered() const { return !points.empty() || !prose.empty(); }
};

/// Adds text to the section that `draft` is in.
void add_text(QaDraft& draft, std::string_view text);

/// The same as it stands: nothing in it is a list of points. Behind a point it is its detail.
void add_verbatim(QaDraft& draft, std::string_view text);

/// Adds code or the like to the section that `draft` is in, below the sentence that leads to it.
void add_block(QaDraft& draft, std::string_view text);

/// Adds the entries of a list as points; an entry that only names a list of its own is their group.
void add_points(QaDraft& draft, const Block& list);

/// Adds a line such as `1、…` as a point.
void add_point(QaDraft& draft, std::string_view text);

/// Ends the group of the last point, if it has one.
void end_group(QaDraft& draft);

/// The item that the draft has become; without points if it has no answer.
[[nodiscard]] deck::Item item_from(QaDraft draft);

}  // namespace pith::exchange
