// YAML makes a space of a line break within a text. Chinese has no spaces to break lines at.
#pragma once

#include <string>
#include <string_view>

namespace pith::deck {

/// The text of a scalar without the spaces that stand for a line break between two Han characters
/// or their punctuation; a space that was typed stays. `source` is the file from where the scalar
/// begins; where the two cannot be matched (escapes, anchors), the text is as it was.
[[nodiscard]] std::string without_folds_between_han(const std::string& text,
                                                    std::string_view source);

}  // namespace pith::deck
