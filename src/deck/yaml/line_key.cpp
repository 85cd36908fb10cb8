#include "deck/yaml/line_key.h"

#include <algorithm>

#include "base/npos.h"

namespace pith::deck {
namespace {

using base::npos;

/// Keys of decks, items and points, and of practices.
constexpr std::string_view kKeys[] = {
    "time_limit",    "desired_retention",
    "new_per_day",   "deck",
    "title",         "language",
    "description",   "author",
    "source",        "license",
    "tags",          "was",
    "defaults",      "items",
    "question",      "points",
    "answer",        "choices",
    "cloze",         "front",
    "back",          "reversed",
    "tolerance",     "correct",
    "wrong",         "explanation",
    "example",       "hints",
    "samples",       "hits",
    "point",         "id",
    "detail",        "accept",
    "reject",        "weight",
    "group",         "pass",
    "practice",      "select",
    "choose",        "order",
    "count",         "time",
    "seed",          "feedback",
    "pause",         "follow_up",
    "repeat_missed", "schedule",
    "reports",       "sections",
    "name",
};

}  // namespace

bool is_key(std::string_view word) {
  return std::ranges::find(kKeys, word) != std::ranges::end(kKeys);
}

std::optional<LineKey> key_of_line(std::string_view line) {
  LineKey key;
  auto at = std::min(line.find_first_not_of(' '), line.size());
  if (line.substr(at).starts_with('-')) {
    key.dash = at;
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    key.dash_spaced = at > *key.dash + 1;
  }
  const auto colon = line.find(':', at);
  if (colon == npos || !is_key(line.substr(at, colon - at))) {
    return std::nullopt;
  }
  key.name = line.substr(at, colon - at);
  key.begin = at;
  key.colon = colon;
  key.value = line.substr(colon + 1);
  key.colon_spaced = key.value.empty() || key.value.starts_with(' ');
  key.value.remove_prefix(std::min(key.value.find_first_not_of(' '), key.value.size()));
  return key;
}

}  // namespace pith::deck
