// What everything that edits the text of a deck file has in common: places, edits, and the look at
// what they did.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// One change of a text: `replaced` bytes at `offset` give way to `text`.
struct Edit {
  std::size_t offset = 0;
  std::size_t replaced = 0;
  std::string text;
};

/// The text after all edits, which stand in its order and do not overlap.
[[nodiscard]] std::string edited(std::string_view text, const std::vector<Edit>& edits);

/// The tree of a text without byte order mark; empty if it cannot be read as YAML.
[[nodiscard]] std::optional<Node> tree_of(std::string_view text);

/// Equal but for the places, and for what is below one node of each.
[[nodiscard]] bool same_tree(const Node& a, const Node& b, const Node* but_a = nullptr,
                             const Node* but_b = nullptr);

/// Offset behind the last byte of a text that stands on its own; empty for a block (`|`, `>`) and
/// where an anchor, an alias or a tag stands.
[[nodiscard]] std::optional<std::size_t> end_of_scalar(std::string_view text, const Node& scalar);

/// A text as YAML: plain where that is safe even within brackets, else in quotes. Line breaks
/// become spaces.
[[nodiscard]] std::string as_scalar(std::string text);

/// What stands between the brackets of a list of such texts.
[[nodiscard]] std::string as_entries(std::span<const std::string> texts);

/// The line break that a file uses.
[[nodiscard]] std::string_view line_break_of(std::string_view text);

}  // namespace pith::deck
