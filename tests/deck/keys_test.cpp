// The schemas, by which editors help, know the same keys as the readers.
#include "deck/yaml/keys.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "deck/reading/names.h"
#include "support/json.h"

using namespace pith::deck;
using nlohmann::json;

namespace {

using Names = std::set<std::string>;

json schema(const std::string& kind) {
  std::ifstream file(std::string(PITH_SOURCE_DIR) + "/schema/" + kind + ".schema.json");
  return pith::test::parsed(std::string(std::istreambuf_iterator<char>(file), {}));
}

Names properties_of(const json& map) {
  Names names;
  for (const auto& [key, value] : map["properties"].items()) {
    names.insert(key);
  }
  return names;
}

Names names_in(const json& list) {
  return list.get<Names>();
}

Names set_of(const Keys& keys) {
  return {keys.begin(), keys.end()};
}

}  // namespace

TEST_CASE("the schema of decks knows the keys of its readers", "[deck]") {
  const auto deck = schema("deck");
  const auto& parts = deck["$defs"];
  const auto& item = parts["item"];
  const auto& full_point = parts["point"]["oneOf"][1];
  const auto& name_and_detail = parts["point"]["oneOf"][2];
  CHECK(properties_of(deck) == set_of(deck_keys()));
  CHECK(properties_of(deck["properties"]["defaults"]) == set_of(default_keys()));
  CHECK(properties_of(item) == set_of(keys_of(nullptr)));
  CHECK(properties_of(item["properties"]["choices"]) == set_of(choices_keys()));
  CHECK(properties_of(full_point) == set_of(point_keys()));
  CHECK(names_in(name_and_detail["propertyNames"]["not"]["enum"]) == set_of(point_keys()));
  CHECK(properties_of(parts["sample"]) == set_of(sample_keys()));
}

TEST_CASE("the schema of decks knows which keys the forms of an item do not share", "[deck]") {
  const auto forms = schema("deck")["$defs"]["item"]["oneOf"];
  REQUIRE(forms.size() == item_forms().size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto& form = item_forms()[i];
    CAPTURE(form.key);
    CHECK(names_in(forms[i]["required"]).contains(std::string(form.key)));
    auto others = properties_of(forms[i]);
    others.erase("samples");  // what a card has none of is said of it elsewhere
    auto own = set_of(keys_of(&form));
    own.merge(others);
    CHECK(own == set_of(keys_of(nullptr)));
    for (const auto& key : keys_of(&form)) {
      CHECK_FALSE(others.contains(key));
    }
  }
}

TEST_CASE("the schema of practices knows the keys of their reader", "[deck]") {
  const auto practice = schema("practice");
  CHECK(properties_of(practice) == set_of(practice_keys()));
  CHECK(properties_of(practice["properties"]["sections"]["items"]) == set_of(section_keys()));
}

TEST_CASE("the schema of decks refuses the same ids as their reader", "[deck]") {
  const auto reserved = names_in(schema("deck")["$defs"]["deck_id"]["not"]["enum"]);
  Names commands;
  for (const auto name : command_names()) {
    commands.emplace(name);
  }
  CHECK(reserved == commands);
}

TEST_CASE("every key is known in a line by itself", "[deck]") {
  for (const auto* keys : {&deck_keys(), &default_keys(), &choices_keys(), &point_keys(),
                           &sample_keys(), &practice_keys(), &section_keys()}) {
    CHECK(std::ranges::all_of(*keys, is_key));
  }
  CHECK(std::ranges::all_of(keys_of(nullptr), is_key));
  CHECK_FALSE(is_key("note"));
}
