#include "deck/reading/item_form.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/similar.h"

namespace pith::deck {
namespace {

/// Whether a key that no item has may be meant to say what this one is: that is complaint enough.
bool misspells_its_form(const Node& node) {
  const auto known = keys_of(nullptr);
  std::vector<std::string> form_keys;
  for (const auto& form : item_forms()) {
    form_keys.emplace_back(form.key);
  }
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const auto& key = node.children[i].text;
    if (std::find(known.begin(), known.end(), key) == known.end() &&
        text::nearest(key, form_keys)) {
      return true;
    }
  }
  return false;
}

}  // namespace

const ItemForm* form_of(const Node& node, Complaints& complaints) {
  std::vector<const ItemForm*> found;
  for (const auto& form : item_forms()) {
    if (find(node, form.key) != nullptr) {
      found.push_back(&form);
    }
  }
  if (found.empty() && misspells_its_form(node)) {
    return nullptr;
  }
  if (found.empty() && find(node, "back") != nullptr && find(node, "question") == nullptr) {
    return &item_forms().back();  // a card that lacks 'front', which its reading tells
  }
  if (found.empty()) {
    complaints.error(node.offset, "this item has no answer",
                     "add 'points', 'answer' or 'choices' to a question, or write 'cloze', or "
                     "'front' and 'back'");
    return nullptr;
  }
  if (found.size() > 1) {
    complaints.error(node.offset,
                     fmt::format("an item has either '{}' or '{}'", found[0]->key, found[1]->key),
                     "make two items of it");
    return nullptr;
  }
  return found[0];
}

}  // namespace pith::deck
