// One YAML document as a tree that knows where everything stands. Holds the line against what YAML
// allows and a deck must not contain: tags, a second document, duplicate keys, endless nesting,
// aliases that refer to themselves or multiply.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/yaml/complaints.h"

namespace pith::deck {

struct Node {
  enum class Type { null, scalar, sequence, map };
  enum class Style { plain, quoted, block };

  Type type = Type::null;
  Style style = Style::plain;
  std::string text;            ///< Of a scalar: its value; of null: how it is written, `` or `~`.
  std::size_t offset = 0;      ///< Byte offset of its beginning.
  std::vector<Node> children;  ///< Elements; of a map key, value, key, value, …
  std::size_t size = 1;        ///< Nodes of this tree.
  std::size_t bytes = 0;       ///< Of all its texts.
};

/// Whether it is a text without quotes, in the line of its key or dash.
[[nodiscard]] bool is_plain(const Node& node);

/// The entries of a list; what is none stands for a list of one.
[[nodiscard]] std::span<const Node> entries(const Node& node);

/// The tree of a deck file's text, empty if it cannot be read as YAML; every mistake found is
/// complained of. Requires valid UTF-8 without byte order mark.
[[nodiscard]] std::optional<Node> parse_yaml(Complaints& complaints);

/// The value of a key of a map; null if there is none.
[[nodiscard]] const Node* find(const Node& map, std::string_view key);

}  // namespace pith::deck
