#include "deck/editing/item_inserter.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/npos.h"
#include "deck/editing/rewriting.h"
#include "deck/reading/reader.h"
#include "deck/yaml/clean_text.h"

namespace pith::deck {
namespace {

using base::npos;

/// `items:`, as its key and its value stand in the tree.
struct ItemList {
  const Node* key = nullptr;
  const Node* value = nullptr;
  const Node* next_key = nullptr;  ///< Null if nothing stands behind the items.
};

ItemList find_items(const Node& root) {
  ItemList list;
  for (std::size_t i = 0; i + 1 < root.children.size(); i += 2) {
    if (root.children[i].text == "items") {
      list.key = &root.children[i];
      list.value = &root.children[i + 1];
    } else if (list.key != nullptr && list.next_key == nullptr) {
      list.next_key = &root.children[i];
    }
  }
  return list;
}

/// The item behind a dash at `column`.
std::string as_element(std::string_view item, std::size_t column, std::string_view line_break) {
  std::string out;
  for (std::size_t begin = 0; begin < item.size();) {
    const auto end = std::min(item.find('\n', begin), item.size());
    const auto line = item.substr(begin, end - begin);
    out += line.empty() ? "" : std::string(column, ' ') + (begin == 0 ? "- " : "  ");
    out.append(line).append(line_break);
    begin = end + 1;
  }
  return out;
}

/// Whether the line above one that begins at `begin` is blank.
bool blank_above(std::string_view text, std::size_t begin) {
  const auto above = text.substr(0, begin > 0 ? begin - 1 : 0);
  return above.find_last_not_of(" \r") == npos || above[above.find_last_not_of(" \r")] == '\n';
}

/// Where the line begins that stands behind the list: of the next key, or of the comments over it;
/// the end of the text if there is none.
std::size_t line_behind(const Source& source, const ItemList& list) {
  if (list.next_key == nullptr) {
    return source.text().size();
  }
  auto begin = source.line_begin(list.next_key->offset);
  while (begin > 0 && source.line_at(begin - 1).starts_with('#')) {
    begin = source.line_begin(begin - 1);
  }
  return begin;
}

/// What stands before the new item and behind it, both in whole lines.
struct Place {
  std::string before;
  std::string behind;
  std::size_t column = 2;  ///< Of the dash.
};

/// `items: []` loses its brackets.
Place in_empty_brackets(const Source& source, const ItemList& list) {
  const auto text = source.text();
  const auto closing = text.find(']', list.value->offset);
  const auto line_end = std::min(text.find('\n', closing), text.size());
  std::string before(text.substr(0, list.value->offset));
  before.erase(before.find_last_not_of(' ') + 1);
  before.append(text.substr(closing + 1, line_end - closing - 1));
  before.erase(before.find_last_not_of(" \r") + 1);
  return {before.append(line_break_of(text)),
          std::string(text.substr(std::min(line_end + 1, text.size())))};
}

Place behind_last(const Source& source, const ItemList& list) {
  const auto text = source.text();
  const auto& items = list.value->children;
  const auto behind = line_behind(source, list);
  const auto line_break = line_break_of(text);
  std::string before(text.substr(0, text.find_last_not_of(" \r\n", behind - 1) + 1));
  before.append(line_break);
  if (items.size() == 1 || blank_above(text, source.line_begin(items.back().offset))) {
    before.append(line_break);
  }
  const bool set_off = list.next_key != nullptr && blank_above(text, behind);
  return {std::move(before), std::string(set_off ? line_break : "").append(text.substr(behind)),
          list.value->offset - source.line_begin(list.value->offset)};
}

}  // namespace

Inserted with_new_item(std::string_view text, std::string_view item) {
  const auto body = without_byte_order_mark(text);
  const auto tree = read_deck(text, "deck.yaml").deck ? tree_of(body) : std::nullopt;
  const auto list = tree ? find_items(*tree) : ItemList{};
  if (list.value == nullptr) {
    throw InvalidInput("the deck cannot be read: `pith check` says why");
  }
  const Source source(body);
  const bool bracketed = body[list.value->offset] == '[';
  if (body[tree->offset] == '{' || (bracketed && !list.value->children.empty())) {
    throw InvalidInput(
        fmt::format("line {}: the items stand in brackets, so pith adds none; add it by hand",
                    source.line_number(list.value->offset)));
  }
  const auto place = bracketed ? in_empty_brackets(source, list) : behind_last(source, list);
  const auto above = std::count(place.before.begin(), place.before.end(), '\n');
  return {std::string(text.substr(0, text.size() - body.size()))
              .append(place.before)
              .append(as_element(item, place.column, line_break_of(body)))
              .append(place.behind),
          static_cast<std::size_t>(above) + 1};
}

}  // namespace pith::deck
