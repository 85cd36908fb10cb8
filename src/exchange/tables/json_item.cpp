#include "exchange/tables/json_item.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "deck/item.h"
#include "deck/yaml/keys.h"
#include "exchange/tables/located_json.h"
#include "text/normalise.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

/// What only an exported item has.
constexpr std::array<std::string_view, 4> kOfExports = {"kind", "language", "number", "settings"};

/// The value under a key; null if there is none.
json value_of(const json& object, std::string_view key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found == object.end() ? json() : *found;
}

bool says_nothing(const json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_array() && value.empty());
}

json point_of(const json& entry) {
  if (line_of(entry) == 0) {
    return entry;  // a name
  }
  auto point = of_keys(entry, deck::point_keys());
  const auto name = value_of(entry, "name");
  if (!name.is_string()) {
    auto short_form = entry;
    short_form.erase(std::string(kLineKey));
    return point.contains("point") ? point : short_form;
  }
  point["point"] = name;
  if (value_of(point, "id") == text::identity_of(name.get<std::string>())) {
    point.erase("id");
  }
  return point;
}

template <typename Form>
json each_of(const json& list, Form form) {
  if (!list.is_array()) {
    return list;
  }
  auto formed = json::array();
  std::ranges::transform(list, std::back_inserter(formed), form);
  return formed;
}

/// The name of the only point, with its accepted wordings where `all`.
json answer_of(const json& points, bool all) {
  const auto point = points.is_array() && !points.empty() ? points[0] : json();
  const auto accept = value_of(point, "accept");
  if (!all || !accept.is_array() || accept.empty()) {
    return value_of(point, "name");
  }
  auto answers = json::array({value_of(point, "name")});
  answers.insert(answers.end(), accept.begin(), accept.end());
  return answers;
}

json choices_of(const json& choices) {
  if (!choices.is_array()) {
    return of_keys(choices, deck::choices_keys());
  }
  json sides = {{"correct", json::array()}, {"wrong", json::array()}};
  for (const auto& choice : choices) {
    const bool correct = value_of(choice, "correct") == true;
    sides[correct ? "correct" : "wrong"].push_back(value_of(choice, "text"));
  }
  return sides;
}

void take_settings(json& form, const json& settings) {
  for (const auto& key : deck::default_keys()) {
    if (const auto value = value_of(settings, key); !says_nothing(value)) {
      form[key] = value;
    }
  }
  if (const auto limit = value_of(settings, "time_limit"); limit.is_number_unsigned()) {
    form["time_limit"] = fmt::format("{}s", limit.get<std::uint64_t>());
  }
}

/// What an exported item's kind makes of its points.
void take_kind(json& form, const json& item, std::string_view kind) {
  const auto points = value_of(item, "points");
  form.erase("points");
  if (kind == deck::name_of(deck::Kind::card)) {
    form["front"] = value_of(item, "question");
    form["back"] = answer_of(points, false);
    form.erase("question");
  } else if (kind == deck::name_of(deck::Kind::cloze)) {
    form.erase("question");
  } else if (kind == deck::name_of(deck::Kind::number)) {
    form["answer"] = value_of(value_of(item, "number"), "value");
    form["tolerance"] = value_of(value_of(item, "number"), "tolerance");
  } else if (kind == deck::name_of(deck::Kind::short_answer)) {
    form["answer"] = answer_of(points, true);
  }
}

void name_unknown(const json& object, std::vector<std::string>& unknown) {
  const auto known = deck::keys_of(nullptr);
  for (const auto& [key, value] : object.items()) {
    if (key != kLineKey && std::ranges::find(known, key) == known.end() &&
        std::ranges::find(kOfExports, key) == kOfExports.end()) {
      unknown.push_back(key);
    }
  }
}

}  // namespace

json of_keys(const json& object, const std::vector<std::string>& keys) {
  auto form = json::object();
  for (const auto& key : keys) {
    if (auto value = value_of(object, key); !says_nothing(value)) {
      form[key] = std::move(value);
    }
  }
  return form;
}

bool is_deck_item(const json& object) {
  return std::ranges::any_of(std::array{"points", "choices", "cloze", "kind", "tolerance"},
                             [&](const char* key) { return !says_nothing(value_of(object, key)); });
}

json in_deck_form(const json& object, std::vector<std::string>& unknown) {
  name_unknown(object, unknown);
  auto form = of_keys(object, deck::keys_of(nullptr));
  if (form.contains("choices")) {
    form["choices"] = choices_of(form["choices"]);
  }
  if (form.contains("samples")) {
    form["samples"] = each_of(form["samples"], [](const json& sample) {
      auto kept = of_keys(sample, deck::sample_keys());
      kept["hits"] = value_of(sample, "hits");
      return kept;
    });
  }
  take_settings(form, value_of(object, "settings"));
  const auto kind = value_of(object, "kind");
  if (kind.is_string() && kind != deck::name_of(deck::Kind::points)) {
    take_kind(form, object, kind.get_ref<const std::string&>());
  } else if (form.contains("points")) {
    form["points"] = each_of(form["points"], point_of);
  }
  return form;
}

}  // namespace pith::exchange
