#include "deck/reading/item_form.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/similar.h"

namespace pith::deck {
namespace {

const std::array<ItemForm, 5>& forms() {
  static const std::array<ItemForm, 5> all = {{{"points", {"question", "points"}},
                                               {"answer", {"question", "answer", "tolerance"}},
                                               {"choices", {"question", "choices"}},
                                               {"cloze", {"cloze"}},
                                               {"front", {"front", "back", "reversed"}}}};
  return all;
}

constexpr std::array<std::string_view, 11> kCommonKeys = {
    "id",         "explanation",       "example",     "hints", "tags",   "pass",
    "time_limit", "desired_retention", "new_per_day", "was",   "samples"};

/// Whether a key that no item has may be meant to say what this one is: that is complaint enough.
bool misspells_its_form(const Node& node) {
  const auto known = keys_of(nullptr);
  std::vector<std::string> form_keys;
  for (const auto& form : forms()) {
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
  for (const auto& form : forms()) {
    if (find(node, form.key) != nullptr) {
      found.push_back(&form);
    }
  }
  if (found.empty() && misspells_its_form(node)) {
    return nullptr;
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

std::vector<std::string> keys_of(const ItemForm* form) {
  std::vector<std::string> keys;
  for (const auto& each : forms()) {
    for (const auto& key : each.keys) {
      if ((form == nullptr || form == &each) &&
          std::find(keys.begin(), keys.end(), key) == keys.end()) {
        keys.push_back(key);
      }
    }
  }
  keys.insert(keys.end(), kCommonKeys.begin(), kCommonKeys.end());
  return keys;
}

}  // namespace pith::deck
