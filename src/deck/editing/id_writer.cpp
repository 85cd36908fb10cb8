#include "deck/editing/id_writer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "deck/editing/rewriting.h"
#include "deck/reading/reader.h"
#include "deck/yaml/clean_text.h"

namespace pith::deck {
namespace {

/// `id: …` before the first key of an item.
Edit id_edit(const Source& source, const Node& node, const std::string& id) {
  const auto text = source.text();
  const auto line = as_scalar(id);
  if (text[node.offset] == '{') {
    return {node.offset + 1, 0, fmt::format("id: {}, ", line)};
  }
  const auto column = node.offset - source.line_begin(node.offset);
  const auto before = source.line_at(node.offset).substr(0, column);
  if (before.find_first_not_of(" -") != std::string_view::npos || text[node.offset] == '&') {
    throw InvalidInput(
        fmt::format("line {}: this item is laid out in a rare way, so pith does not edit it; add "
                    "by hand: id: {}",
                    source.line_number(node.offset), line));
  }
  return {node.offset, 0,
          fmt::format("id: {}{}{}", line, line_break_of(text), std::string(column, ' '))};
}

/// The items as they stand in the file: of a card asked both ways, the first direction.
std::vector<const Item*> written_items(const Deck& deck) {
  std::vector<const Item*> items;
  for (const auto& item : deck.items) {
    if (items.empty() || items.back()->at != item.at) {
      items.push_back(&item);
    }
  }
  return items;
}

bool same_ids(const Deck& a, const Deck& b) {
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Item& x, const Item& y) { return x.id == y.id && y.id_given; });
}

/// Takes `id` out of every item.
Node without_ids(Node tree) {
  for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2) {
    if (tree.children[i].text != "items") {
      continue;
    }
    for (auto& item : tree.children[i + 1].children) {
      for (std::size_t key = 0; key + 1 < item.children.size(); key += 2) {
        if (item.children[key].text == "id") {
          const auto first = item.children.begin() + static_cast<std::ptrdiff_t>(key);
          item.children.erase(first, first + 2);
          break;
        }
      }
    }
  }
  return tree;
}

}  // namespace

std::string with_item_ids(std::string_view text) {
  const auto body = without_byte_order_mark(text);
  const auto deck = read_deck(text, "deck.yaml").deck;
  auto tree = deck ? tree_of(body) : std::nullopt;
  const auto* list = tree ? find(*tree, "items") : nullptr;
  if (list == nullptr) {
    throw InvalidInput("the deck cannot be read: `pith check` says why");
  }
  const Source source(body);
  const auto items = written_items(*deck);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < list->children.size() && i < items.size(); ++i) {
    if (!items[i]->id_given) {
      edits.push_back(id_edit(source, list->children[i], items[i]->id));
    }
  }
  const auto after = edited(body, edits);
  const auto new_deck = read_deck(after, "deck.yaml").deck;
  auto new_tree = new_deck ? tree_of(after) : std::nullopt;
  if (!new_tree || !same_ids(*deck, *new_deck) ||
      !same_tree(without_ids(*std::move(tree)), without_ids(*std::move(new_tree)))) {
    throw InvalidInput("its layout is so unusual that pith adds no ids");
  }
  return std::string(text.substr(0, text.size() - body.size())) + after;
}

}  // namespace pith::deck
