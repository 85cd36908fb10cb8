// How an answer names options: by a letter, by a text, by both, or several in a row.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// The option that has this text, but for case and width.
[[nodiscard]] std::optional<std::size_t> option_with(const deck::Item& item, std::string_view text);

/// The numbers of the options that a piece names and nothing else, also with words around them that
/// only present them; none if there is anything else. Requires an item of Kind::choices.
[[nodiscard]] std::vector<std::size_t> options_named(const deck::Item& item,
                                                     std::string_view piece);

/// Whether a piece has only small words: "it is", 是的.
[[nodiscard]] bool says_nothing(std::string_view piece);

/// The option that a piece alone begins: 有期 for 有期徒刑, "bank" for "bank loan"; empty if
/// several options begin so, or if it is too short or a denial.
[[nodiscard]] std::optional<std::size_t> option_begun(const deck::Item& item,
                                                      std::string_view piece);

/// Options that a piece names, or the one that it begins.
[[nodiscard]] std::vector<std::size_t> options_told(const deck::Item& item, std::string_view piece);

/// Options named word by word: 死刑 有期 拘役.
struct WordsChosen {
  std::vector<std::size_t> options;
  std::size_t strangers = 0;  ///< Words that name none, fewer than those that do.
};

/// Empty if the words of a piece mostly name no option, or if it denies or leaves a choice.
[[nodiscard]] std::optional<WordsChosen> options_by_word(const deck::Item& item,
                                                         std::string_view piece);

/// The pieces of a list of options; what several in a row make together is one if an option has
/// that text.
[[nodiscard]] std::vector<std::string_view> option_pieces(const deck::Item& item,
                                                          std::string_view answer);

}  // namespace pith::grading
