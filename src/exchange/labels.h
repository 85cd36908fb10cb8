// The words by which question-and-answer documents say what a text is: `**题目：**`, `Answer:`,
// `3. What …`; and how they write a key point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::exchange {

enum class Label { question, answer, example, explanation, hint, tags };

struct Labelled {
  Label label = Label::question;
  std::string rest;  ///< The text behind the label; may be empty.
};

/// The label at the front of a line: Chinese or English, bold or not, numbered or not, with either
/// colon. `bare`: a label alone, without a colon, is one as well (in a heading).
[[nodiscard]] std::optional<Labelled> labelled(std::string_view line, bool bare = false);

/// The text without a number before it: `3. `, `3、`, `(3) `, `第3题：`, `三、`. Whether it had one
/// can be told by the length.
[[nodiscard]] std::string_view without_number(std::string_view text);

/// The text without emphasis that encloses all of it.
[[nodiscard]] std::string_view without_emphasis(std::string_view text);

/// Whether all of the text is bold.
[[nodiscard]] bool is_all_bold(std::string_view text);

/// Whether the text asks something, by its last mark.
[[nodiscard]] bool is_question(std::string_view text);

/// A key point from an entry of a list: a bold head or a short one before a colon is its name, the
/// rest its detail.
[[nodiscard]] deck::Point point_from(std::string_view text);

/// The first of the spellings of an entry from which point_from reads this name and detail; if
/// there is none, that of the name without what is bold in it.
[[nodiscard]] std::string point_spelling(const std::string& name, const std::string& detail,
                                         bool bold_name = false);

/// Behind a heading in a document: what ends there belongs to it.
inline constexpr std::string_view kEndOfHeading = "<!-- -->";

/// The heading of a list from the sentence that leads to it: without colon and `包括`, `include`.
[[nodiscard]] std::string heading_from(std::string_view lead);

}  // namespace pith::exchange
