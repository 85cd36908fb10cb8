// Items from the objects of a list in JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "exchange/shelf.h"

namespace pith::exchange {

/// What the entries of a deck have in common.
struct JsonDeckwide {
  std::vector<std::string> tags{};
  nlohmann::json defaults{};  ///< As a deck has them.
  bool lines = true;          ///< Lines tell the entries apart; else they are counted.
};

/// Puts entries on a shelf, one after the other; what is wrong with one is remarked upon, with its
/// place.
class JsonEntries {
 public:
  JsonEntries(Shelf& shelf, Imported& result, JsonDeckwide deckwide)
      : shelf_(shelf), result_(result), deckwide_(std::move(deckwide)) {}

  void add(const nlohmann::json& entry);

 private:
  struct JsonCard;

  void put(JsonCard& card, const std::string& key, const nlohmann::json& value, const Place& place);
  void put_other(deck::Item& item, const std::string& key, const nlohmann::json& value,
                 const Place& place);
  void add_deck_item(const nlohmann::json& entry, const Place& place);
  void add_card(const nlohmann::json& entry, const Place& place);
  std::string text_of(const nlohmann::json& value, const std::string& key, const Place& place);
  std::vector<std::string> texts_of(const nlohmann::json& value, const std::string& key,
                                    const Place& place);
  void change(const Place& place, std::string reason, std::string_view text);
  void leave_out(const Place& place, std::string reason, std::string_view text);

  Shelf& shelf_;
  Imported& result_;
  JsonDeckwide deckwide_;
  std::size_t number_ = 0;                   ///< Of the entry, from 1.
  std::unordered_set<std::string> claimed_;  ///< Former names of items.
};

}  // namespace pith::exchange
