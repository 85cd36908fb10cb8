#include "exchange/tables/json_import.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "deck/reading/reader.h"
#include "deck/yaml/keys.h"
#include "exchange/deck_name.h"
#include "exchange/lines.h"
#include "exchange/source_text.h"
#include "exchange/tables/json_entries.h"
#include "exchange/tables/json_item.h"
#include "exchange/tables/located_json.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

constexpr std::size_t kTop = 1;  ///< The line of what has none of its own.

bool holds_objects(const json& value) {
  return value.is_array() && std::ranges::any_of(value, &json::is_object);
}

/// The list of the entries in an object: its `items`, else the only list of objects in it; null if
/// there is none.
const json* entries_in(const json& object) {
  if (const auto items = object.find("items"); items != object.end() && items->is_array()) {
    return &*items;
  }
  const json* found = nullptr;
  for (const auto& value : object) {
    if (holds_objects(value)) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &value;
    }
  }
  return found;
}

/// The deck without its items, as the reader of decks takes it. Throws InvalidInput if it does not.
deck::Deck head_of(const json& object, const SourceFile& file) {
  auto head = object.is_object() ? of_keys(object, deck::deck_keys()) : json::object();
  head.erase("defaults");
  head["items"] = json::array();
  if (!head.contains("deck")) {
    deck::Deck after_file;
    name_after(after_file, file.name);
    head["deck"] = after_file.id;
    head.emplace("source", after_file.source);
  }
  auto read = deck::read_deck(head.dump(), file.name);
  if (!read.deck) {
    const auto& mistake =
        *std::ranges::find(read.diagnostics, deck::Severity::error, &deck::Diagnostic::severity);
    throw InvalidInput(fmt::format("'{}', line {}: {}", file.name, std::max(line_of(object), kTop),
                                   mistake.message));
  }
  return std::move(*read.deck);
}

/// Where the whole deck is in the language that it names, its items are.
void keep_language(const json& object, const json& entries, const std::string& language,
                   std::vector<deck::Deck>& decks, std::size_t first) {
  const auto named = object.is_object() ? object.find("language") : object.end();
  const bool all = std::ranges::all_of(entries, [&](const json& entry) {
    return !entry.is_object() || entry.value("language", json(language)) == language;
  });
  if (!object.is_object() || named == object.end() || !all) {
    return;
  }
  for (auto i = first; i < decks.size(); ++i) {
    decks[i].language = language;
    for (auto& item : decks[i].items) {
      item.language = language;
    }
  }
}

void read_one(const json& object, const json& entries, const SourceFile& file, bool lines,
              Imported& result) {
  auto deck = head_of(object, file);
  const auto language = deck.language;
  const auto defaults = object.is_object() && object.contains("defaults")
                            ? of_keys(object["defaults"], deck::default_keys())
                            : json::object();
  const auto first = result.decks.size();
  const auto tags = deck.tags;
  Shelf shelf(deck, result);
  JsonEntries reader(shelf, result, {tags, defaults, lines});
  for (const auto& entry : entries) {
    reader.add(entry);
  }
  std::unordered_set<std::string> others;
  std::ranges::transform(result.decks, std::inserter(others, others.end()), &deck::Deck::id);
  shelf.finish(others);
  keep_language(object, entries, language, result.decks, first);
}

[[noreturn]] void refuse_shape(const std::string& file, const json& value) {
  throw InvalidInput(
      fmt::format("'{}', line {}: no list of questions: expected "
                  "[{{\"question\": \"…\", \"answer\": \"…\"}}] or what `pith export "
                  "--format json` writes",
                  file, std::max(line_of(value), kTop)));
}

}  // namespace

bool looks_like_json_cards(const SourceFile& file) {
  const auto name = lower_ascii(file.name);
  auto text = file.bytes;
  const auto skip = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  };
  const auto take = [&](char c) {
    skip();
    const bool there = text.starts_with(c);
    text.remove_prefix(there ? 1 : 0);
    skip();
    return there;
  };
  return name.ends_with(".json") ||
         (name.ends_with(".txt") &&
          (take('[') ? text.starts_with('{') : take('{') && text.starts_with("\"decks\"")));
}

Imported read_json_cards(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto root = read_located_json(text, file.name);
  const bool lines =
      std::string_view(text).substr(0, text.find_last_not_of(" \n") + 1).find('\n') !=
      std::string_view::npos;
  if (root.is_array()) {
    read_one({}, root, file, lines, result);
    return result;
  }
  const auto decks = root.is_object() ? root.find("decks") : root.end();
  const auto each = decks != root.end() && decks->is_array() ? *decks : json::array({root});
  for (const auto& object : each) {
    const auto* entries = object.is_object() ? entries_in(object) : nullptr;
    if (entries == nullptr) {
      refuse_shape(file.name, object);
    }
    read_one(object, *entries, file, lines, result);
  }
  return result;
}

}  // namespace pith::exchange
