#include "deck/yaml/keys.h"

#include <algorithm>
#include <iterator>

namespace pith::deck {
namespace {

bool has(const Keys& keys, std::string_view word) {
  return std::ranges::find(keys, word) != keys.end();
}

const Keys& common_item_keys() {
  static const Keys keys = {"id",          "explanation", "example",    "hints",
                            "tags",        "pass",        "time_limit", "desired_retention",
                            "new_per_day", "was",         "samples"};
  return keys;
}

}  // namespace

const Keys& deck_keys() {
  static const Keys keys = {"deck",    "title", "language", "description", "author", "source",
                            "license", "tags",  "was",      "defaults",    "items"};
  return keys;
}

const Keys& default_keys() {
  static const Keys keys = {"pass", "time_limit", "desired_retention", "new_per_day"};
  return keys;
}

const Keys& choices_keys() {
  static const Keys keys = {"correct", "wrong"};
  return keys;
}

const Keys& point_keys() {
  static const Keys keys = {"point", "id", "detail", "accept", "reject", "weight", "group", "was"};
  return keys;
}

const Keys& sample_keys() {
  static const Keys keys = {"answer", "hits"};
  return keys;
}

const Keys& practice_keys() {
  static const Keys keys = {"practice", "description", "select",     "choose",    "order",
                            "count",    "time",        "time_limit", "pass",      "seed",
                            "feedback", "hints",       "pause",      "follow_up", "repeat_missed",
                            "schedule", "reports",     "sections"};
  return keys;
}

const Keys& section_keys() {
  static const Keys keys = {"name", "select", "choose", "order", "count", "time", "time_limit"};
  return keys;
}

const std::array<ItemForm, 5>& item_forms() {
  static const std::array<ItemForm, 5> forms = {{{"points", {"question", "points"}},
                                                 {"answer", {"question", "answer", "tolerance"}},
                                                 {"choices", {"question", "choices"}},
                                                 {"cloze", {"cloze"}},
                                                 {"front", {"front", "back", "reversed"}}}};
  return forms;
}

Keys keys_of(const ItemForm* form) {
  Keys keys;
  for (const auto& each : item_forms()) {
    if (form == nullptr || form == &each) {
      std::ranges::copy_if(each.keys, std::back_inserter(keys),
                           [&](const std::string& key) { return !has(keys, key); });
    }
  }
  keys.insert(keys.end(), common_item_keys().begin(), common_item_keys().end());
  return keys;
}

bool is_key(std::string_view word) {
  static const Keys item_keys = keys_of(nullptr);
  const auto maps = {&deck_keys(),  &default_keys(), &item_keys,       &choices_keys(),
                     &point_keys(), &sample_keys(),  &practice_keys(), &section_keys()};
  return std::ranges::any_of(maps, [&](const Keys* keys) { return has(*keys, word); });
}

}  // namespace pith::deck
